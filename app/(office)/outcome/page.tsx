import { rollup, sum } from "d3-array";
import type { Metadata } from "next";
import { z } from "zod";
import type { AssetFilter } from "#db/queries/asset-filter.ts";
import { sumHoursByLineAndState } from "#db/queries/dashboard.ts";
import { defaultStartDay, movementFilters, movementsByKind } from "#db/queries/movements.ts";
import { getRegionName } from "#db/queries/regions.ts";
import {
  ASSET_KIND_LABEL,
  ASSET_KINDS,
  type AssetState,
  RUNNING_STATES,
  WORK_LINE_LABEL,
  type WorkLine,
} from "#lib/asset/vocabulary.ts";
import { formatDay, isoDay } from "#lib/format/date.ts";
import { formatLarge } from "#lib/format/number.ts";
import {
  type Change,
  change,
  EXPECTED_NET_METHOD,
  GROSS_METHOD,
  type Movement,
  NET_METHOD,
  totalMovement,
} from "#lib/outcome/change.ts";
import { expectedHours } from "#lib/outcome/hours.ts";
import { EmptyState } from "../../_components/empty-state.tsx";
import { FigureLink } from "../../_components/figure-link.tsx";
import { FigureTable } from "../../_components/figure-table.tsx";
import { PageHeader } from "../../_components/page-header.tsx";
import { RatioText } from "../../_components/ratio-text.tsx";
import { read, requestTime } from "../../_server/read.ts";
import { StartDayForm } from "./start-day-form.tsx";

export const metadata: Metadata = { title: "成效" };

const Params = z.object({ since: z.iso.date().optional().catch(undefined) });
type Part = keyof Movement | "end";
type Hours = Awaited<ReturnType<typeof sumHoursByLineAndState>>;

export default async function OutcomePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { since } = Params.parse(await searchParams);
  const today = isoDay(requestTime());
  const { day, scope, movements, hours } = await read(async (tx, actor) => {
    const day = since ?? (await defaultStartDay(tx)) ?? today;
    return {
      day,
      scope: actor.role === "department" ? "本单位" : await getRegionName(tx, actor.scope),
      movements: await movementsByKind(tx, day),
      hours: await sumHoursByLineAndState(tx),
    };
  });
  const at = { asOf: today, scope };
  const shown = movements.filter((movement) => movement.start + movement.added > 0);

  return (
    <>
      <PageHeader
        title="成效"
        note={`${scope}，起点${formatDay(day)}，期末${formatDay(today)}。`}
        actions={<StartDayForm key={day} day={day} today={today} />}
      />
      {shown.length === 0 ? (
        <EmptyState title="起点以来没有在运行的条目">
          <p>换一个起点日期，或先登记条目。</p>
        </EmptyState>
      ) : (
        <section className="panel" aria-label="条目前后对比">
          <h2>条目前后对比</h2>
          <FigureTable
            caption="条目前后对比"
            corner="种类"
            columns={[
              { id: "start", title: "起点在运行" },
              { id: "ended", title: "已停" },
              { id: "added", title: "新增" },
              { id: "end", title: "期末在运行" },
              { id: "gross", title: "已停比例" },
              { id: "net", title: "净减" },
              { id: "closing", title: "关停中" },
              { id: "merging", title: "整合中" },
              { id: "expected", title: "预计净减" },
            ]}
            rows={[
              ...shown.map((movement) => ({
                id: movement.kind,
                title: ASSET_KIND_LABEL[movement.kind],
                cells: cells(
                  change(movement, at),
                  ASSET_KIND_LABEL[movement.kind],
                  movementFilters(movement.kind, day),
                ),
              })),
              {
                id: "all",
                title: "合计",
                isTotal: true,
                cells: cells(change(totalMovement(shown), at), "合计", anyKind(day)),
              },
            ]}
          />
          <dl className="soft small">
            <Method term="已停比例" text={GROSS_METHOD} />
            <Method term="净减" text={NET_METHOD} />
            <Method term="预计净减" text={EXPECTED_NET_METHOD} />
          </dl>
        </section>
      )}
      <HoursByLine rows={hours} />
      <p className="soft">
        关停、整合的决定要经核验销号才算完成；在此之前一律标为“预计”，不计入净减。比例由系统按写明的算法计算，不能手填，也不作为要达到的指标。
      </p>
    </>
  );
}

/** The rows behind the totals: the same filters without a kind. */
function anyKind(day: string): Record<Part, AssetFilter> {
  const filters = movementFilters(ASSET_KINDS[0], day);
  return Object.fromEntries(Object.entries(filters).map(([part, { kinds: _, ...filter }]) => [part, filter])) as Record<
    Part,
    AssetFilter
  >;
}

function cells(moved: Change, title: string, filters: Record<Part, AssetFilter>) {
  const link = (part: Part, label: string) => (
    <FigureLink items={moved[part]} filter={filters[part]} about={`${title}，${label}`} />
  );
  return {
    start: link("start", "起点在运行"),
    ended: link("ended", "已停"),
    added: link("added", "新增"),
    end: link("end", "期末在运行"),
    gross: <RatioText ratio={moved.gross} isBrief />,
    net: <RatioText ratio={moved.net} isBrief />,
    closing: link("closing", "关停中"),
    merging: link("merging", "整合中"),
    expected: <RatioText ratio={moved.expectedNet} isBrief />,
  };
}

function Method({ term, text }: { term: string; text: string }) {
  return (
    <div>
      {term} = {text}
    </div>
  );
}

function HoursByLine({ rows }: { rows: Hours }) {
  const lines = [
    ...rollup(
      rows,
      (group) => group,
      (row) => row.workLine,
    ),
  ]
    .map(([workLine, group]) => ({ workLine, group, now: sum(group, (row) => row.mid) }))
    .sort((a, b) => b.now - a.now);
  if (lines.length === 0) return null;
  const label = (line: WorkLine | null) => (line === null ? "条线未知" : WORK_LINE_LABEL[line]);
  const line = (id: string, title: string, group: Hours, filter: AssetFilter) => ({
    id,
    title,
    cells: hoursCells(group, title, filter),
  });
  return (
    <section className="panel" aria-label="各条线年负担">
      <h2>各条线年负担（小时/年）</h2>
      <FigureTable
        caption="各条线年负担，决定前和预计决定后"
        corner="条线"
        columns={[
          { id: "now", title: "现在" },
          { id: "closing", title: "其中关停中" },
          { id: "merging", title: "其中整合中" },
          { id: "expected", title: "预计落实后" },
          { id: "known", title: "已测算条目" },
          { id: "unknown", title: "无法测算" },
        ]}
        rows={[
          ...lines.map(({ workLine, group }) =>
            line(workLine ?? "unknown", label(workLine), group, { workLines: [workLine ?? "unknown"] }),
          ),
          { ...line("all", "合计", rows, {}), isTotal: true },
        ]}
      />
      <p className="soft small">
        取测算的中间值。整合后目标条目会承接多少工作尚待核验，所以“预计落实后”是一个范围：少的一端当作全部省去，多的一端当作全部转给目标条目。
      </p>
    </section>
  );
}

function hoursCells(group: Hours, title: string, filter: AssetFilter) {
  const of = (state: AssetState) =>
    sum(
      group.filter((row) => row.state === state),
      (row) => row.mid,
    );
  const hours = { now: sum(group, (row) => row.mid), closing: of("closing"), merging: of("merging") };
  const { low, high } = expectedHours(hours);
  const known = sum(group, (row) => row.known.items);
  const running = { ...filter, states: RUNNING_STATES };
  const text = (value: number) =>
    known === 0 ? (
      <span className="soft">未知</span>
    ) : value === 0 ? (
      <span className="soft">0</span>
    ) : (
      formatLarge(value, value < 10 ? 1 : 0)
    );
  return {
    now: text(hours.now),
    closing: text(hours.closing),
    merging: text(hours.merging),
    expected:
      known === 0 ? (
        <span className="soft">未知</span>
      ) : low === high ? (
        formatLarge(low)
      ) : (
        `${formatLarge(low)} 至 ${formatLarge(high)}`
      ),
    known: <FigureLink items={known} filter={{ ...running, burden: "known" }} about={`${title}，已测算`} />,
    unknown: (
      <FigureLink
        items={sum(group, (row) => row.unknown.items)}
        filter={{ ...running, burden: "unknown" }}
        about={`${title}，无法测算`}
      />
    ),
  };
}
