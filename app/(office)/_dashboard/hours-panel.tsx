import { rollup, sum } from "d3-array";
import Link from "next/link";
import type { AssetFilter } from "#db/queries/asset-filter.ts";
import type { sumHoursByLineAndState } from "#db/queries/dashboard.ts";
import { RUNNING_STATES, WORK_LINE_LABEL, type WorkLine } from "#lib/asset/vocabulary.ts";
import { formatLarge } from "#lib/format/number.ts";
import { FigureLink } from "../../_components/figure-link.tsx";
import { FigureTable } from "../../_components/figure-table.tsx";
import styles from "./dashboard.module.css";
import { HoursChart } from "./hours-chart.tsx";

type Rows = Awaited<ReturnType<typeof sumHoursByLineAndState>>;
const RUNNING: AssetFilter = { states: RUNNING_STATES };
/** Lines shown one by one; the others are one row, and stand in full on the outcome page. */
const SHOWN = 10;
const label = (line: WorkLine | null) => (line === null ? "条线未知" : WORK_LINE_LABEL[line]);

/** Hours a year by line of work: what could be worked out, and how many items could not. */
export function HoursPanel({ rows }: { rows: Rows }) {
  const byLine = rollup(rows, total, (row) => row.workLine);
  const lines = [...byLine]
    .map(([workLine, hours]) => ({ workLine, ...hours }))
    .sort((a, b) => b.mid - a.mid || label(a.workLine).localeCompare(label(b.workLine), "zh-CN"));
  const shown = lines.slice(0, SHOWN);
  const rest = lines.slice(SHOWN);
  const ofRest = rows.filter((row) => rest.some((line) => line.workLine === row.workLine));
  const restLines = rest.map((line) => line.workLine ?? "unknown");
  const cells = (hours: ReturnType<typeof total>, title: string, filter: AssetFilter) => ({
    mid: hours.known === 0 ? <span className="soft">无法测算</span> : formatLarge(hours.mid),
    range: hours.known === 0 ? "" : rangeText(hours.low, hours.high),
    known: <FigureLink items={hours.known} filter={{ ...filter, burden: "known" }} about={`${title}，已测算`} />,
    unknown: (
      <FigureLink items={hours.unknown} filter={{ ...filter, burden: "unknown" }} about={`${title}，无法测算`} />
    ),
  });
  return (
    <section className={`panel ${styles.wide}`} aria-label="各条线年负担">
      <h2>各条线年负担（小时/年）</h2>
      <div className={styles.split}>
        <HoursChart rows={shown} />
        <div>
          <FigureTable
            caption="各条线年负担小时数"
            corner="条线"
            columns={[
              { id: "mid", title: "中间值" },
              { id: "range", title: "范围" },
              { id: "known", title: "已测算" },
              { id: "unknown", title: "无法测算" },
            ]}
            rows={[
              ...shown.map((line) => ({
                id: line.workLine ?? "unknown",
                title: label(line.workLine),
                cells: cells(line, label(line.workLine), { ...RUNNING, workLines: [line.workLine ?? "unknown"] }),
              })),
              ...(rest.length === 0
                ? []
                : [
                    {
                      id: "rest",
                      title: `其余 ${rest.length} 个条线`,
                      cells: cells(total(ofRest), "其余条线", { ...RUNNING, workLines: restLines }),
                    },
                  ]),
              { id: "all", title: "合计", isTotal: true, cells: cells(total(rows), "合计", RUNNING) },
            ]}
          />
          <p className={`soft small ${styles.note}`}>
            只计在运行的条目；缺少测算要素的条目单独计数，不当作 0。范围由登记的最少、最多用时得出。
            <Link href="/outcome">全部条线</Link>
          </p>
        </div>
      </div>
    </section>
  );
}

function rangeText(low: number, high: number): string {
  const [from, to] = [formatLarge(low), formatLarge(high)];
  return from === to ? from : `${from} 至 ${to}`;
}

function total(rows: Rows) {
  return {
    low: sum(rows, (row) => row.low),
    mid: sum(rows, (row) => row.mid),
    high: sum(rows, (row) => row.high),
    known: sum(rows, (row) => row.known.items),
    unknown: sum(rows, (row) => row.unknown.items),
  };
}
