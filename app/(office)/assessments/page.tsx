import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { type AssessmentRow, listAssessments } from "#db/queries/assessments.ts";
import { getRegionName, listRegions } from "#db/queries/regions.ts";
import { can } from "#lib/actor.ts";
import { formatDay, formatTime, isoDay } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { DataTable, type TableColumn } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { PackLink } from "../../_components/pack-link.tsx";
import { PageHeader } from "../../_components/page-header.tsx";
import { Pager } from "../../_components/pager.tsx";
import { read, requestTime } from "../../_server/read.ts";
import { RunForm } from "./run-form.tsx";

export const metadata: Metadata = { title: "研判记录" };

const PAGE = 50;
const Params = z.object({ page: z.coerce.number().int().min(1).catch(1) });
type Row = AssessmentRow & { regionName: string; earlier: string | undefined };

const COLUMNS: readonly TableColumn<Row>[] = [
  {
    id: "asOf",
    title: "研判时点",
    cell: (row) => <Link href={`/assessments/${row.id}`}>{formatDay(row.asOf)}</Link>,
  },
  { id: "region", title: "地区", isShort: true, cell: (row) => row.regionName },
  { id: "assets", title: "研判条目", isNumber: true, cell: (row) => formatNumber(row.assets) },
  { id: "pack", title: "规则包", isShort: true, cell: (row) => <PackLink version={row.packVersion} /> },
  { id: "by", title: "执行人", isShort: true, cell: (row) => row.createdByName },
  { id: "at", title: "执行时间", isShort: true, cell: (row) => formatTime(row.createdAt) },
  {
    id: "compare",
    title: "对比",
    isShort: true,
    cell: (row) =>
      row.earlier === undefined ? (
        <span className="soft">没有更早的</span>
      ) : (
        <Link href={`/assessments/compare?a=${row.earlier}&b=${row.id}`}>与上一次对比</Link>
      ),
  },
];

export default async function AssessmentsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { page } = Params.parse(await searchParams);
  const { rows, total, regions, actor } = await read(async (tx, actor) => {
    // One more than shown, so that the last row of the page finds the run before it.
    const { items, total } = await listAssessments(tx, { limit: PAGE + 1, offset: (page - 1) * PAGE });
    const names = new Map<string, string>();
    for (const { regionCode } of items) {
      if (!names.has(regionCode)) names.set(regionCode, await getRegionName(tx, regionCode));
    }
    const regions = can(actor, "assess") ? await listRegions(tx, { under: actor.scope, inUseOnly: true }) : [];
    const own = { code: actor.scope, name: await getRegionName(tx, actor.scope) };
    return {
      actor,
      total,
      regions: [own, ...regions.filter((region) => region.code !== own.code)],
      rows: items.slice(0, PAGE).map((row, index) => ({
        ...row,
        regionName: names.get(row.regionCode) ?? row.regionCode,
        earlier: items.slice(index + 1).find((one) => one.regionCode === row.regionCode)?.id,
      })),
    };
  });
  return (
    <>
      <PageHeader
        title="研判记录"
        note="每次研判都单独留存，连同当时的规则包和日期；再研判一次是新增一条，不覆盖以前的。"
      />
      {can(actor, "assess") ? (
        <RunForm
          regions={regions.map(({ code, name }) => ({ code, name }))}
          scope={actor.scope}
          today={isoDay(requestTime())}
        />
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title="还没有研判过">
          <p>
            {can(actor, "assess")
              ? "点上面的“执行研判”，按规则逐条判断在运行的条目。"
              : "监督检查人员执行研判后，会列在这里。"}
          </p>
        </EmptyState>
      ) : (
        <>
          <DataTable caption="研判记录" columns={COLUMNS} rows={rows} rowKey={(row) => row.id} />
          {total > PAGE ? (
            <Pager
              first={(page - 1) * PAGE + 1}
              shown={rows.length}
              total={total}
              unit="次"
              previous={page > 1 ? `/assessments?page=${page - 1}` : undefined}
              next={page * PAGE < total ? `/assessments?page=${page + 1}` : undefined}
            />
          ) : null}
        </>
      )}
    </>
  );
}
