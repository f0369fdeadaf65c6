import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { read } from "../../../../_server/read.ts";
import { ElementForm } from "../element-form.tsx";

export const metadata: Metadata = { title: "新增数据元" };

export default async function NewDataElementPage() {
  const units = await read((tx, actor) =>
    can(actor, "edit_data_elements") ? listUnitChoices(tx) : Promise.resolve(undefined),
  );
  if (units === undefined) notFound();
  return (
    <>
      <PageHeader title="新增数据元" note="本机关和下级机关都能看到、都按它对应报表字段。" />
      <ElementForm units={units} backHref="/redundancy/catalogue" />
    </>
  );
}
