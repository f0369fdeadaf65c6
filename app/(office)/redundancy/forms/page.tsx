import type { Metadata } from "next";
import { placeOf } from "#db/queries/in-region.ts";
import type { OverlapFilter } from "#db/queries/overlap-filter.ts";
import {
  type ComparedForm,
  countFormRelations,
  countFormStock,
  type FormPairRow,
  findComparedForm,
  listFormPairs,
} from "#db/queries/overlaps.ts";
import { decodeCursor, type Page } from "#db/queries/page.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { formatNumber } from "#lib/format/number.ts";
import type { FormRelation } from "#lib/redundancy/vocabulary.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { read } from "../../../_server/read.ts";
import { lookAtPairs } from "../load-waste.ts";
import { OneRegion } from "../one-region.tsx";
import { RedundancyTabs } from "../redundancy-tabs.tsx";
import { TooMany } from "../too-many.tsx";
import { NoFittingPairs, NoPairs, NoPairsOf } from "./no-pairs.tsx";
import { OneForm } from "./one-form.tsx";
import { PairFilters } from "./pair-filters.tsx";
import { PairTable } from "./pair-table.tsx";
import { RelationTabs } from "./relation-tabs.tsx";
import { pairQuery, pairsHref, parsePairSearch, type RawParams } from "./search-params.ts";

export const metadata: Metadata = { title: "表单重复" };

const SIZE = 50;

export default async function FormPairsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { filter: asked, at } = parsePairSearch(await searchParams);
  const loaded = await read(async (tx, actor) => {
    const isDepartment = actor.role === "department";
    // The pairs of one form are few, wherever it lies.
    const look = asked.form === undefined ? await lookAtPairs(tx, actor, asked) : undefined;
    if (look?.parts) return { isTooMany: true, isDepartment, ...look, parts: look.parts } as const;
    const filter = look?.filter ?? asked;
    const cursor = at === undefined ? undefined : decodeCursor(at);
    const page = await listFormPairs(tx, { filter, cursor, size: SIZE });
    const isEmpty = page.items.length === 0;
    return {
      isTooMany: false,
      isDepartment,
      filter,
      region: look?.region,
      scope: look?.scope,
      page,
      counts: await countFormRelations(tx, filter),
      // Why nothing is found; counting all pairs is asked for nothing else.
      stock: isEmpty ? await countFormStock(tx, placeOf(filter)) : undefined,
      form: isEmpty && filter.form !== undefined ? await findComparedForm(tx, filter.form) : undefined,
      units: isDepartment ? [] : await listUnitChoices(tx, placeOf(filter)),
      mayPropose: can(actor, "propose"),
    } as const;
  });
  return (
    <>
      <PageHeader
        title="表单重复"
        note={
          loaded.isDepartment
            ? "本单位的表与哪些表问的是同样的内容；别的单位的表只公开表名和主办单位。"
            : "哪两张表问的是同样的内容：名称怎样写不论，比的是每一栏要填的数据项；点“并排比对”逐栏看。"
        }
        actions={
          loaded.isTooMany || loaded.page.total === 0 ? null : (
            <a className="button" href={`/redundancy/forms/export?${pairQuery(loaded.filter)}`} download>
              导出这 {formatNumber(loaded.page.total)} 对
            </a>
          )
        }
      />
      <RedundancyTabs current="/redundancy/forms" region={loaded.region} />
      {loaded.isTooMany ? (
        <TooMany
          forms={loaded.forms}
          href={(region) => pairsHref({ filter: { ...loaded.filter, region } })}
          parts={loaded.parts}
          level={{
            scope: loaded.scope,
            href: pairsHref({ filter: { ...loaded.filter, region: undefined, level: loaded.regionCode } }),
          }}
        />
      ) : (
        <Pairs {...loaded} />
      )}
    </>
  );
}

type Loaded = {
  filter: OverlapFilter;
  /** Of what is looked at; of one form it is not asked. */
  scope: string | undefined;
  page: Page<FormPairRow>;
  counts: Record<FormRelation, number>;
  /** Of an empty list. */
  stock: Awaited<ReturnType<typeof countFormStock>> | undefined;
  form: ComparedForm | undefined;
  units: readonly { id: string; name: string }[];
  mayPropose: boolean;
};

function Pairs({ filter, scope, page, counts, stock, form, units, mayPropose }: Loaded) {
  const narrowed =
    filter.form !== undefined ? (
      <OneForm filter={filter} form={page.items[0]?.a ?? (form && { ...form, reached: true })} />
    ) : filter.region === undefined && filter.level === undefined ? null : (
      <OneRegion wholeHref={pairsHref({ filter: { ...filter, region: undefined, level: undefined } })}>
        只列{scope}
        {filter.level === undefined ? "" : "本级"}的表，以及与它们重复的上级的表。
      </OneRegion>
    );
  if (stock?.pairs === 0 && filter.form === undefined)
    return (
      <>
        {narrowed}
        <NoPairs stock={stock} />
      </>
    );
  return (
    <>
      {narrowed}
      <RelationTabs counts={counts} filter={filter} />
      <PairFilters filter={filter} units={units} />
      {stock === undefined ? (
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
      ) : filter.form === undefined ? (
        <NoFittingPairs pairs={stock.pairs} place={placeOf(filter)} />
      ) : (
        <NoPairsOf form={form} />
      )}
    </>
  );
}
