import type { Metadata } from "next";
import Link from "next/link";
import { listSessions } from "#db/queries/review-sessions.ts";
import { can } from "#lib/actor.ts";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { read } from "../../../../_server/read.ts";
import { RedundancyTabs } from "../../redundancy-tabs.tsx";
import type { RawParams } from "../search-params.ts";
import { AgendaForm } from "./agenda-form.tsx";
import { CompareTable } from "./compare-table.tsx";
import { loadApps } from "./load-apps.ts";
import { attributeRows, functionRows } from "./rows.ts";
import { compareHref, parseCompareSearch } from "./search-params.ts";

export const metadata: Metadata = { title: "应用并排比对" };

export default async function CompareAppsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const search = parseCompareSearch(await searchParams);
  const { found, sessions, mayReview } = await read(async (tx, actor) => ({
    found: await loadApps(tx, search.ids),
    sessions: can(actor, "review") ? (await listSessions(tx)).filter(({ state }) => state !== "closed") : [],
    mayReview: can(actor, "review"),
  }));
  if ("refusal" in found) {
    return (
      <>
        <PageHeader title="应用并排比对" />
        <RedundancyTabs current="/redundancy/apps" />
        <EmptyState title="不能这样比对">
          <p>{found.refusal}</p>
          <p>
            <Link href="/redundancy/apps">到“成对比对”</Link>
          </p>
        </EmptyState>
      </>
    );
  }
  const { apps } = found;
  const isShown = ({ differs }: { differs: boolean }) => !search.onlyDifferent || differs;
  const [functions, attributes] = [functionRows(apps).filter(isShown), attributeRows(apps).filter(isShown)];
  return (
    <>
      <PageHeader
        title="应用并排比对"
        note={`${apps.map(({ asset }) => `“${asset.name}”`).join("、")}。标“不同”的，是已登记的内容不一样；“未知”不算不同。`}
        actions={
          <>
            <Link href={compareHref({ ids: search.ids, onlyDifferent: search.onlyDifferent ? undefined : true })}>
              {search.onlyDifferent ? "看全部项目" : "只看不同的"}
            </Link>
            <a className="button" href={`/redundancy/apps/compare/export?items=${search.ids.join(",")}`} download>
              导出比对表
            </a>
          </>
        }
      />
      <RedundancyTabs current="/redundancy/apps" />
      <section className="stack" aria-labelledby="functions">
        <h2 id="functions">功能</h2>
        {functions.length === 0 ? (
          <p className="soft">
            {search.onlyDifferent ? "列明的功能没有不同。" : "这些应用都没有列明主要功能，请在条目里补填。"}
          </p>
        ) : (
          <CompareTable caption="功能并排比对" apps={apps} rows={functions} />
        )}
      </section>
      <section className="stack" aria-labelledby="attributes">
        <h2 id="attributes">其他情况</h2>
        {attributes.length === 0 ? (
          <p className="soft">已登记的内容没有不同。</p>
        ) : (
          <CompareTable caption="其他情况并排比对" apps={apps} rows={attributes} />
        )}
      </section>
      {mayReview ? (
        <section className="panel stack no-print" aria-labelledby="next">
          <h2 id="next">下一步</h2>
          <p>
            <Link href={`/proposals/what-if?items=${search.ids.join(",")}`}>试算：整合或关停其中几个会怎样</Link>
          </p>
          <AgendaForm assetIds={search.ids} sessions={sessions.map(({ id, title }) => ({ id, title }))} />
        </section>
      ) : null}
    </>
  );
}
