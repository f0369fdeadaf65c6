import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { can } from "#lib/actor.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { requireActor } from "../../../_server/actor.ts";
import { DraftCheck } from "./draft-check.tsx";

export const metadata: Metadata = { title: "发文自查" };

export default async function CheckPage() {
  if (!can(await requireActor(), "view_items")) notFound();
  return (
    <>
      <PageHeader
        title="发文自查"
        note="发文之前，看看草稿里有没有给基层添负担的要求。扫描就在您的浏览器里进行，本页不保存、也不上传内容。"
      />
      <DraftCheck />
    </>
  );
}
