import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { type AliasRow, listAliases, listDeciders } from "#db/queries/aliases.ts";
import { decodeCursor } from "#db/queries/page.ts";
import { type Actor, can } from "#lib/actor.ts";
import { formatTime } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { elementName } from "#lib/redundancy/element/element-name.ts";
import { ALIAS_ANSWER_LABEL } from "#lib/redundancy/vocabulary.ts";
import { regionWithin } from "#lib/region/region.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { Choice, FilterForm, optionsOf, WordsCondition } from "../../../_components/filter-form.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { read } from "../../../_server/read.ts";
import { aliasesHref, aliasFilter, aliasQuery, parseAliasSearch } from "./search-params.ts";
import { UndoButton } from "./undo-button.tsx";

export const metadata: Metadata = { title: "已认定的异同" };

const SIZE = 50;

const side = (label: string, form: string | null, key: string) => (
  <>
    “{label}”
    <div className="soft small">
      读作：{elementName(key)}
      {form === null ? "" : `，仅《${form}》`}
    </div>
  </>
);

function columnsFor(actor: Actor): TableColumn<AliasRow>[] {
  return [
    { id: "a", title: "甲项", cell: (row) => side(row.aLabel, row.aForm, row.aKey) },
    { id: "b", title: "乙项", cell: (row) => side(row.bLabel, row.bForm, row.bKey) },
    {
      id: "answer",
      title: "认定",
      cell: (row) => (
        <>
          {row.undoneAt === null ? ALIAS_ANSWER_LABEL[row.answer] : <del>{ALIAS_ANSWER_LABEL[row.answer]}</del>}
          {row.note === null ? null : <div className="soft small">{row.note}</div>}
        </>
      ),
    },
    {
      id: "by",
      title: "谁、何时",
      cell: (row) => (
        <>
          {row.decidedByName}，{formatTime(row.decidedAt)}
          {row.regionCode === actor.scope ? null : <div className="soft small">{row.regionName}</div>}
        </>
      ),
    },
    {
      id: "undo",
      title: "撤销",
      cell: (row) =>
        row.undoneAt !== null ? (
          <span className="soft">
            {row.undoneByName}于{formatTime(row.undoneAt)}撤销
          </span>
        ) : regionWithin(row.regionCode, actor.scope) ? (
          <UndoButton aliasId={row.id} pair={`“${row.aLabel}”与“${row.bLabel}”`} />
        ) : (
          <span className="soft">上级认定</span>
        ),
    },
  ];
}

export default async function AliasesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const search = parseAliasSearch(await searchParams);
  const { page, deciders, actor } = await read(async (tx, actor) => ({
    actor,
    page: await listAliases(tx, {
      filter: aliasFilter(search),
      cursor: search.at === undefined ? undefined : decodeCursor(search.at),
      size: SIZE,
    }),
    deciders: await listDeciders(tx),
  }));
  if (!can(actor, "decide_aliases")) notFound();
  const { at: _, ...conditions } = search;
  const query = aliasQuery(conditions);
  return (
    <>
      <PageHeader
        title="已认定的异同"
        note="哪些叫法是同一项数据、哪些不是，由人认定后不再问。认定可以撤销；谁认定、谁撤销一直保留。"
        actions={
          <>
            <Link className="button" href="/redundancy/questions">
              继续认定
            </Link>
            {page.total === 0 ? null : (
              <a className="button" href={`/redundancy/aliases/export?${query}`} download>
                导出这 {formatNumber(page.total)} 条
              </a>
            )}
          </>
        }
      />
      <FilterForm action="/redundancy/aliases" clear="/redundancy/aliases">
        <WordsCondition label="字段、表单或说明" value={search.q} />
        <Choice name="answer" label="认定" value={search.answer} options={optionsOf(ALIAS_ANSWER_LABEL)} />
        <Choice
          name="standing"
          label="状态"
          value={search.standing}
          options={[
            ["holds", "有效"],
            ["undone", "已撤销"],
          ]}
        />
        <Choice name="by" label="认定人" value={search.by} options={deciders.map(({ id, name }) => [id, name])} />
        <label>
          自
          <input type="date" name="from" defaultValue={search.from} />
        </label>
        <label>
          至
          <input type="date" name="to" defaultValue={search.to} />
        </label>
      </FilterForm>
      {page.items.length === 0 ? (
        <EmptyState title={query === "" ? "还没有认定过" : "没有符合条件的认定"}>
          <p>{query === "" ? "在“待认定数据项”里逐题作答，结果列在这里。" : "减少几个条件再查找。"}</p>
        </EmptyState>
      ) : (
        <>
          <DataTable caption="已认定的异同" columns={columnsFor(actor)} rows={page.items} rowKey={(row) => row.id} />
          <Pager
            first={page.first}
            shown={page.items.length}
            total={page.total}
            unit="条"
            previous={page.previous && aliasesHref({ ...conditions, at: page.previous })}
            next={page.next && aliasesHref({ ...conditions, at: page.next })}
          />
        </>
      )}
    </>
  );
}
