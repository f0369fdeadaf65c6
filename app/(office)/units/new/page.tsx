import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { listRegions } from "#db/queries/regions.ts";
import { can } from "#lib/actor.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { read } from "../../../_server/read.ts";
import { registerUnitAction } from "../actions.ts";
import { UnitForm } from "../unit-form.tsx";

export const metadata: Metadata = { title: "登记单位" };

export default async function NewUnitPage() {
  const { mayEdit, regions } = await read(async (tx, actor) => ({
    mayEdit: can(actor, "edit_units"),
    regions: await listRegions(tx, { under: actor.scope }),
  }));
  if (!mayEdit) notFound();
  return (
    <>
      <PageHeader title="登记单位" note="只有名称和行政区划必填，其余不清楚的留空。" />
      <UnitForm
        values={{}}
        regions={regions.map(({ code, name }) => ({ code, name }))}
        action={registerUnitAction}
        submit="登记"
        backHref="/units"
      />
    </>
  );
}
