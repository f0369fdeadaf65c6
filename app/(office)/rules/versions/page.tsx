import type { Metadata } from "next";
import Link from "next/link";
import { findDraft, listActivations, listLocalVersions, ownPack } from "#db/queries/local-packs.ts";
import { getRegionName, listRegions } from "#db/queries/regions.ts";
import { can } from "#lib/actor.ts";
import { formatTime } from "#lib/format/date.ts";
import type { LocalPack } from "#lib/risk/pack.ts";
import { diffPacks } from "#lib/risk/pack-diff.ts";
import { shippedPackOf } from "#lib/risk/packs/index.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { LinkButton } from "../../../_components/link-button.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { read } from "../../../_server/read.ts";
import { DifferenceList } from "../difference-list.tsx";
import styles from "../rules.module.css";
import { SwitchPack } from "./switch-pack.tsx";

export const metadata: Metadata = { title: "规则包版本" };

/** A version of the region's own pack; one that is shipped has no publisher. */
type Version = { pack: LocalPack; note: string; by: string | null; at: Date | null; before: LocalPack | null };
type Activation = Awaited<ReturnType<typeof listActivations>>[number];

export default async function VersionsPage() {
  const { actor, name, own, draft, published, activations, names } = await read(async (tx, actor) => ({
    actor,
    name: await getRegionName(tx, actor.scope),
    own: await ownPack(tx, actor.scope),
    draft: can(actor, "edit_packs") ? await findDraft(tx, actor.scope) : undefined,
    published: await listLocalVersions(tx, actor.scope),
    activations: await listActivations(tx, actor.scope),
    names: new Map((await listRegions(tx, { under: actor.scope })).map((region) => [region.code, region.name])),
  }));
  const mayEdit = can(actor, "edit_packs");
  const applied = own?.pack.version ?? null;
  const shipped = shippedPackOf(actor.scope);
  const ownVersions = published.filter(({ version }) => version !== shipped?.version);
  const versions: Version[] = ownVersions.map(({ content, note, publishedByName, publishedAt }, index) => ({
    pack: content,
    note,
    by: publishedByName,
    at: publishedAt,
    before: ownVersions[index + 1]?.content ?? shipped ?? null,
  }));
  if (shipped) versions.push({ pack: shipped, note: "随产品提供。", by: null, at: null, before: null });
  return (
    <>
      <nav aria-label="位置" className="small">
        <Link href="/rules">规则目录</Link>
      </nav>
      <PageHeader
        title="规则包版本"
        note={`${name}在全国规则之上另行规定的规则。发布后的版本不再改动，可以随时恢复；以前的研判始终按当时的版本留存。`}
        actions={
          mayEdit ? (
            <>
              {own === null ? null : <SwitchPack regionCode={actor.scope} version={null} current={applied} name="" />}
              <LinkButton type="primary" href="/rules/draft">
                {draft === undefined ? "修改本级规则包" : "继续修改草稿"}
              </LinkButton>
            </>
          ) : undefined
        }
      />
      <p role="status" className={styles.applied}>
        {own === null ? (
          "现在没有启用本级规则包，按上级规则研判。"
        ) : (
          <>
            正在使用：
            <Link href={`/rules/versions/${own.pack.version}`}>
              {own.pack.title}（{own.pack.version}）
            </Link>
          </>
        )}
      </p>
      {versions.length === 0 ? (
        <EmptyState title="还没有本级规则包">
          <p>
            {mayEdit
              ? "点“修改本级规则包”，调整门槛、权重或增加规则，试算后发布。"
              : "监督检查人员发布本级规则包后，会列在这里。"}
          </p>
        </EmptyState>
      ) : (
        <ol className={styles.versions} aria-label="版本">
          {versions.map((version) => (
            <li key={version.pack.version} className="panel">
              <div className="row spread">
                <h2>
                  <Link href={`/rules/versions/${version.pack.version}`}>{version.pack.title}</Link>
                  {version.pack.version === applied ? <span className={styles.own}>正在使用</span> : null}
                </h2>
                {mayEdit && version.pack.version !== applied ? (
                  <SwitchPack
                    regionCode={actor.scope}
                    version={version.pack.version}
                    current={applied}
                    name={version.pack.title}
                  />
                ) : null}
              </div>
              <p className="soft small">
                版本 {version.pack.version}，
                {version.at === null ? "随产品提供" : `${version.by}于${formatTime(version.at)}发布`}
              </p>
              {version.at === null ? null : <p>发布说明：{version.note}</p>}
              <details open={version.pack.version === applied && version.at !== null}>
                <summary>{version.before === null ? "规定的内容" : "与上一版本的差别"}</summary>
                <DifferenceList
                  differences={diffPacks(version.before, version.pack)}
                  own={actor.scope}
                  nameOf={names}
                />
              </details>
            </li>
          ))}
        </ol>
      )}
      {activations.length === 0 ? null : (
        <section className="stack" aria-labelledby="switches">
          <h2 id="switches">切换记录</h2>
          <DataTable caption="切换记录" columns={SWITCHES} rows={activations} rowKey={(row) => String(row.seq)} />
        </section>
      )}
    </>
  );
}

const SWITCHES: readonly TableColumn<Activation>[] = [
  { id: "at", title: "时间", cell: (row) => formatTime(row.activatedAt) },
  {
    id: "version",
    title: "启用的版本",
    cell: (row) =>
      row.version === null ? "停用本级规则包" : <Link href={`/rules/versions/${row.version}`}>{row.version}</Link>,
  },
  { id: "by", title: "操作人", isShort: true, cell: (row) => row.activatedByName },
  { id: "reason", title: "理由", cell: (row) => row.reason },
];
