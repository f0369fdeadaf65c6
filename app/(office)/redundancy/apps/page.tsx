import type { Metadata } from "next";
import Link from "next/link";
import { APP_EVIDENCES, type AppEvidenceKind } from "#db/queries/app-overlap-filter.ts";
import { countAppPairs, countAppStock, listAppPairs } from "#db/queries/app-overlaps.ts";
import { findAsset } from "#db/queries/asset-details.ts";
import { decodeCursor } from "#db/queries/page.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import { formatNumber } from "#lib/format/number.ts";
import { CANDIDATE_LABEL } from "#lib/redundancy/app/evidence.ts";
import { SHARED_USERS_CAVEAT } from "#lib/redundancy/app/shared-users.ts";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { rowsHref } from "../../../_components/figure-link.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { Tabs } from "../../../_components/tabs.tsx";
import { read } from "../../../_server/read.ts";
import styles from "../pairs.module.css";
import { RedundancyTabs } from "../redundancy-tabs.tsx";
import { AppViews } from "./app-views.tsx";
import { PairFilters } from "./pair-filters.tsx";
import { PairTable } from "./pair-table.tsx";
import {
  type AppPairSearch,
  appPairQuery,
  appPairsHref,
  CANDIDATES,
  DEFAULT_CUT,
  evidenceParam,
  parseAppPairSearch,
  type RawParams,
} from "./search-params.ts";

export const metadata: Metadata = { title: "应用重复" };

const SIZE = 50;

export default async function AppPairsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const search = parseAppPairSearch(await searchParams);
  const { filter, cut, at } = search;
  const { page, counts, stock, app, units, mayPropose } = await read(async (tx, actor) => {
    const cursor = at === undefined ? undefined : decodeCursor(at);
    const page = await listAppPairs(tx, { filter, cut, cursor, size: SIZE });
    const isEmpty = page.items.length === 0;
    return {
      page,
      counts: await countAppPairs(tx, filter, cut),
      // Why nothing is found; counting all pairs is asked for nothing else.
      stock: isEmpty ? await countAppStock(tx) : undefined,
      app: isEmpty && filter.app !== undefined ? await findAsset(tx, filter.app) : page.items[0]?.a,
      units: actor.role === "department" ? [] : await listUnitChoices(tx),
      mayPropose: can(actor, "propose"),
    };
  });
  return (
    <>
      <PageHeader
        title="应用重复"
        note="哪些应用在做同样的事。功能、文字、使用对象三种依据各列一栏，不合成一个分数；只有文字相近的，要人工核对功能后再作判断。"
        actions={
          page.total === 0 ? null : (
            <a className="button" href={`/redundancy/apps/export?${appPairQuery({ filter, cut })}`} download>
              导出这 {formatNumber(page.total)} 对
            </a>
          )
        }
      />
      <RedundancyTabs current="/redundancy/apps" />
      <AppViews current="/redundancy/apps" />
      {stock?.pairs === 0 ? (
        <NoPairs {...stock} />
      ) : (
        <>
          {filter.app === undefined ? null : (
            <p className={styles.one}>
              只看“{app?.name ?? "所选应用"}”与其他应用的比对。
              <Link href={appPairsHref({ filter: { evidence: filter.evidence }, cut })}>看全部应用</Link>
            </p>
          )}
          <EvidenceTabs counts={counts} search={search} />
          <PairFilters search={search} units={units} />
          {stock ? (
            <EmptyState title="没有符合条件的应用对">
              <p>
                降低门槛、减少几个条件，或者
                <Link href={appPairsHref({ filter: { evidence: undefined }, cut: DEFAULT_CUT })}>看全部比对记录</Link>。
              </p>
            </EmptyState>
          ) : (
            <>
              <PairTable rows={page.items} cut={cut} mayPropose={mayPropose} />
              <Pager
                first={page.first}
                shown={page.items.length}
                total={page.total}
                unit="对"
                previous={page.previous && appPairsHref({ filter, cut, at: page.previous })}
                next={page.next && appPairsHref({ filter, cut, at: page.next })}
              />
            </>
          )}
          <p className="soft small">
            门槛为本机关参考值，改了立即重新划分；相同不到三成、又没有一半被另一个包含的比对不保留。
            {SHARED_USERS_CAVEAT}
          </p>
        </>
      )}
    </>
  );
}

/** How many pairs each kind of evidence speaks for, each the way to its rows. */
function EvidenceTabs({ counts, search }: { counts: Record<AppEvidenceKind, number>; search: AppPairSearch }) {
  const sum = (kinds: readonly AppEvidenceKind[]) => kinds.reduce((all, kind) => all + counts[kind], 0);
  const current = evidenceParam(search.filter.evidence);
  const tabs: { key: string | undefined; label: string; evidence: readonly AppEvidenceKind[] | undefined }[] = [
    { key: undefined, label: "整合线索", evidence: CANDIDATES },
    { key: "functions", label: CANDIDATE_LABEL.functions, evidence: ["functions"] },
    { key: "check", label: CANDIDATE_LABEL.check, evidence: ["check"] },
    { key: "neither", label: "未达门槛", evidence: ["neither"] },
    { key: "all", label: "全部", evidence: undefined },
  ];
  return (
    <Tabs
      label="按依据"
      tabs={tabs.map(({ key, label, evidence }) => ({
        href: appPairsHref({ filter: { ...search.filter, evidence }, cut: search.cut }),
        label: `${label} ${formatNumber(sum(evidence ?? APP_EVIDENCES))}`,
        isCurrent: current === key,
      }))}
    />
  );
}

function NoPairs({ running, withFunctions }: { running: number; withFunctions: number }) {
  if (running === 0)
    return (
      <EmptyState title="台账里没有在用的应用">
        <p>
          <Link href="/imports">导入</Link>或<Link href="/assets/new?kind=app">登记</Link>
          应用及其主要功能后，这里自动列出相近的应用。
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title="没有发现相近的应用">
      <p>
        在用的 {formatNumber(running)} 个应用中，{formatNumber(withFunctions)}{" "}
        个列明了主要功能。没有列明的无从比对功能：请在
        <Link href={rowsHref({ kinds: ["app"], states: RUNNING_STATES, attributes: { functions: "unknown" } })}>
          应用台账
        </Link>
        里补填“主要功能”。
      </p>
    </EmptyState>
  );
}
