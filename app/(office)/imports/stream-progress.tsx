import type { Progress } from "#db/command.ts";
import styles from "./imports.module.css";

/** How far a long import is, in rows. */
export function StreamProgress({ progress, starting }: { progress: Progress | null; starting: string }) {
  const total = progress?.total ?? undefined;
  return (
    <div className={styles.progress} role="status">
      <progress max={total} value={total === undefined ? undefined : progress?.done} />
      <span>
        {progress === null
          ? starting
          : `${progress.label}：${progress.done.toLocaleString("zh-CN")}${total === undefined ? "" : ` / ${total.toLocaleString("zh-CN")}`} 行`}
      </span>
    </div>
  );
}
