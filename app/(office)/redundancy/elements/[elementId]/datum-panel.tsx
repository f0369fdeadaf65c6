import Link from "next/link";
import { FREQUENCY_LABEL } from "#lib/asset/vocabulary.ts";
import { formatNumber } from "#lib/format/number.ts";
import { type DataElement, SENSITIVITY_LABEL } from "#lib/redundancy/catalogue/data-element.ts";
import { IDENTIFYING } from "#lib/redundancy/catalogue/standard/identifying.ts";
import { SHARING_LABEL } from "#lib/redundancy/vocabulary.ts";
import { Unknown } from "../../../../_components/tags.tsx";
import styles from "../elements.module.css";
import { frequencyText } from "./columns.ts";
import type { AskingRow } from "./load-element.ts";

/** What the catalogue says of the datum: who holds it, how often it changes, whether it is shared; and how that is against the asking. */
export function DatumPanel({ datum, rows }: { datum: DataElement | null; rows: readonly AskingRow[] }) {
  if (datum === null)
    return (
      <section className="panel" aria-label="数据元">
        <h2>数据元目录怎么说</h2>
        <p>
          目录里没有与它对应的<Link href="/redundancy/catalogue">数据元</Link>
          ：不知道多久变一次、哪个部门掌握、能否共享，因此没有算超过变动频率和可共享的工时。
        </p>
      </section>
    );
  const { changesPerYear } = datum;
  const identifying = IDENTIFYING.has(datum.identifier);
  const often = rows.filter(
    ({ form }) => !identifying && changesPerYear !== null && (form.timesPerYear ?? 0) > Math.max(1, changesPerYear),
  );
  const known = (value: string | null) => value ?? <Unknown />;
  return (
    <section className="panel" aria-label="数据元">
      <h2>数据元目录怎么说</h2>
      <dl className={styles.facts}>
        <dt>数据元</dt>
        <dd>
          <Link href={`/redundancy/catalogue/${encodeURIComponent(datum.identifier)}`}>
            {datum.name}（{datum.identifier}）
          </Link>
        </dd>
        <dt>哪个部门掌握</dt>
        <dd>{known(datum.sourceDepartment)}</dd>
        <dt>共享属性</dt>
        <dd>
          {known(datum.sharing && SHARING_LABEL[datum.sharing])}
          {datum.sharing === "conditional" ? "（要先申请取得，没有算作可省）" : ""}
        </dd>
        <dt>数源多久更新</dt>
        <dd>{known(datum.updateFrequency && FREQUENCY_LABEL[datum.updateFrequency])}</dd>
        <dt>数据多久变一次</dt>
        <dd>
          {changesPerYear === null ? (
            <Unknown />
          ) : changesPerYear === 0 ? (
            `一般不变${identifying ? "" : "，按一年要一次计"}`
          ) : (
            `一年约 ${formatNumber(changesPerYear, 1)} 次`
          )}
          {identifying ? "；说明一行是谁、在哪里，随表中其他数据一起填，次数按其他数据计" : ""}
          {often.length === 0
            ? null
            : `；${formatNumber(often.length)} 处要得更勤：${often
                .slice(0, 5)
                .map((row) => `《${row.form.name}》${frequencyText(row) ?? ""}`)
                .join("、")}${often.length > 5 ? "等" : ""}`}
        </dd>
        <dt>敏感级别</dt>
        <dd>{known(datum.sensitivity === null ? null : SENSITIVITY_LABEL[datum.sensitivity])}</dd>
      </dl>
    </section>
  );
}
