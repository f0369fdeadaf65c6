import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { FIRST_STATES } from "#lib/asset/transitions.ts";
import { ASSET_KIND_LABEL, ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { read } from "../../../_server/read.ts";
import { registerAssetAction } from "../actions.ts";
import { AssetForm } from "../asset-form.tsx";
import styles from "../kind-tabs.module.css";

export const metadata: Metadata = { title: "登记条目" };

const Params = z.object({ kind: z.enum(ASSET_KINDS).catch("form") });

export default async function NewAssetPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kind } = Params.parse(await searchParams);
  const { actor, units } = await read(async (tx, actor) => ({ actor, units: await listUnitChoices(tx) }));
  if (!can(actor, "edit_items")) notFound();
  const ownUnit = actor.unitId === null ? undefined : units.find((unit) => unit.id === actor.unitId);
  return (
    <>
      <PageHeader
        title={`登记${ASSET_KIND_LABEL[kind]}`}
        note="只有名称必填。不清楚的留空，系统按“未知”处理，不会当作“没有”。已有台账的，用导入更快。"
      />
      <nav aria-label="种类" className={styles.tabs}>
        {ASSET_KINDS.map((one) => (
          <Link key={one} href={`/assets/new?kind=${one}`} aria-current={one === kind ? "true" : undefined}>
            {ASSET_KIND_LABEL[one]}
          </Link>
        ))}
      </nav>
      <AssetForm
        key={kind}
        kind={kind}
        values={{ state: "in_use", attributes: {} }}
        states={FIRST_STATES}
        units={units}
        ownUnit={ownUnit}
        action={registerAssetAction}
        submit="登记"
        backHref={`/assets?kind=${kind}`}
      />
    </>
  );
}
