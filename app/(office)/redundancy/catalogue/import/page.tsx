import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { can } from "#lib/actor.ts";
import { LinkButton } from "../../../../_components/link-button.tsx";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { requireActor } from "../../../../_server/actor.ts";
import { ImportForm } from "./import-form.tsx";

export const metadata: Metadata = { title: "导入数据元目录" };

export default async function ImportCataloguePage() {
  if (!can(await requireActor(), "edit_data_elements")) notFound();
  return (
    <>
      <PageHeader
        title="导入数据元目录"
        note="先导出目录作模板，在上面修改或者添行，再导入。先试算，看过结果再确认，确认之前什么都不写入。"
        actions={
          <>
            <a className="button" href="/redundancy/catalogue/export" download>
              导出目录作模板
            </a>
            <LinkButton href="/redundancy/catalogue">返回目录</LinkButton>
          </>
        }
      />
      <ImportForm />
    </>
  );
}
