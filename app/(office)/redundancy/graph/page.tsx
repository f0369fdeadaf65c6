import type { Metadata } from "next";
import Link from "next/link";
import { placeOf } from "#db/queries/in-region.ts";
import { elementTitles, listFormsApart, loadOverlapMap, MOST_MAPPED_PAIRS } from "#db/queries/overlap-map.ts";
import { countFormStock } from "#db/queries/overlaps.ts";
import { formatNumber } from "#lib/format/number.ts";
import { clusterMap } from "#lib/redundancy/cluster/cluster-map.ts";
import { REPEATING_RELATIONS } from "#lib/redundancy/vocabulary.ts";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { read } from "../../../_server/read.ts";
import { NoPairs } from "../forms/no-pairs.tsx";
import { pairsHref, type RawParams } from "../forms/search-params.ts";
import { lookAtPairs } from "../load-waste.ts";
import { OneRegion } from "../one-region.tsx";
import { RedundancyTabs } from "../redundancy-tabs.tsx";
import { TooMany } from "../too-many.tsx";
import { AllClusters } from "./all-clusters.tsx";
import { GraphFilters } from "./graph-filters.tsx";
import { OneCluster } from "./one-cluster.tsx";
import { graphHref, parseGraphSearch } from "./search-params.ts";

export const metadata: Metadata = { title: "表单重复关系图" };

export default async function GraphPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const search = parseGraphSearch(await searchParams);
  const loaded = await read(async (tx, actor) => {
    const look = await lookAtPairs(tx, actor, search.filter);
    const { filter, region, scope } = look;
    if (look.parts !== null) return { isTooMany: true, ...look, parts: look.parts } as const;
    const map = await loadOverlapMap(tx, filter);
    return {
      isTooMany: false,
      filter,
      region,
      scope,
      stock: await countFormStock(tx, placeOf(filter)),
      map,
      titleOf: await elementTitles(tx, map.forms),
      apart: await listFormsApart(tx, new Set(map.forms.map(({ id }) => id)), placeOf(filter)),
    } as const;
  });
  if (loaded.isTooMany)
    return (
      <>
        <PageHeader title="表单重复关系图" note="内容重复的表聚成群，先看群，再看群里的表。" />
        <RedundancyTabs current="/redundancy/graph" region={loaded.region} />
        <TooMany
          forms={loaded.forms}
          href={(region) => graphHref({ filter: { ...loaded.filter, region } })}
          parts={loaded.parts}
          level={{
            scope: loaded.scope,
            href: graphHref({ filter: { ...loaded.filter, region: undefined, level: loaded.regionCode } }),
          }}
        />
      </>
    );
  const { filter, region, scope, stock, map, titleOf, apart } = loaded;
  const { clusters, links } = clusterMap(map.forms, map.pairs, titleOf);
  const opened =
    search.cluster === undefined
      ? undefined
      : clusters.find(({ forms }) => forms.some(({ id }) => id === search.cluster));
  return (
    <>
      <PageHeader
        title="表单重复关系图"
        note={
          map.total === 0 ? (
            "内容重复的表聚成群，先看群，再看群里的表。"
          ) : (
            <>
              按所选条件，
              <Link href={pairsHref({ filter })}>{formatNumber(map.total)} 对重复的表</Link>
              {map.total > MOST_MAPPED_PAIRS
                ? "太多，先缩小范围再聚成群。"
                : `聚成 ${formatNumber(clusters.length)} 群。同一群里的表互相重复最多，可以一并研究取消或合并。`}
            </>
          )
        }
      />
      <RedundancyTabs current="/redundancy/graph" region={region} />
      {filter.region === undefined && filter.level === undefined ? null : (
        <OneRegion wholeHref={graphHref({ filter: { ...filter, region: undefined, level: undefined } })}>
          只列{scope}
          {filter.level === undefined ? "" : "本级"}的表，以及与它们重复的上级的表。
        </OneRegion>
      )}
      {stock.pairs === 0 ? (
        <NoPairs stock={stock} />
      ) : (
        <>
          <GraphFilters filter={filter} />
          {map.total > MOST_MAPPED_PAIRS ? (
            <EmptyState title={`符合条件的有 ${formatNumber(map.total)} 对，画出来也看不清`}>
              <p>把相同比例调高，或者选一个条线，再画。</p>
            </EmptyState>
          ) : clusters.length === 0 ? (
            <EmptyState title="没有达到所选比例的重复表">
              <p>
                现有 {formatNumber(stock.pairs)} 对有重复的表单，都不在所选条件之内。降低比例，或者
                <Link href={graphHref({ filter: { relations: REPEATING_RELATIONS, ...placeOf(filter) } })}>
                  清除条件
                </Link>
                。
              </p>
            </EmptyState>
          ) : opened === undefined ? (
            <AllClusters clusters={clusters} links={links} filter={filter} apart={apart} />
          ) : (
            <OneCluster cluster={opened} clusters={clusters} links={links} filter={filter} />
          )}
          {search.cluster !== undefined && opened === undefined && clusters.length > 0 ? (
            <p role="status">
              那张表在所选条件下不属于任何一群，已列出<Link href={graphHref({ filter })}>全部的群</Link>。
            </p>
          ) : null}
        </>
      )}
    </>
  );
}
