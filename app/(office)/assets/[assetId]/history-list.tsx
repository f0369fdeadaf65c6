import Link from "next/link";
import type { listAssetHistory } from "#db/queries/asset-details.ts";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { changeLines } from "#lib/format/change-text.ts";
import { formatTime } from "#lib/format/date.ts";
import styles from "./page.module.css";

const VERB_LABEL: Record<string, string> = {
  create: "登记",
  update: "修改",
  decide: "评审决定",
  exempt: "豁免",
  delete: "删除",
};

/** Everything that ever happened to the item: who, when, and what became of what. */
export function HistoryList({
  kind,
  history,
  unitNames,
  nextHref,
}: {
  kind: AssetKind;
  history: Awaited<ReturnType<typeof listAssetHistory>>;
  unitNames: Record<string, string>;
  nextHref: string | undefined;
}) {
  return (
    <section className="panel" aria-labelledby="history">
      <h2 id="history">变更历史，共 {history.total} 次</h2>
      {history.entries.length === 0 ? (
        <p className="soft">还没有变更记录。</p>
      ) : (
        <ol className={styles.items}>
          {history.entries.map((entry) => (
            <li key={entry.seq}>
              <div className="row">
                <strong>{VERB_LABEL[entry.verb] ?? entry.verb}</strong>
                <span className="soft">
                  {entry.actorName}，{formatTime(entry.at)}，第 {entry.version} 版
                  {entry.batchId === null ? "" : "，来自批量导入"}
                </span>
              </div>
              <Lines entry={entry} kind={kind} unitNames={unitNames} />
            </li>
          ))}
        </ol>
      )}
      {nextHref === undefined ? null : (
        <p className="no-print">
          <Link href={nextHref} scroll={false}>
            更早的变更
          </Link>
        </p>
      )}
    </section>
  );
}

type Entry = Awaited<ReturnType<typeof listAssetHistory>>["entries"][number];

function Lines({ entry, kind, unitNames }: { entry: Entry; kind: AssetKind; unitNames: Record<string, string> }) {
  const lines = changeLines(kind, entry.change, (id) => unitNames[id]);
  const list = (
    <dl className={styles.change}>
      {lines.map((line) => (
        <div key={line.key} style={{ display: "contents" }}>
          <dt>{line.label}</dt>
          <dd>
            {entry.verb === "create" ? null : (
              <>
                <del>{line.before}</del>
                <span className="visually-hidden">改为</span> <span aria-hidden>→</span>{" "}
              </>
            )}
            <ins style={{ textDecoration: "none" }}>{line.after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
  if (entry.verb !== "create") return list;
  return (
    <details className={styles.details}>
      <summary>当时登记的内容，{lines.length} 项</summary>
      {list}
    </details>
  );
}
