import Link from "next/link";
import { formatNumber } from "#lib/format/number.ts";
import { personalText } from "#lib/text/personal.ts";
import styles from "../texts.module.css";
import type { Outcome } from "./send-text.ts";

/** A file on its way; no outcome yet while it waits or is being read. */
export type FileState = { name: string; outcome: Outcome | null };

/** What became of each file, those that need somebody first in the summary. */
export function FileOutcomes({ files, isRunning }: { files: readonly FileState[]; isRunning: boolean }) {
  if (files.length === 0) return null;
  const count = (is: Outcome["is"]) => files.filter(({ outcome }) => outcome?.is === is).length;
  const done = files.filter(({ outcome }) => outcome !== null).length;
  return (
    <div className="stack">
      <p role="status">
        {isRunning ? `正在读第 ${Math.min(done + 1, files.length)} 份，共 ${files.length} 份。` : ""}
        已登记 {formatNumber(count("added"))} 份，此前已有 {formatNumber(count("known"))} 份，没有登记{" "}
        {formatNumber(count("refused"))} 份。
      </p>
      <ul className={styles.outcomes}>
        {files.map(({ name, outcome }) => (
          <li key={name} data-outcome={outcome?.is}>
            <span className={styles.fileName}>{name}</span>
            <span>{outcome === null ? <span className="soft">等待</span> : <Told outcome={outcome} />}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Told({ outcome }: { outcome: Outcome }) {
  if (outcome.is === "refused") return <>没有登记：{outcome.message}</>;
  if (outcome.is === "known") {
    return (
      <>
        此前已有，<Link href={`/texts/${outcome.id}`}>打开已有的文本</Link>
      </>
    );
  }
  const open = outcome.counting - outcome.remembered;
  const numbers = personalText(outcome.masked);
  const notes = [...outcome.notes, ...(numbers === null ? [] : [`已遮盖${numbers}`])];
  return (
    <>
      <Link href={`/texts/${outcome.id}`}>{outcome.title}</Link>
      {open === 0 ? "，没有待确认的要求" : `，${open} 处待确认`}
      {outcome.remembered > 0 ? `，${outcome.remembered} 处此前已排除` : ""}
      {notes.length > 0 ? `。注意：${notes.join("；")}` : ""}
    </>
  );
}
