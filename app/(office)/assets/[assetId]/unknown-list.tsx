import { groups } from "d3-array";
import Link from "next/link";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { named } from "#lib/format/named.ts";
import { groupUnknowns, SUPPLIER_ADVICE, SUPPLIER_LABEL, SUPPLIERS } from "#lib/risk/missing.ts";
import { missingPlace } from "#lib/risk/missing-place.ts";
import type { Outcome } from "#lib/risk/outcome.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import styles from "./page.module.css";

/** What is not known, gathered by who can supply it: each missing thing once, with the rules that wait for it. */
export function UnknownList({
  asset,
  unknowns,
  mayEdit,
  focus,
}: {
  asset: { id: string; kind: AssetKind; unitId: string | null };
  unknowns: readonly { ruleId: string; outcome: Outcome }[];
  mayEdit: boolean;
  focus: string | undefined;
}) {
  const bySupplier = new Map(groups(groupUnknowns(unknowns), (group) => group.whoCanSupply));
  return SUPPLIERS.map((supplier) => {
    const waiting = bySupplier.get(supplier);
    return waiting === undefined ? null : (
      <div key={supplier} className={styles.supplier}>
        <h4>
          由{SUPPLIER_LABEL[supplier]}
          {supplier === "text" ? "证明" : "提供"}，{waiting.length} 项
        </h4>
        <p className="soft small">{SUPPLIER_ADVICE[supplier]}</p>
        <ul className={styles.plain}>
          {waiting.map(({ missing, ruleIds }) => (
            <li key={missing} data-focus={focus !== undefined && ruleIds.includes(focus) ? "" : undefined}>
              <strong>{missing}</strong>
              <span className="soft">
                ，{ruleIds.length} 条规则要用：{named(ruleIds.map((id) => RULES.get(id)?.title ?? id))}
              </span>
              {mayEdit ? <Supply asset={asset} missing={missing} /> : null}
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

/** The way to the form that takes what is missing; nothing where no form of the item does. */
function Supply({
  asset,
  missing,
}: {
  asset: { id: string; kind: AssetKind; unitId: string | null };
  missing: string;
}) {
  const href = supplyHref(asset, missing);
  return href === undefined ? null : (
    <span className="no-print">
      　<Link href={href}>去补填</Link>
    </span>
  );
}

/** Where somebody who may edit the item fills in what is missing. */
export function supplyHref(asset: { id: string; kind: AssetKind }, missing: string): string | undefined {
  const place = missingPlace(asset.kind, missing);
  switch (place?.is) {
    case "attribute":
      return `/assets/${asset.id}/edit?focus=${place.key}`;
    case "item_unit":
      return `/assets/${asset.id}/edit?focus=unitId`;
    case "demands":
      return `/assets/${asset.id}#demands`;
    case "usage":
      return `/assets/${asset.id}#usage`;
    default:
      return undefined;
  }
}
