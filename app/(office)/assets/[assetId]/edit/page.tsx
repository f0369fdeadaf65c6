import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { findAsset, listFormFields } from "#db/queries/asset-details.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { fieldLines } from "#lib/asset/form-fields.ts";
import { ATTRIBUTE_PREFIX } from "#lib/asset/inputs.ts";
import { mayConclude, nextStates } from "#lib/asset/transitions.ts";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { read } from "../../../../_server/read.ts";
import { amendAssetAction } from "../../actions.ts";
import { AssetForm } from "../../asset-form.tsx";

export const metadata: Metadata = { title: "修改条目" };

/** `focus`: the attribute, or the unit, that the person came to fill in. */
const Search = z.object({
  focus: z.string().regex(/^\w+$/).optional().catch(undefined),
});

export default async function EditAssetPage({
  params,
  searchParams,
}: {
  params: Promise<{ assetId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { assetId } = await params;
  const { focus } = Search.parse(await searchParams);
  const found = await read(async (tx, actor) => {
    const asset = z.uuid().safeParse(assetId).success ? await findAsset(tx, assetId) : undefined;
    return asset && { asset, actor, units: await listUnitChoices(tx), fields: await listFormFields(tx, asset) };
  });
  if (found === undefined || !can(found.actor, "edit_items")) notFound();
  const { asset, actor, units, fields } = found;
  return (
    <>
      <PageHeader title={`修改：${asset.name}`} note="留空表示未知。每处改动都记入变更历史。" />
      <AssetForm
        kind={asset.kind}
        values={{ ...asset, fields: fieldLines(fields) }}
        states={nextStates(asset.state, mayConclude(actor.role))}
        units={units.filter((unit) => unit.regionCode === asset.regionCode)}
        ownUnit={actor.unitId === null ? undefined : units.find((unit) => unit.id === actor.unitId)}
        action={amendAssetAction}
        submit="保存修改"
        backHref={`/assets/${asset.id}`}
        focus={focus === undefined || focus === "unitId" || focus === "fields" ? focus : `${ATTRIBUTE_PREFIX}${focus}`}
      />
    </>
  );
}
