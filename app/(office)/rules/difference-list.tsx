import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import type { PackDifference } from "#lib/risk/pack-diff.ts";
import styles from "./rules.module.css";

const CHANGE_LABEL: Record<PackDifference["change"], string> = { added: "新增", changed: "修改", removed: "去掉" };

/** What one version of a pack sets otherwise than another, rule by rule. */
export function DifferenceList({
  differences,
  own,
  nameOf,
}: {
  differences: readonly PackDifference[];
  /** The pack's region: entries for it are not named. */
  own: string;
  nameOf: ReadonlyMap<string, string>;
}) {
  if (differences.length === 0) return <p className="soft">没有差别</p>;
  return (
    <ul className={styles.differences}>
      {differences.map(({ key, title, kind, regionCode, change, moves }) => (
        <li key={key}>
          <span className={styles.change} data-change={change}>
            {CHANGE_LABEL[change]}
          </span>
          {title}（{ASSET_KIND_LABEL[kind]}
          {regionCode === own ? "" : `，${nameOf.get(regionCode) ?? regionCode}`}）
          {change === "removed" ? null : (
            <ul>
              {moves.map(({ label, before, after }) => (
                <li key={label}>
                  {label}：
                  {change === "added" ? (
                    after
                  ) : (
                    <>
                      {before ?? "无"}
                      <span className={styles.arrow}>→</span>
                      {after ?? "无"}
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
