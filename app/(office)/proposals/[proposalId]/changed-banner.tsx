import Link from "next/link";
import type { ChangesSince } from "#db/queries/proposals.ts";
import { formatNumber } from "#lib/format/number.ts";
import styles from "../proposals.module.css";

/** What has changed since the round was computed; the round itself stays as it is. */
export function ChangedBanner({ changes: { forms, total, aliases, elements } }: { changes: ChangesSince }) {
  if (total === 0 && aliases === 0 && elements === 0) return null;
  const said = [
    total === 0 ? null : `${formatNumber(total)} 张表有新增或改动`,
    aliases === 0 ? null : `${formatNumber(aliases)} 项数据项认定有改动`,
    elements === 0 ? null : `${formatNumber(elements)} 条数据元有改动`,
  ].filter((part) => part !== null);
  return (
    <section className={styles.notice} aria-label="测算之后的变化">
      <h2>这一轮测算之后，{said.join("，")}</h2>
      <p>下面仍是当时的结果；点“测算下一轮”按现在的情况重新测算，已记的意见照办。</p>
      {forms.length === 0 ? null : (
        <ul>
          {forms.map((form) => (
            <li key={form.id}>
              <Link href={`/assets/${form.id}`}>{form.name}</Link>：
              {form.isRunning ? (form.inRound ? "有改动" : "新增") : "已不再运行"}
            </li>
          ))}
          {total > forms.length ? <li>等 {formatNumber(total)} 张</li> : null}
        </ul>
      )}
    </section>
  );
}
