import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { catalogueFor } from "#db/queries/data-elements.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { toldOf } from "#lib/redundancy/catalogue/file-columns.ts";
import { PageHeader } from "../../../../../_components/page-header.tsx";
import { read } from "../../../../../_server/read.ts";
import { ElementForm } from "../../element-form.tsx";
import { dataElementHref } from "../../search-params.ts";

export const metadata: Metadata = { title: "修改数据元" };

export default async function EditDataElementPage({ params }: { params: Promise<{ identifier: string }> }) {
  const identifier = decodeURIComponent((await params).identifier);
  const found = await read(async (tx, actor) => {
    if (!can(actor, "edit_data_elements")) return undefined;
    const element = (await catalogueFor(tx, actor.scope)).find((one) => one.identifier === identifier);
    return element && { element, units: await listUnitChoices(tx), scope: actor.scope };
  });
  if (found === undefined) notFound();
  const { element, units, scope } = found;
  const own = element.own?.regionCode === scope ? element.own : undefined;
  return (
    <>
      <PageHeader
        title={`修改：${element.name}`}
        note={
          own === undefined
            ? "保存后本机关和下级机关按您改的用，随时可以恢复原来的。"
            : "本机关和下级机关都按它对应报表字段。"
        }
      />
      <ElementForm
        told={toldOf(element)}
        {...(own === undefined ? { replaces: true } : { own: { id: own.id, version: own.version } })}
        units={units}
        backHref={dataElementHref(identifier)}
      />
    </>
  );
}
