import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { findDraft, ownPack } from "#db/queries/local-packs.ts";
import { getRegionName, listRegions } from "#db/queries/regions.ts";
import { packBeneath } from "#db/queries/rule-packs.ts";
import { can } from "#lib/actor.ts";
import { draftProblems } from "#lib/risk/draft.ts";
import { diffPacks } from "#lib/risk/pack-diff.ts";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { read } from "../../../../_server/read.ts";
import { DifferenceList } from "../../difference-list.tsx";
import styles from "../../rules.module.css";
import { PublishForm } from "./publish-form.tsx";

export const metadata: Metadata = { title: "发布本级规则包" };

export default async function PublishPage() {
  const { region, name, draft, own, above, names } = await read(async (tx, actor) => {
    if (!can(actor, "edit_packs")) notFound();
    return {
      region: actor.scope,
      name: await getRegionName(tx, actor.scope),
      draft: await findDraft(tx, actor.scope),
      own: await ownPack(tx, actor.scope),
      above: await packBeneath(tx, actor.scope),
      names: new Map((await listRegions(tx, { under: actor.scope })).map((one) => [one.code, one.name])),
    };
  });
  const problems = draft === undefined ? [] : draftProblems(draft.content, above);
  const differences = draft === undefined ? [] : diffPacks(own?.pack ?? null, draft.content, above);
  return (
    <>
      <nav aria-label="位置" className="small row">
        <Link href="/rules">规则目录</Link>
        <Link href="/rules/draft">修改本级规则包</Link>
      </nav>
      <PageHeader
        title="发布本级规则包"
        note={`发布后立即用于${name}及其下级以后的研判；已有的研判不变，也可以随时恢复以前的版本。`}
      />
      {draft === undefined ? (
        <EmptyState title="没有草稿">
          <p>
            草稿可能刚由他人发布或放弃，请到<Link href="/rules/versions">规则包版本</Link>查看。
          </p>
        </EmptyState>
      ) : (
        <>
          <section className="panel" aria-labelledby="differences">
            <h2 id="differences">与现行规则的差别（{differences.length}）</h2>
            <DifferenceList differences={differences} own={region} nameOf={names} />
          </section>
          {problems.length === 0 ? (
            <section className="panel" aria-labelledby="publish">
              <h2 id="publish">发布</h2>
              <p className={styles.advice}>
                发布前请先<Link href="/rules/draft/dry-run">试算</Link>，看清哪些条目会因此变化。
              </p>
              <PublishForm regionCode={region} revision={draft.revision} title={draft.title} />
            </section>
          ) : (
            <section className="panel" aria-labelledby="problems" role="alert">
              <h2 id="problems">还不能发布</h2>
              <ul>
                {problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
              <p>
                上级规则包可能在草稿保存后变过，请回到<Link href="/rules/draft">草稿</Link>改正。
              </p>
            </section>
          )}
        </>
      )}
    </>
  );
}
