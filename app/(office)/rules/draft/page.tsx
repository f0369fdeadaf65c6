import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { findDraft, ownPack } from "#db/queries/local-packs.ts";
import { getRegionName, listRegions } from "#db/queries/regions.ts";
import { packBeneath } from "#db/queries/rule-packs.ts";
import { can } from "#lib/actor.ts";
import { formatTime } from "#lib/format/date.ts";
import { draftEntries } from "#lib/risk/draft.ts";
import { NATIONAL } from "#lib/risk/packs/index.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { read } from "../../../_server/read.ts";
import { DraftEditor } from "./draft-editor.tsx";

export const metadata: Metadata = { title: "修改本级规则包" };

export default async function DraftPage() {
  const { actor, name, above, own, draft, regions } = await read(async (tx, actor) => {
    if (!can(actor, "edit_packs")) notFound();
    return {
      actor,
      name: await getRegionName(tx, actor.scope),
      above: await packBeneath(tx, actor.scope),
      own: await ownPack(tx, actor.scope),
      draft: await findDraft(tx, actor.scope),
      regions: (await listRegions(tx, { under: actor.scope, inUseOnly: true })).map((one) => ({
        code: one.code,
        name: one.name,
      })),
    };
  });
  const applied = own === null ? [] : draftEntries(own.pack);
  const appliedVersion = own?.pack.version ?? null;
  return (
    <>
      <nav aria-label="位置" className="small row">
        <Link href="/rules">规则目录</Link>
        <Link href="/rules/versions">规则包版本</Link>
      </nav>
      <PageHeader
        title="修改本级规则包"
        note={`${name}可以在上级规则之上增加规则、收紧要求、设定限额，不能取消上级的红线。改动先存为草稿，试算并发布后才用于研判。`}
      />
      {draft === undefined ? null : (
        <p className="soft">
          草稿由{draft.updatedByName}于{formatTime(draft.updatedAt)}保存。
          {draft.startedFrom === appliedVersion
            ? ""
            : `草稿是从${draft.startedFrom ?? "没有本级规则包时"}开始改的，现行的是${appliedVersion ?? "无本级规则包"}，请核对下面的差别。`}
        </p>
      )}
      <DraftEditor
        regionCode={actor.scope}
        regionName={name}
        regions={regions.filter(({ code }) => code !== actor.scope)}
        actorId={actor.id}
        above={above}
        aboveName={above.version === NATIONAL.version ? "全国标准" : "上级标准"}
        applied={applied}
        draft={
          draft === undefined
            ? null
            : { revision: draft.revision, rules: draftEntries({ ...draft.content, regionCode: draft.regionCode }) }
        }
      />
    </>
  );
}
