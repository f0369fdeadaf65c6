import { groups } from "d3-array";
import Link from "next/link";
import { formatNumber } from "#lib/format/number.ts";
import type { UnmeasuredWaste } from "#lib/redundancy/waste/waste.ts";
import { supplyHref } from "../assets/[assetId]/unknown-list.tsx";
import styles from "./overview.module.css";

const NAMED = 8;

/** The forms whose hours nobody knows, by what is missing of them, each the way to where it is filled in. */
export function UnmeasuredPanel({
  rows,
  mayEdit,
  isWhole,
  wholeHref,
  exportHref,
}: {
  rows: readonly UnmeasuredWaste[];
  mayEdit: boolean;
  isWhole: boolean;
  wholeHref: string;
  exportHref: string;
}) {
  const byMissing = groups(
    rows.flatMap(({ form, missing }) => missing.map((label) => ({ form, label }))),
    ({ label }) => label,
  ).sort(([, one], [, other]) => other.length - one.length);
  return (
    <section className="panel" aria-labelledby="unmeasured">
      <div className="row spread">
        <h2 id="unmeasured">无法测算的 {formatNumber(rows.length)} 张表缺什么</h2>
        {rows.length === 0 ? null : (
          <a className="button no-print" href={exportHref} download>
            导出这 {formatNumber(rows.length)} 张
          </a>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="soft">所选范围内的表都能测算。</p>
      ) : (
        <>
          <p className="soft small">一张表可能缺几项。补填后自动计入，没有补填之前不按零计。</p>
          <ul className={styles.missing}>
            {byMissing.map(([label, waiting]) => (
              <li key={label}>
                <strong>{label}</strong>：{formatNumber(waiting.length)} 张
                <ul className={styles.names}>
                  {waiting.slice(0, isWhole ? waiting.length : NAMED).map(({ form }) => (
                    <li key={form.id}>
                      <Link href={`/assets/${form.id}`}>{form.name}</Link>
                      {mayEdit ? (
                        <span className="small no-print">
                          　
                          <Link
                            href={supplyHref({ id: form.id, kind: "form" }, label) ?? `/assets/${form.id}/edit`}
                            aria-label={`补填${form.name}的${label}`}
                          >
                            补填
                          </Link>
                        </span>
                      ) : null}
                    </li>
                  ))}
                </ul>
                {isWhole || waiting.length <= NAMED ? null : (
                  <Link href={`${wholeHref}#unmeasured`}>全部 {formatNumber(waiting.length)} 张</Link>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
