import { Button } from "antd";
import type { Metadata } from "next";
import Form from "next/form";
import Link from "next/link";
import { listSessions } from "#db/queries/review-sessions.ts";
import { runningItems } from "#db/queries/running-items.ts";
import { can } from "#lib/actor.ts";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { read } from "../../../../_server/read.ts";
import { RedundancyTabs } from "../../redundancy-tabs.tsx";
import type { RawParams } from "../search-params.ts";
import { AgendaForm } from "./agenda-form.tsx";
import styles from "./compare.module.css";
import { CompareTable } from "./compare-table.tsx";
import { type ComparedApp, loadApps } from "./load-apps.ts";
import { attributeRows, functionRows } from "./rows.ts";
import { type CompareSearch, compareHref, FEWEST, MOST, parseCompareSearch } from "./search-params.ts";

export const metadata: Metadata = { title: "应用并排比对" };

export default async function CompareAppsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const search = parseCompareSearch(await searchParams);
  const { found, others, sessions, mayReview } = await read(async (tx, actor) => ({
    found: await loadApps(tx, search.ids),
    others: (await runningItems(tx, ["app"])).filter(({ id }) => !search.ids.includes(id)),
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
      <Choice search={search} apps={apps} others={others} />
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

/** The way to take one app away, or to put one more beside the others. */
function Choice({
  search,
  apps,
  others,
}: {
  search: CompareSearch;
  apps: readonly ComparedApp[];
  others: readonly { id: string; name: string; unitName: string | null }[];
}) {
  return (
    <div className="row no-print">
      {apps.length <= FEWEST
        ? null
        : apps.map(({ asset }) => (
            <Link key={asset.id} href={compareHref({ ...search, ids: search.ids.filter((id) => id !== asset.id) })}>
              去掉“{asset.name}”
            </Link>
          ))}
      {apps.length >= MOST || others.length === 0 ? null : (
        <Form action="/redundancy/apps/compare" className={styles.agenda}>
          <input type="hidden" name="items" value={search.ids.join(",")} />
          {search.onlyDifferent ? <input type="hidden" name="diff" value="yes" /> : null}
          <label>
            再加一个应用（最多 {MOST} 个）
            <select name="add" defaultValue="">
              <option value="">请选择</option>
              {others.map(({ id, name, unitName }) => (
                <option key={id} value={id}>
                  {name}（{unitName ?? "主办单位未知"}）
                </option>
              ))}
            </select>
          </label>
          <Button htmlType="submit">加入比对</Button>
        </Form>
      )}
    </div>
  );
}
