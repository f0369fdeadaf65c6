import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getRegionName } from "#db/queries/regions.ts";
import { findPack } from "#db/queries/rule-packs.ts";
import { ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { NATION } from "#lib/region/region.ts";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { read } from "../../../../_server/read.ts";
import { RuleList } from "../../rule-list.tsx";

export const metadata: Metadata = { title: "研判所用的规则包" };

/** A pack as a run used it, whatever became of the rules since. */
export default async function PackPage({ params }: { params: Promise<{ version: string }> }) {
  const version = decodeURIComponent((await params).version);
  const { pack, names } = await read(async (tx) => {
    const pack = await findPack(tx, version);
    if (pack === undefined) notFound();
    const names = new Map<string, string>();
    for (const { regionCode } of pack.rules) {
      if (regionCode !== undefined && !names.has(regionCode))
        names.set(regionCode, await getRegionName(tx, regionCode));
    }
    return { pack, names };
  });
  const applied = pack.rules.flatMap((entry) =>
    ASSET_KINDS.filter((kind) => entry.kinds.includes(kind)).map((kind) => ({
      kind,
      entry,
      from:
        entry.regionCode === undefined || entry.regionCode === NATION
          ? null
          : (names.get(entry.regionCode) ?? entry.regionCode),
    })),
  );
  return (
    <>
      <nav aria-label="位置" className="small">
        <Link href="/assessments">研判记录</Link>
      </nav>
      <PageHeader
        title={pack.title}
        note={`版本 ${version}，研判时原样留存，以后修改规则也不会改变它。注有地区的规定在该地区及其下级优先。${pack.bands.high} 分以上为高风险，${pack.bands.medium} 分以上为中风险，适用权重中未知的超过 ${pack.bands.unknownShare * 100}% 的为信息不足。`}
      />
      <RuleList applied={applied} />
    </>
  );
}
