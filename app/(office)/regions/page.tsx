import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { listRegions } from "#db/queries/regions.ts";
import { can } from "#lib/actor.ts";
import { NATION, REGION_LEVEL_LABEL } from "#lib/region/region.ts";
import { DataTable } from "../../_components/data-table.tsx";
import { PageHeader } from "../../_components/page-header.tsx";
import { read } from "../../_server/read.ts";
import { RegionForm } from "./region-form.tsx";

export const metadata: Metadata = { title: "行政区划" };

export default async function RegionsPage() {
  const { mayEdit, regions, scope } = await read(async (tx, actor) => ({
    mayEdit: can(actor, "edit_units"),
    scope: actor.scope,
    regions: await listRegions(tx, { under: actor.scope, inUseOnly: actor.scope === NATION }),
  }));
  if (!mayEdit) notFound();
  return (
    <>
      <PageHeader
        title="行政区划"
        note={
          scope === NATION
            ? "只列出有单位或条目的区划。县级及以上来自国家代码表，乡镇（街道）和村（社区）在这里登记。"
            : "县级及以上来自国家代码表，乡镇（街道）和村（社区）在这里登记。代码登记后不删除、不重用。"
        }
      />
      <RegionForm />
      <DataTable
        caption="行政区划"
        rows={regions}
        rowKey={(region) => region.code}
        columns={[
          { id: "code", title: "代码", cell: (region) => region.code },
          { id: "name", title: "名称", cell: (region) => region.name },
          { id: "level", title: "级别", cell: (region) => REGION_LEVEL_LABEL[region.level] },
          { id: "parent", title: "上级代码", cell: (region) => region.parentCode ?? "无" },
        ]}
      />
    </>
  );
}
