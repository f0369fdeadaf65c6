import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { connect, type Database } from "#db/client.ts";
import { rereadSets } from "#db/commands/reread-sets.ts";
import type { WrittenItem } from "#db/commands/set-rows.ts";
import { refreshSets } from "#db/commands/set-writing.ts";
import { itemSetsIn } from "#db/queries/item-sets.ts";
import { withActor } from "#db/session.ts";
import { type Actor, systemActor } from "#lib/actor.ts";
import type { EnteredField } from "#lib/asset/form-fields.ts";
import { allOverlaps } from "#lib/redundancy/item/all-overlaps.ts";
import type { ItemSet } from "#lib/redundancy/item/item-set.ts";
import { regionRange } from "#lib/region/region.ts";
import { countyCode, countyForms, elementLabels, fillCounties } from "./incremental-data.ts";
import { changePlainly } from "./incremental-plain.ts";
import { machine, median, quantile, rounded, timedAsync } from "./measure.ts";
import { withPrivateProduct } from "./private-postgres.ts";
import { randomNumbers } from "./random-numbers.ts";

export type Size = { counties: number; forms: number; read: number; changes: number };
const NATION: Size = { counties: 3000, forms: 500, read: 20, changes: 2000 };
const TARGETS = { p95Ms: 4, timesCheaper: 3000 };
const FREE_GB = 12;
const NOW = new Date("2026-11-22T00:00:00Z");

/** `bench -- incremental`: one field of one form changes among 1.5 million, beside a plain SQL function and comparing its county and everything anew. */
export async function benchIncremental(signal: AbortSignal, size = NATION): Promise<number> {
  const { bavail, bsize } = statfsSync(tmpdir());
  if (bavail * bsize < FREE_GB * 1e9) throw new Error(`the bench needs ${FREE_GB} GB of free disk in ${tmpdir()}`);
  const settings = {
    shared_buffers: "1500MB",
    effective_cache_size: "6GB",
    random_page_cost: "1.1",
    max_wal_size: "4GB",
  };
  return withPrivateProduct(settings, signal, async (owner, app) => {
    const labels = elementLabels();
    const { ms: fillMs } = await timedAsync(() => fillCounties(owner, size, labels));
    const connection = connect(app, { max: 1 });
    try {
      const { db } = connection;
      const batch = await readCounties(db, size);
      console.log(
        `${machine()}；${size.counties} 个县各 ${size.forms} 张表，数据装入 ${(fillMs / 1000).toFixed(0)} 秒；其中 ${size.read} 个县由产品识别字段，${batch.pairs} 对重复关系`,
      );
      const times = await changeForms(owner, db, size, labels);
      return report(times, await changePlainly(owner, size), batch.countyMs, await compareAll(db, size));
    } finally {
      await connection.close();
    }
  });
}

/** Lets the product read the counties that have labels, then measures reading and comparing one of them anew. */
async function readCounties(db: Database, { read }: Size): Promise<{ countyMs: number; pairs: number }> {
  const actor = systemActor("基准");
  let pairs = 0;
  const times: number[] = [];
  for (let county = 0; county < read; county++) {
    const reread = () => rereadSets({ db, actor, now: NOW }, { regionCode: countyCode(county) });
    pairs += (await reread()).changedPairs;
    if (county < 5) times.push((await timedAsync(reread)).ms);
  }
  return { countyMs: median(times), pairs };
}

/**
 * Changes one field after the other of forms drawn at random, each as the office that runs the form, and hands each form over as it was
 * written, as commands do; only the refresh is measured.
 */
async function changeForms(
  owner: postgres.Sql,
  db: Database,
  { forms, read, changes }: Size,
  labels: readonly { label: string }[],
): Promise<number[]> {
  await owner`analyze`;
  const next = randomNumbers(20_260_107);
  const words = countyForms(0, forms).flat();
  const places = await formsOf(owner, read);
  const times: number[] = [];
  const warmUp = Math.min(100, changes);
  for (let change = -warmUp; change < changes; change++) {
    const { unit, ...form } = places[next(places.length)] as Place;
    const { regionCode, id, fields } = form;
    const actor: Actor = {
      type: "user",
      id: "u",
      name: "经办人",
      role: "department",
      scope: regionCode,
      unitId: unit,
    };
    const at = next(fields.length);
    const label = labels[words[next(words.length)] as number]?.label as string;
    fields[at] = { label, technical: false };
    await withActor(db, actor, async (tx) => {
      await tx.execute(
        sql`update form_fields set label = ${label} where region_code = ${regionCode} and asset_id = ${id} and position = ${1 + at}`,
      );
      const { ms } = await timedAsync(() => refreshSets(tx, [form]));
      if (change >= 0) times.push(ms);
    });
  }
  const county = countyCode(0);
  const again = await rereadSets({ db, actor: systemActor("基准"), now: NOW }, { regionCode: county });
  if (again.changedSets + again.changedPairs > 0)
    throw new Error(`comparing ${county} anew changes ${JSON.stringify(again)}`);
  return times;
}

type Place = WrittenItem & { unit: string; fields: EnteredField[] };

/** The forms of the counties that the product has read, looked up beforehand so that nothing else goes on between changes. */
async function formsOf(owner: postgres.Sql, read: number): Promise<Place[]> {
  const codes = Array.from({ length: read }, (_, county) => countyCode(county));
  const places = await owner<Place[]>`
    select a.region_code as "regionCode", a.id, a.kind, a.name, a.state, a.attributes, a.unit_id as unit,
      json_agg(json_build_object('label', f.label, 'technical', f.technical) order by f.position) as fields
    from assets a join form_fields f on f.region_code = a.region_code and f.asset_id = a.id
    where a.region_code = any(${codes}) group by a.region_code, a.id order by a.region_code, a.id`;
  if (places.length === 0) throw new Error("no county has forms with fields");
  return [...places];
}

/** Reads all sets out of the database and compares them, county by county; nothing is written. */
async function compareAll(db: Database, { counties }: Size): Promise<{ ms: number; pairs: number }> {
  return withActor(db, systemActor("基准"), async (tx) => {
    let pairs = 0;
    const { ms } = await timedAsync(async () => {
      for (let county = 0; county < counties; county++) {
        const sets: ItemSet[] = [];
        const range = regionRange(countyCode(county));
        for await (const portion of itemSetsIn(tx, { ...range, regions: [] })) sets.push(...portion);
        pairs += allOverlaps(sets).length;
      }
    });
    return { ms, pairs };
  });
}

function report(
  times: readonly number[],
  plainTimes: readonly number[],
  countyMs: number,
  all: { ms: number; pairs: number },
): number {
  const [p50, p95, p99] = quantiles(times);
  const plain = quantiles(plainTimes);
  console.log(
    `一张表改一个字段（${times.length} 次，主办单位账号，行级权限有效）：p50 ${p50.toFixed(2)} 毫秒，p95 ${p95.toFixed(2)} 毫秒，p99 ${p99.toFixed(2)} 毫秒`,
  );
  console.log(
    `只有数据项编号、不读名称、不查权限，用一个 SQL 函数重算一张表：p50 ${plain[0].toFixed(2)} 毫秒，p95 ${plain[1].toFixed(2)} 毫秒，p99 ${plain[2].toFixed(2)} 毫秒；产品的 p50 是它的 ${(p50 / plain[0]).toFixed(1)} 倍，p95 是它的 ${(p95 / plain[1]).toFixed(1)} 倍`,
  );
  console.log(`全县重新识别和比对：${countyMs.toFixed(0)} 毫秒，是改一张表的 ${(countyMs / p50).toFixed(0)} 倍`);
  console.log(
    `全部读出并比对（不写）：${(all.ms / 1000).toFixed(1)} 秒，${all.pairs} 对，是改一张表的 ${(all.ms / p50).toFixed(0)} 倍`,
  );
  const reached = p95 <= TARGETS.p95Ms && all.ms / p50 >= TARGETS.timesCheaper;
  if (!reached)
    console.log(`未达到目标：p95 应不超过 ${TARGETS.p95Ms} 毫秒，比全部重算省 ${TARGETS.timesCheaper} 倍以上`);
  console.log(
    JSON.stringify({
      bench: "incremental",
      changes: times.length,
      p50_ms: rounded(p50),
      p95_ms: rounded(p95),
      p99_ms: rounded(p99),
      plain_p50_ms: rounded(plain[0]),
      plain_p95_ms: rounded(plain[1]),
      plain_ratio: rounded(p50 / plain[0]),
      county_ms: rounded(countyMs),
      all_ms: rounded(all.ms),
      all_pairs: all.pairs,
      county_ratio: rounded(countyMs / p50),
      all_ratio: rounded(all.ms / p50),
      targets: TARGETS,
      reached,
    }),
  );
  return reached ? 0 : 1;
}

const quantiles = (times: readonly number[]) =>
  [0.5, 0.95, 0.99].map((part) => quantile(times, part)) as [number, number, number];
