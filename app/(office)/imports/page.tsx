import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { type ImportBatch, listImportBatches } from "#db/queries/imports.ts";
import { can } from "#lib/actor.ts";
import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import { formatTime } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { BATCH_STATE_LABEL } from "#lib/intake/batch-state.ts";
import { DataTable, type TableColumn } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { LinkButton } from "../../_components/link-button.tsx";
import { PageHeader } from "../../_components/page-header.tsx";
import { Pager } from "../../_components/pager.tsx";
import { read } from "../../_server/read.ts";

export const metadata: Metadata = { title: "导入" };

const PAGE = 50;
const Params = z.object({ page: z.coerce.number().int().min(1).catch(1) });

const COLUMNS: readonly TableColumn<ImportBatch>[] = [
  { id: "file", title: "文件", cell: (batch) => <Link href={`/imports/${batch.id}`}>{batch.fileName}</Link> },
  { id: "kind", title: "种类", isShort: true, cell: (batch) => ASSET_KIND_LABEL[batch.kind] },
  { id: "state", title: "状态", isShort: true, cell: (batch) => BATCH_STATE_LABEL[batch.state] },
  { id: "rows", title: "读取行数", isNumber: true, cell: (batch) => formatNumber(batch.rowsRead) },
  { id: "created", title: "新建", isNumber: true, cell: (batch) => formatNumber(batch.created) },
  { id: "updated", title: "更新", isNumber: true, cell: (batch) => formatNumber(batch.updated) },
  { id: "unchanged", title: "无变化", isNumber: true, cell: (batch) => formatNumber(batch.unchanged) },
  {
    id: "rejected",
    title: "有误",
    isNumber: true,
    cell: (batch) =>
      batch.rejected === 0 ? (
        "0"
      ) : (
        <Link href={`/imports/${batch.id}?show=reject`}>{formatNumber(batch.rejected)}</Link>
      ),
  },
  { id: "by", title: "导入人", isShort: true, cell: (batch) => batch.createdByName },
  { id: "at", title: "时间", isShort: true, cell: (batch) => formatTime(batch.createdAt) },
];

export default async function ImportsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { page } = Params.parse(await searchParams);
  const { items, total, mayImport } = await read(async (tx, actor) => ({
    ...(await listImportBatches(tx, { page, pageSize: PAGE })),
    mayImport: can(actor, "import"),
  }));
  return (
    <>
      <PageHeader
        title="导入"
        note="把已有的台账（CSV 或 XLSX）整批导入：先预检每一行，再提交；提交后可以整批撤销。"
        actions={
          mayImport ? (
            <LinkButton type="primary" href="/imports/new">
              导入台账
            </LinkButton>
          ) : null
        }
      />
      {items.length === 0 ? (
        <EmptyState title="还没有导入过">
          <p>
            {mayImport
              ? "点右上角“导入台账”，选择单位现有的台账文件即可，不需要改成固定的模板。"
              : "导入的台账会列在这里。"}
          </p>
        </EmptyState>
      ) : (
        <>
          <DataTable caption="导入批次" columns={COLUMNS} rows={items} rowKey={(batch) => batch.id} />
          {total > PAGE ? (
            <Pager
              first={(page - 1) * PAGE + 1}
              shown={items.length}
              total={total}
              unit="批"
              previous={page > 1 ? `/imports?page=${page - 1}` : undefined}
              next={page * PAGE < total ? `/imports?page=${page + 1}` : undefined}
            />
          ) : null}
        </>
      )}
    </>
  );
}
