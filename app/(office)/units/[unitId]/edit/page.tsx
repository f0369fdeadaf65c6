import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { findUnit } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { read } from "../../../../_server/read.ts";
import { amendUnitAction } from "../../actions.ts";
import { UnitForm } from "../../unit-form.tsx";

export const metadata: Metadata = { title: "修改单位" };

export default async function EditUnitPage({ params }: { params: Promise<{ unitId: string }> }) {
  const { unitId } = await params;
  const found = await read(async (tx, actor) => {
    const unit = z.uuid().safeParse(unitId).success ? await findUnit(tx, unitId) : undefined;
    return unit && { unit, mayEdit: can(actor, "edit_units") };
  });
  if (found === undefined || !found.mayEdit) notFound();
  const { unit } = found;
  return (
    <>
      <PageHeader title={`修改：${unit.name}`} />
      <UnitForm
        values={{ ...unit, seenAt: unit.updatedAt.toISOString() }}
        action={amendUnitAction}
        submit="保存修改"
        backHref={`/units/${unit.id}`}
      />
    </>
  );
}
