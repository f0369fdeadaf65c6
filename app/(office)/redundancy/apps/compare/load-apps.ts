import { type AssetDetails, findAssetDetails } from "#db/queries/asset-details.ts";
import type { AssetOf } from "#lib/asset/asset.ts";
import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import type { read } from "../../../../_server/read.ts";
import { FEWEST, MOST } from "./search-params.ts";

type Tx = Parameters<Parameters<typeof read>[0]>[0];

/** An app with all that is known of it. */
export type ComparedApp = Omit<AssetDetails, "asset"> & { asset: AssetDetails["asset"] & AssetOf<"app"> };

/** Two to five apps, in the order they were named; or the sentence that says why they cannot be compared. */
export async function loadApps(tx: Tx, ids: readonly string[]): Promise<{ apps: ComparedApp[] } | { refusal: string }> {
  if (ids.length < FEWEST) return { refusal: `请选 ${FEWEST} 至 ${MOST} 个应用：在“成对比对”里点“并排比对”。` };
  if (ids.length > MOST) return { refusal: `一次最多并排比对 ${MOST} 个应用，现在选了 ${ids.length} 个，请减少几个。` };
  const apps: ComparedApp[] = [];
  for (const id of ids) {
    const found = await findAssetDetails(tx, id);
    if (found === undefined) return { refusal: "有一个应用不存在，或不在您的管辖范围内，请从“成对比对”重新选择。" };
    if (found.asset.kind !== "app")
      return {
        refusal: `“${found.asset.name}”是${ASSET_KIND_LABEL[found.asset.kind]}，这里只比对政务应用程序；报表请到“表单重复”比对。`,
      };
    // Safe because the kind was just checked; the narrowing of `asset` does not reach the whole of `found`.
    apps.push(found as ComparedApp);
  }
  return { apps };
}
