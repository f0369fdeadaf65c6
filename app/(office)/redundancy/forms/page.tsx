import type { Metadata } from "next";
import { countFormRelations, countFormStock, findComparedForm, listFormPairs } from "#db/queries/overlaps.ts";
import { decodeCursor } from "#db/queries/page.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { formatNumber } from "#lib/format/number.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { read } from "../../../_server/read.ts";
import { RedundancyTabs } from "../redundancy-tabs.tsx";
import { NoFittingPairs, NoPairs, NoPairsOf } from "./no-pairs.tsx";
import { OneForm } from "./one-form.tsx";
import { PairFilters } from "./pair-filters.tsx";
import { PairTable } from "./pair-table.tsx";
import { RelationTabs } from "./relation-tabs.tsx";
import { pairQuery, pairsHref, parsePairSearch, type RawParams } from "./search-params.ts";

export const metadata: Metadata = { title: "表单重复" };

const SIZE = 50;

export default async function FormPairsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { filter, at } = parsePairSearch(await searchParams);
  const { page, counts, stock, form, units, isDepartment, mayPropose } = await read(async (tx, actor) => {
    const cursor = at === undefined ? undefined : decodeCursor(at);
    const page = await listFormPairs(tx, { filter, cursor, size: SIZE });
    const isEmpty = page.items.length === 0;
    return {
      page,
      counts: await countFormRelations(tx, filter),
      // Why nothing is found; counting all pairs is asked for nothing else.
      stock: isEmpty ? await countFormStock(tx) : undefined,
      form: isEmpty && filter.form !== undefined ? await findComparedForm(tx, filter.form) : undefined,
      units: actor.role === "department" ? [] : await listUnitChoices(tx),
      mayPropose: can(actor, "propose"),
      isDepartment: actor.role === "department",
    };
  });
  return (
    <>
      <PageHeader
        title="表单重复"
        note={
          isDepartment
            ? "本单位的表与哪些表问的是同样的内容；别的单位的表只公开表名和主办单位。"
            : "哪两张表问的是同样的内容：名称怎样写不论，比的是每一栏要填的数据项；点“并排比对”逐栏看。"
        }
        actions={
          page.total === 0 ? null : (
            <a className="button" href={`/redundancy/forms/export?${pairQuery(filter)}`} download>
              导出这 {formatNumber(page.total)} 对
            </a>
          )
        }
      />
      <RedundancyTabs current="/redundancy/forms" />
      {stock?.pairs === 0 ? (
        <NoPairs stock={stock} />
      ) : (
        <>
          {filter.form === undefined ? null : (
            <OneForm filter={filter} form={page.items[0]?.a ?? (form && { ...form, reached: true })} />
          )}
          <RelationTabs counts={counts} filter={filter} />
          <PairFilters filter={filter} units={units} />
          {stock ? (
            filter.form === undefined ? (
              <NoFittingPairs pairs={stock.pairs} />
            ) : (
              <NoPairsOf form={form} />
            )
          ) : (
            <>
              <PairTable rows={page.items} caption="有重复的表单对" mayPropose={mayPropose} />
              <Pager
                first={page.first}
                shown={page.items.length}
                total={page.total}
                unit="对"
                previous={page.previous && pairsHref({ filter, at: page.previous })}
                next={page.next && pairsHref({ filter, at: page.next })}
              />
            </>
          )}
        </>
      )}
    </>
  );
}
