import { containedPairs } from "#lib/redundancy/overlap/contained-pairs.ts";
import type { Ratio } from "#lib/redundancy/overlap/ratio.ts";
import { collectSets } from "#lib/redundancy/overlap/set-collection.ts";
import { similarPairs } from "#lib/redundancy/overlap/similar-pairs.ts";
import { formsMade } from "./forms-made.ts";
import { machine, median, quantile, rounded, timed } from "./measure.ts";
import { overlapByDuckdb } from "./overlap-duckdb.ts";
import { type Found, overlapByPostgres, type Rival } from "./overlap-postgres.ts";

const FORMS = 50_000;
/** Our runs before each of a rival's, so that both meet the machine as it is at the time. */
const RUNS = 5;
const WARM_UPS = 2;
const RIVAL_RUNS = 3;
/** Forms of one template in all places together, and in one county. */
const COPIES = 20;
const BLOCK_COPIES = 8;
const SEED = 20_260_105;
const ALIKE: Ratio = { numerator: 7, denominator: 10 };
const BLOCKS = 3000;
const BLOCK = 500;
const BLOCK_ALIKE: Ratio = { numerator: 1, denominator: 2 };
const BLOCK_CONTAINED: Ratio = { numerator: 4, denominator: 5 };
const TARGETS = { postgres: 50, duckdb: 20, blocksMs: 10_000 };

/** `bench -- overlap`: pairs of alike forms among 50,000, beside SQL; then 3,000 blocks of 500 forms, as counties are. */
export async function benchOverlap(signal: AbortSignal): Promise<number> {
  const sets = formsMade(FORMS, COPIES, SEED);
  const fields = sets.reduce((sum, { length }) => sum + length, 0);
  console.log(`${machine()}；${FORMS} 张表 ${fields} 个字段，J ≥ 0.7；对手每次之前本引擎各跑 ${RUNS} 次，各取中位数`);
  const own: OwnRun[] = [];
  const turns = { runs: RIVAL_RUNS, beforeRun: () => own.push(...ownRuns(sets)) };
  const collection = collectSets(sets);
  const postgres = against(await overlapByPostgres(collection, turns, signal), own.splice(0));
  const duckdb = against(await overlapByDuckdb(collection, turns), own.splice(0));
  const blocks = benchBlocks();
  const reached = postgres.ratio >= TARGETS.postgres && duckdb.ratio >= TARGETS.duckdb && blocks.ms <= TARGETS.blocksMs;
  if (!reached)
    console.log(
      `未达到目标：应比 Postgres 快 ${TARGETS.postgres} 倍、比 DuckDB 快 ${TARGETS.duckdb} 倍以上，${BLOCKS} 块用时不超过 ${TARGETS.blocksMs / 1000} 秒`,
    );
  console.log(
    JSON.stringify({
      bench: "overlap",
      forms: FORMS,
      fields,
      postgres,
      duckdb,
      blocks,
      targets: TARGETS,
      reached,
    }),
  );
  return reached ? 0 : 1;
}

type OwnRun = ReturnType<typeof ownRun>;

const ownRuns = (sets: readonly (readonly number[])[]): OwnRun[] =>
  Array.from({ length: WARM_UPS + RUNS }, () => ownRun(sets)).slice(WARM_UPS);

function ownRun(sets: readonly (readonly number[])[]) {
  const { ms: prepareMs, result: collection } = timed(() => collectSets(sets));
  const { ms: joinMs, result: pairs } = timed(() => similarPairs(collection, ALIKE));
  const found: Found = { pairs: pairs.count, shared: 0, places: 0 };
  const placeOf = new Int32Array(collection.size);
  for (let place = 0; place < collection.size; place++) placeOf[collection.given[place] as number] = place;
  for (let at = 0; at < pairs.count; at++) {
    const [one, other] = [placeOf[pairs.a[at] as number] as number, placeOf[pairs.b[at] as number] as number];
    found.shared += pairs.shared[at] as number;
    found.places += 3 * Math.min(one, other) + Math.max(one, other);
  }
  return { prepareMs, joinMs, ms: prepareMs + joinMs, found };
}

/** How often a rival takes the time that we took meanwhile; throws when it does not find the same pairs. */
function against({ name, ms: taken, found }: Rival, own: readonly OwnRun[]) {
  for (const run of own)
    for (const part of ["pairs", "shared", "places"] as const)
      if (found[part] !== run.found[part])
        throw new Error(`${name} finds other pairs: ${JSON.stringify(found)}, and we ${JSON.stringify(run.found)}.`);
  const [prepareMs, joinMs, ownMs] = (["prepareMs", "joinMs", "ms"] as const).map((part) =>
    median(own.map((run) => run[part])),
  ) as [number, number, number];
  const ms = median(taken);
  console.log(
    `${name}：${(ms / 1000).toFixed(2)} 秒（${taken.length} 次），${found.pairs} 对；本引擎 ${ownMs.toFixed(0)} 毫秒（${own.length} 次；整理 ${prepareMs.toFixed(0)}，连接 ${joinMs.toFixed(0)}），同样的对，快 ${(ms / ownMs).toFixed(0)} 倍`,
  );
  return { ms: rounded(ms), own_ms: rounded(ownMs), ratio: rounded(ms / ownMs), pairs: found.pairs };
}

/** Both measures, exactly, block by block on one core; what is measured is all from the sets given to the pairs found. */
function benchBlocks(): { blocks: number; forms: number; ms: number; p99Ms: number; pairs: number } {
  for (let warmUp = 0; warmUp < 50; warmUp++) ownBlock(formsMade(BLOCK, BLOCK_COPIES, SEED + warmUp));
  const times: number[] = [];
  let pairs = 0;
  for (let block = 0; block < BLOCKS; block++) {
    const sets = formsMade(BLOCK, BLOCK_COPIES, SEED + block);
    const { ms, result } = timed(() => ownBlock(sets));
    times.push(ms);
    pairs += result;
  }
  const ms = times.reduce((sum, time) => sum + time, 0);
  const p99Ms = quantile(times, 0.99);
  console.log(
    `${BLOCKS} 块各 ${BLOCK} 张表，J ≥ 0.5 和 C ≥ 0.8，精确，单核：${(ms / 1000).toFixed(2)} 秒（每块平均 ${(ms / BLOCKS).toFixed(2)} 毫秒，p99 ${p99Ms.toFixed(2)} 毫秒），${pairs} 对`,
  );
  return { blocks: BLOCKS, forms: BLOCK, ms: rounded(ms), p99Ms: rounded(p99Ms), pairs };
}

function ownBlock(sets: readonly (readonly number[])[]): number {
  const collection = collectSets(sets);
  return similarPairs(collection, BLOCK_ALIKE).count + containedPairs(collection, BLOCK_CONTAINED).count;
}
