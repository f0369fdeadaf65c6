import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { CHECKED_KINDS } from "#lib/redundancy/check/vocabulary.ts";
import { PageHeader } from "../../_components/page-header.tsx";
import { requireActor } from "../../_server/actor.ts";
import { read } from "../../_server/read.ts";
import { CheckDesk } from "./check-desk.tsx";

export const metadata: Metadata = { title: "新建查重" };

const Params = z.object({ kind: z.enum(CHECKED_KINDS).catch("form") });

export default async function CheckNewPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!can(actor, "edit_items")) notFound();
  const { kind } = Params.parse(await searchParams);
  const units = await read((tx) => listUnitChoices(tx));
  return (
    <>
      <PageHeader
        title="新建查重"
        note="准备新发一张表、新建一个应用或工作群之前，先看看别处是不是已经有了。只比对，不保存；别的单位的条目只显示名称和单位。"
      />
      <CheckDesk
        key={kind}
        kind={kind}
        units={units}
        ownUnit={actor.unitId === null ? undefined : units.find(({ id }) => id === actor.unitId)}
      />
    </>
  );
}
