import type { Metadata } from "next";
import Link from "next/link";
import { listAssets } from "#db/queries/assets.ts";
import type { PickedItem } from "#db/queries/proposals.ts";
import { getRegionName } from "#db/queries/regions.ts";
import { can } from "#lib/actor.ts";
import { ASSET_KIND_LABEL, RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import { formatNumber } from "#lib/format/number.ts";
import { ITEM_FATE_LABEL, ITEM_FATES } from "#lib/redundancy/proposal/items-what-if.ts";
import { officeName } from "#lib/redundancy/waste/input.ts";
import { DataTable } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { FilterForm, WordsCondition } from "../../../_components/filter-form.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { StateTag, Unknown } from "../../../_components/tags.tsx";
import { read } from "../../../_server/read.ts";
import styles from "../proposals.module.css";
import type { RawParams } from "../search-params.ts";
import { insistSeesProposals } from "../who-sees.ts";
import { type LoadedWhatIf, loadWhatIf } from "./load-what-if.ts";
import { fateIn, parseWhatIf, type WhatIfSearch, whatIfHref, whatIfQuery, withFate } from "./search-params.ts";
import style from "./what-if.module.css";

export const metadata: Metadata = { title: "假设测算" };

/** Found items that may be added. */
const FOUND = 12;

export default async function WhatIfPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const search = parseWhatIf(await searchParams);
  const { loaded, found, regionName, mayPropose } = await read(async (tx, actor) => {
    insistSeesProposals(actor);
    const loaded = search.items.length === 0 ? undefined : await loadWhatIf(tx, search, actor.scope);
    return {
      loaded,
      mayPropose: can(actor, "propose"),
      regionName: loaded === undefined ? "" : await getRegionName(tx, loaded.regionCode),
      found:
        search.q === undefined
          ? undefined
          : await listAssets(tx, {
              filter: { q: search.q, states: RUNNING_STATES },
              sort: { by: "name", order: "asc" },
              size: FOUND,
            }),
    };
  });
  const forms = loaded?.items.filter(({ kind }) => kind === "form") ?? [];
  return (
    <>
      <nav aria-label="位置" className="small">
        <Link href="/proposals">整合方案</Link>
      </nav>
      <PageHeader
        title="假设测算"
        note="假如取消或合并这些条目，每年省多少工时和费用，哪个部门会失去哪些数据。只是测算，不改动任何条目。"
        actions={
          loaded === undefined || loaded.items.length === 0 ? null : (
            <>
              <a
                className="button"
                href={`/proposals/what-if/workbook?${whatIfQuery({ ...search, q: undefined })}`}
                download
              >
                导出表格
              </a>
              {mayPropose && forms.length > 0 ? (
                <Link className="button" href={`/proposals/new?items=${forms.map(({ id }) => id).join(",")}`}>
                  用这些表单新建整合方案
                </Link>
              ) : null}
            </>
          )
        }
      />
      <FilterForm
        action="/proposals/what-if"
        keep={{ items: search.items.join(","), merge: search.merge.join(","), stay: search.stay.join(",") }}
        submit="查找或重算"
        clear="/proposals/what-if"
        clearLabel="全部清除"
      >
        <WordsCondition label="查找要加入的条目" value={search.q} />
        <label>
          小时工资（元，可不填）
          <input name="wage" inputMode="decimal" defaultValue={search.wage ?? ""} />
        </label>
      </FilterForm>
      {found === undefined ? null : (
        <section className="panel no-print" aria-label="找到的条目">
          {found.items.length === 0 ? (
            <p>没有找到运行中的条目，换几个字再查找。</p>
          ) : (
            <ul className={styles.plain}>
              {found.items.map((row) => (
                <li key={row.id}>
                  {row.name}
                  <span className="soft">
                    （{ASSET_KIND_LABEL[row.kind]}，{row.unitName ?? "主办单位未知"}）
                  </span>{" "}
                  {search.items.includes(row.id) ? (
                    <span className="soft">已加入</span>
                  ) : (
                    <Link href={whatIfHref({ ...search, items: [...search.items, row.id] })}>加入</Link>
                  )}
                </li>
              ))}
              {found.total > found.items.length ? (
                <li className="soft">等 {formatNumber(found.total)} 项，多写几个字可以缩小范围</li>
              ) : null}
            </ul>
          )}
        </section>
      )}
      {loaded === undefined || loaded.items.length === 0 ? (
        <EmptyState title="还没有选择条目">
          <p>在上面查找条目加入，或在“表单重复”“应用重复”等页面勾选后进入。</p>
        </EmptyState>
      ) : (
        <Answer search={search} loaded={loaded} regionName={regionName} />
      )}
    </>
  );
}

function Answer({
  search,
  loaded: { items, result, input },
  regionName,
}: {
  search: WhatIfSearch;
  loaded: LoadedWhatIf;
  regionName: string;
}) {
  const { forms, others, hours, upkeep, money } = result;
  const running = new Set(input.forms.map(({ id }) => id));
  const nameOf = new Map(items.map(({ id, name }) => [id, name]));
  return (
    <>
      <section className="panel stack" aria-label="测算结果">
        <h2>测算结果</h2>
        <dl className={styles.figures}>
          <div>
            <dt>节省工时（小时/年）</dt>
            <dd>
              {formatNumber(hours.saved, 1)}
              <small>
                表单 {formatNumber(forms.hours.saved, 1)}，应用、群组和账号{" "}
                {formatNumber(hours.saved - forms.hours.saved, 1)}
                {hours.unknown === 0 ? "" : `；另有 ${hours.unknown} 项工时未知，未计入`}
              </small>
            </dd>
          </div>
          <div>
            <dt>{regionName}能测算的表单（小时/年）</dt>
            <dd>
              {formatNumber(forms.hours.before, 1)} → {formatNumber(forms.hours.after, 1)}
            </dd>
          </div>
          <div>
            <dt>节省年运维费用（元/年）</dt>
            <dd>
              {formatNumber(upkeep.saved)}
              <small>{upkeep.unknown === 0 ? "" : `另有 ${upkeep.unknown} 项费用未知，未计入`}</small>
            </dd>
          </div>
          <div>
            <dt>折合金额（元/年）</dt>
            <dd>
              {money === null ? <Unknown>未填小时工资</Unknown> : formatNumber(money)}
              <small>
                {money === null ? "填写小时工资后给出" : `运维费用 + 节省工时 × ${formatNumber(search.wage, 2)} 元`}
              </small>
            </dd>
          </div>
        </dl>
      </section>
      {forms.violations.length === 0 ? null : (
        <section className={styles.notice} aria-label="与限制或决定不符">
          <h2>与限制或已有决定不符，仍按假设测算</h2>
          <ul>
            {forms.violations.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack" aria-label="条目">
        <h2>条目 {items.length} 项</h2>
        <DataTable
          caption="条目"
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { id: "name", title: "条目", cell: ({ id, name }) => <Link href={`/assets/${id}`}>{name}</Link> },
            { id: "kind", title: "种类", isShort: true, cell: ({ kind }) => ASSET_KIND_LABEL[kind] },
            { id: "unit", title: "主办单位", cell: ({ unitName }) => unitName ?? <Unknown /> },
            {
              id: "state",
              title: "状态",
              isShort: true,
              cell: ({ id, kind, state }) => (
                <>
                  <StateTag state={state} />
                  {kind === "form" && !running.has(id) ? <span className={styles.ended}>不在运行，未计入</span> : null}
                </>
              ),
            },
            { id: "fate", title: "假设", cell: (item) => <Fates item={item} search={search} /> },
            {
              id: "hours",
              title: "工时或所缺",
              cell: (item) => <Known item={item} result={result} input={input} />,
            },
          ]}
        />
      </section>
      <section className="stack" aria-label="失去的数据">
        <h2>失去的数据 {forms.lost.length} 项</h2>
        {forms.lost.length === 0 ? (
          <p className="soft">没有部门失去数据：取消的表所要的数据，留下的表或数源都有，次数和行数也够。</p>
        ) : (
          <DataTable
            caption="失去的数据"
            rows={forms.lost}
            rowKey={({ form, element }) => `${form} ${element}`}
            columns={[
              {
                id: "label",
                title: "数据",
                cell: ({ label, element }) => <Link href={`/redundancy/elements/${element}`}>{label}</Link>,
              },
              { id: "office", title: "哪个部门", cell: ({ officeId }) => officeName(input, officeId) },
              {
                id: "form",
                title: "原来的表",
                cell: ({ form }) => <Link href={`/assets/${form}`}>{nameOf.get(form) ?? form}</Link>,
              },
              {
                id: "certain",
                title: "说明",
                cell: ({ certain }) =>
                  certain ? "留下的表都没有，或次数、行数不够" : "这张表的数据不全，无法判断别处是否有",
              },
            ]}
          />
        )}
      </section>
      {others.length > 0 ? (
        <p className="soft small">应用、群组和账号的工时和费用取自各自的条目页；它们的功能由什么承接，请看应用比较。</p>
      ) : null}
    </>
  );
}

function Fates({ item, search }: { item: PickedItem; search: WhatIfSearch }) {
  const fate = fateIn(search, item.id);
  return (
    <span className={style.fates}>
      {ITEM_FATES.filter((one) => one !== "merge" || item.kind === "form").map((one) => (
        <Link
          key={one}
          href={whatIfHref(withFate(search, item.id, one))}
          aria-current={one === fate ? "true" : undefined}
          scroll={false}
        >
          {ITEM_FATE_LABEL[one]}
        </Link>
      ))}
      <Link
        href={whatIfHref({
          ...withFate(search, item.id, "remove"),
          items: search.items.filter((id) => id !== item.id),
        })}
        aria-label={`移出${item.name}`}
        className="no-print"
      >
        移出
      </Link>
    </span>
  );
}

function Known({ item, result, input }: { item: PickedItem } & Pick<LoadedWhatIf, "result" | "input">) {
  const other = result.others.find(({ id }) => id === item.id);
  const unmeasured = result.forms.unmeasured.find(({ form }) => form.id === item.id);
  if (unmeasured !== undefined)
    return (
      <>
        缺{unmeasured.missing.join("、")}，<Link href={`/assets/${item.id}/edit`}>去补齐</Link>
      </>
    );
  const burden = input.forms.find(({ id }) => id === item.id)?.burden;
  if (burden != null) return `${formatNumber(burden.mid, 1)} 小时/年`;
  if (other === undefined) return <Link href={`/assets/${item.id}`}>见条目</Link>;
  return (
    <>
      {other.hours === null ? `工时未知，缺${other.missing.join("、")}` : `${formatNumber(other.hours, 1)} 小时/年`}
      {item.kind === "group"
        ? ""
        : `；${other.yearlyCost === null ? "年运维费用未知" : `年运维费用 ${formatNumber(other.yearlyCost)} 元`}`}
    </>
  );
}
