import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getRegionName, listRegions } from "#db/queries/regions.ts";
import { can } from "#lib/actor.ts";
import { ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { targetsOf } from "#lib/intake/targets.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { read } from "../../../_server/read.ts";
import { ImportSteps } from "./import-steps.tsx";

export const metadata: Metadata = { title: "导入台账" };

const TARGETS = Object.fromEntries(
  ASSET_KINDS.map((kind) => [kind, Object.entries(targetsOf(kind)).map(([value, { label }]) => ({ value, label }))]),
) as Parameters<typeof ImportSteps>[0]["targets"];

export default async function NewImportPage() {
  const { regions, scope } = await read(async (tx, actor) => {
    if (!can(actor, "import")) notFound();
    const own = { code: actor.scope, name: await getRegionName(tx, actor.scope) };
    // A department's rows all lie where the department is: there is nothing to choose.
    const below = actor.role === "department" ? [] : await listRegions(tx, { under: actor.scope });
    return {
      scope: actor.scope,
      regions: [own, ...below.filter(({ code }) => code !== own.code)].map(({ code, name }) => ({ code, name })),
    };
  });
  return (
    <>
      <PageHeader
        title="导入台账"
        note="用单位现有的台账即可：列名自动识别，认不出的列原样保留。预检不改动任何条目。"
      />
      <ImportSteps regions={regions} scope={scope} targets={TARGETS} />
    </>
  );
}
