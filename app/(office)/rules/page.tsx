import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { ownPack } from "#db/queries/local-packs.ts";
import { getRegionName, listRegions } from "#db/queries/regions.ts";
import { packJudging } from "#db/queries/rule-packs.ts";
import { can } from "#lib/actor.ts";
import { ASSET_KIND_LABEL, ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { formatDay, isoDay } from "#lib/format/date.ts";
import { regionWithin } from "#lib/region/region.ts";
import { rulesFor } from "#lib/risk/pack.ts";
import { LinkButton } from "../../_components/link-button.tsx";
import { PageHeader } from "../../_components/page-header.tsx";
import { read, requestTime } from "../../_server/read.ts";
import { ownerOf } from "./pack-owner.ts";
import { RuleList } from "./rule-list.tsx";
import styles from "./rules.module.css";

export const metadata: Metadata = { title: "规则目录" };

const Params = z.object({ kind: z.enum(ASSET_KINDS).optional().catch(undefined) });

export default async function RulesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kind: only } = Params.parse(await searchParams);
  const today = isoDay(requestTime());
  const { actor, name, pack, own, names } = await read(async (tx, actor) => ({
    actor,
    name: await getRegionName(tx, actor.scope),
    pack: await packJudging(tx, actor.scope),
    own: await ownPack(tx, actor.scope),
    names: new Map((await listRegions(tx, { under: actor.scope })).map((region) => [region.code, region.name])),
  }));
  const kinds = only === undefined ? ASSET_KINDS : [only];
  const applied = kinds.flatMap((kind) => {
    const here = rulesFor(pack, kind, actor.scope, today);
    // What a part of the region applies otherwise stands beside it.
    const below = [...new Set(pack.rules.map((entry) => entry.regionCode))]
      .filter((region) => region !== undefined && region !== actor.scope && regionWithin(region, actor.scope))
      .flatMap((region) =>
        rulesFor(pack, kind, region ?? actor.scope, today).filter((entry) => entry.regionCode === region),
      );
    return [...here, ...below].map((entry) => ({ kind, entry, from: ownerOf(pack, entry, actor.scope, names) }));
  });
  return (
    <>
      <PageHeader
        title="规则目录"
        note={`${name}${formatDay(today)}适用的规则，规则包“${pack.title}”（${pack.version}）。先看红线，命中一条即列为红线；其余规则按分值相加，满分 100，${pack.bands.high} 分以上为高风险，${pack.bands.medium} 分以上为中风险。`}
        actions={
          <>
            <LinkButton href="/rules/versions">规则包版本</LinkButton>
            {can(actor, "edit_packs") ? (
              <LinkButton type="primary" href="/rules/draft">
                修改本级规则包
              </LinkButton>
            ) : null}
          </>
        }
      />
      <p className="soft">
        带<span className={styles.mark}>待核</span>
        的依据尚未与原文逐字核对，使用前请查对原文。没有法定标准的门槛由本单位设定，仅供参考。
        {own === null ? (
          "本级没有启用自己的规则包。"
        ) : (
          <>
            带<span className={styles.own}>本级</span>的是
            <Link href={`/rules/versions/${own.pack.version}`}>“{own.pack.title}”</Link>另行规定的。
          </>
        )}
      </p>
      <nav className={styles.tabs} aria-label="条目种类">
        <Link href="/rules" aria-current={only === undefined ? "true" : undefined}>
          全部种类
        </Link>
        {ASSET_KINDS.map((kind) => (
          <Link key={kind} href={`/rules?kind=${kind}`} aria-current={only === kind ? "true" : undefined}>
            {ASSET_KIND_LABEL[kind]}
          </Link>
        ))}
      </nav>
      <RuleList applied={applied} />
    </>
  );
}
