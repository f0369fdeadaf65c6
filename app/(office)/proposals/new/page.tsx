import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pickedItems } from "#db/queries/proposals.ts";
import { listRegions } from "#db/queries/regions.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { isoDay } from "#lib/format/date.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { read, requestTime } from "../../../_server/read.ts";
import { parseItems, type RawParams } from "../search-params.ts";
import { CreateForm } from "./create-form.tsx";

export const metadata: Metadata = { title: "新建整合方案" };

export default async function NewProposalPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const ids = parseItems(await searchParams);
  const { regions, units, picked, scope } = await read(async (tx, actor) => {
    if (!can(actor, "propose")) notFound();
    return {
      scope: actor.scope,
      regions: await listRegions(tx, { under: actor.scope, inUseOnly: true }),
      units: await listUnitChoices(tx),
      picked: await pickedItems(tx, ids),
    };
  });
  return (
    <>
      <PageHeader
        title="新建整合方案"
        note="选择范围后立即测算第一轮。缺少年次数、填报单位数、填报粒度、用时或字段的表会列出所缺，不取消也不合并。"
      />
      <CreateForm
        regions={regions.map(({ code, name }) => ({ code, name }))}
        units={units.map(({ id, name, regionCode }) => ({ id, name, regionCode }))}
        picked={picked.filter(({ kind }) => kind === "form").map(({ id, name, unitName }) => ({ id, name, unitName }))}
        left={picked.filter(({ kind }) => kind !== "form").length}
        scope={scope}
        today={isoDay(requestTime())}
      />
    </>
  );
}
