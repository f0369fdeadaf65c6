import { cpus } from "node:os";
import { coverForms } from "#lib/redundancy/proposal/cover.ts";
import { applyDecisions } from "#lib/redundancy/proposal/decisions.ts";
import { loadCoverSolver } from "#lib/redundancy/proposal/highs-solver.ts";
import { divideIntoLedgers, FULL_EFFORT, type SearchEffort } from "#lib/redundancy/proposal/ledgers.ts";
import { type MeasuredForm, measureForms } from "#lib/redundancy/proposal/measured-form.ts";
import { proposalParameters } from "#lib/redundancy/proposal/parameters.ts";
import type { CoverSolver } from "#lib/redundancy/proposal/set-cover.ts";
import { syntheticForms } from "./bench-forms.ts";

const COUNTIES = [
  { forms: 168, blocks: 8 },
  { forms: 500, blocks: 12 },
];
const SMALL_BLOCKS = 200;
const SMALL_SIZE = 11;
const RUNS = 5;

const PARAMETERS = proposalParameters();
const UNDECIDED = applyDecisions([], []);
const SEARCH: SearchEffort = { exactUpTo: 0, improve: true };
const GREEDY: SearchEffort = { exactUpTo: 0, improve: false };
const EXACT: SearchEffort = { exactUpTo: SMALL_SIZE, improve: true };

/** Proposals beside simpler and exact ways: cover with and without the solver, ledgers with and without local search. */
export async function benchConsolidate(): Promise<void> {
  const solver = await loadCoverSolver();
  console.log(`${cpus()[0]?.model ?? "?"}，Node ${process.version}，表单为生成数据，中位数取 ${RUNS} 次`);
  const counties = COUNTIES.map((size) => benchCounty(size, solver));
  const small = benchSmallBlocks();
  console.log(JSON.stringify({ bench: "consolidate", counties, small_blocks: small }));
}

function benchCounty({ forms: count, blocks }: (typeof COUNTIES)[number], solver: CoverSolver) {
  const { forms } = measureForms(
    { forms: syntheticForms(count, blocks, count), elements: [], sources: [] },
    PARAMETERS,
  );
  const cover = timed(() => coverForms(forms, UNDECIDED, PARAMETERS, solver));
  const greedyCover = timed(() => coverForms(forms, UNDECIDED, PARAMETERS, null));
  const division = timed(() => divide(cover.result.kept, FULL_EFFORT));
  const greedy = timed(() => divide(cover.result.kept, GREEDY));
  const before = hours(sum(forms.map((form) => form.before)));
  const figures = {
    forms: count,
    cancelled: cover.result.cancelled.length,
    cover_proven: cover.result.solution.proven,
    cover_ms: cover.ms,
    greedy_cover_dearer: ratio(greedyCover.result.solution.cost, cover.result.solution.cost),
    ledgers: division.result.ledgers.length,
    hours_before: before,
    hours_after: hours(division.result.minutes + sum(forms.filter(isLocked).map((form) => form.before))),
    stated_gap: rounded((division.result.minutes - division.result.lowerBound) / division.result.minutes),
    division_ms: division.ms,
    greedy_division_dearer: ratio(greedy.result.minutes, division.result.minutes),
    greedy_division_ms: greedy.ms,
  };
  console.log(
    `${count} 张表：取消 ${figures.cancelled} 张（${figures.cover_proven ? "已证明最优" : "未证明最优"}，${cover.ms} 毫秒；` +
      `贪心贵 ${percent(figures.greedy_cover_dearer)}），其余并为 ${figures.ledgers} 本台账（${division.ms} 毫秒；` +
      `不加局部调整贵 ${percent(figures.greedy_division_dearer)}），工时 ${before} → ${figures.hours_after}，` +
      `与最优相差不超过 ${percent(figures.stated_gap)}`,
  );
  return figures;
}

function benchSmallBlocks() {
  const blocks = Array.from({ length: SMALL_BLOCKS }, (_, seed) =>
    measureForms({ forms: syntheticForms(SMALL_SIZE, 1, seed + 1), elements: [], sources: [] }, PARAMETERS).forms.map(
      (form) => ({ ...form, form: { ...form.form, locked: false } }),
    ),
  );
  const ways = { exact: EXACT, search: SEARCH, greedy: GREEDY };
  const costs = Object.entries(ways).map(([name, effort]) => {
    const { result, ms } = timed(() => blocks.map((forms) => divide(forms, effort).minutes));
    return { name, ms: rounded(ms / SMALL_BLOCKS), minutes: result };
  });
  const optimum = costs[0]?.minutes ?? [];
  return costs.map(({ name, ms, minutes }) => {
    const gaps = minutes.map((cost, at) => cost / (optimum[at] as number) - 1);
    const figures = {
      way: name,
      ms_per_block: ms,
      optimal: gaps.filter((gap) => gap < 1e-9).length,
      mean_gap: rounded(sum(gaps) / gaps.length),
      max_gap: rounded(Math.max(...gaps)),
    };
    console.log(
      `${SMALL_SIZE} 张表的块，${name}：每块 ${ms} 毫秒，最优 ${figures.optimal}/${SMALL_BLOCKS}，平均贵 ${percent(figures.mean_gap)}，最多贵 ${percent(figures.max_gap)}`,
    );
    return figures;
  });
}

const divide = (forms: readonly MeasuredForm[], effort: SearchEffort) =>
  divideIntoLedgers(forms, UNDECIDED, PARAMETERS, effort);
const isLocked = ({ form }: MeasuredForm) => form.locked;
const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);
const hours = (minutes: number) => Math.round(minutes / 60);
const rounded = (value: number) => Math.round(value * 1e5) / 1e5;
const ratio = (cost: number, best: number) => rounded(cost / best - 1);
const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

function timed<T>(work: () => T): { result: T; ms: number } {
  let result = work();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    result = work();
    return performance.now() - start;
  });
  return { result, ms: Math.round((times.sort((one, other) => one - other)[RUNS >> 1] as number) * 10) / 10 };
}
