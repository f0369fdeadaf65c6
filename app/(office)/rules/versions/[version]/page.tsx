import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocalPack, listLocalVersions, ownPack } from "#db/queries/local-packs.ts";
import { getRegionName, listRegions } from "#db/queries/regions.ts";
import { DomainError } from "#lib/errors.ts";
import { formatTime } from "#lib/format/date.ts";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { read } from "../../../../_server/read.ts";
import { RuleList } from "../../rule-list.tsx";

export const metadata: Metadata = { title: "本级规则包" };

/** One version of the region's own pack: only what it sets itself. */
export default async function VersionPage({ params }: { params: Promise<{ version: string }> }) {
  const version = decodeURIComponent((await params).version);
  const { pack, published, isApplied, region, names, own } = await read(async (tx, actor) => {
    try {
      const pack = await getLocalPack(tx, actor.scope, version);
      return {
        pack,
        own: actor.scope,
        published: (await listLocalVersions(tx, actor.scope)).find((one) => one.version === version),
        isApplied: (await ownPack(tx, actor.scope))?.pack.version === version,
        region: await getRegionName(tx, actor.scope),
        names: new Map((await listRegions(tx, { under: actor.scope })).map((one) => [one.code, one.name])),
      };
    } catch (error) {
      if (error instanceof DomainError && error.code === "not_found") notFound();
      throw error;
    }
  });
  const applied = pack.rules.flatMap((entry) =>
    entry.kinds.map((kind) => {
      const code = entry.regionCode ?? pack.regionCode;
      return { kind, entry, from: code === own ? region : (names.get(code) ?? code) };
    }),
  );
  return (
    <>
      <nav aria-label="位置" className="small row">
        <Link href="/rules">规则目录</Link>
        <Link href="/rules/versions">规则包版本</Link>
      </nav>
      <PageHeader
        title={pack.title}
        note={`版本 ${version}，${published === undefined ? "随产品提供" : `${published.publishedByName}于${formatTime(published.publishedAt)}发布：${published.note}`}。${isApplied ? "正在使用。" : "现在没有使用。"}这里只列本级另行规定的规则，其余按上级规则。`}
      />
      {applied.length === 0 ? <EmptyState title="这个版本没有另行规定" /> : <RuleList applied={applied} />}
    </>
  );
}
