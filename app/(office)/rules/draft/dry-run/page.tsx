import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { findDraft } from "#db/queries/local-packs.ts";
import { getRegionName } from "#db/queries/regions.ts";
import { can } from "#lib/actor.ts";
import { isoDay } from "#lib/format/date.ts";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { LinkButton } from "../../../../_components/link-button.tsx";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { read, requestTime } from "../../../../_server/read.ts";
import { DryRunView } from "./dry-run-view.tsx";

export const metadata: Metadata = { title: "试算" };

export default async function DryRunPage() {
  const { draft, name } = await read(async (tx, actor) => {
    if (!can(actor, "edit_packs")) notFound();
    return { draft: await findDraft(tx, actor.scope), name: await getRegionName(tx, actor.scope) };
  });
  return (
    <>
      <nav aria-label="位置" className="small row">
        <Link href="/rules">规则目录</Link>
        <Link href="/rules/draft">修改本级规则包</Link>
      </nav>
      <PageHeader
        title="试算"
        note={`把${name}在运行的条目分别按现行规则和草稿各判一次。两边用的是同一时刻的台账，差别全部来自规则；不与以前的研判比，也不留下研判记录。`}
        actions={
          <>
            <LinkButton href="/rules/draft">返回修改</LinkButton>
            <LinkButton type="primary" href={draft === undefined ? undefined : "/rules/draft/publish"}>
              发布
            </LinkButton>
          </>
        }
      />
      {draft === undefined ? (
        <EmptyState title="没有草稿">
          <p>
            先到<Link href="/rules/draft">修改本级规则包</Link>改动规则，保存后再试算。
          </p>
        </EmptyState>
      ) : (
        <DryRunView revision={draft.revision} today={isoDay(requestTime())} />
      )}
    </>
  );
}
