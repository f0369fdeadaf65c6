import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { read } from "../../../_server/read.ts";
import { AddForm } from "./add-form.tsx";

export const metadata: Metadata = { title: "登记文本" };

export default async function NewTextPage() {
  const { actor, units } = await read(async (tx, actor) => ({ actor, units: await listUnitChoices(tx) }));
  if (!can(actor, "scan_texts")) notFound();
  return (
    <>
      <PageHeader
        title="登记文本"
        note="通知、考核细则、群公告、反映材料，粘贴或上传后逐句扫描，找出对基层的要求，由您逐处确认。"
      />
      <AddForm units={units} />
    </>
  );
}
