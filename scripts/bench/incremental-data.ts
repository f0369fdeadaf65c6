import type postgres from "postgres";
import { READ_BY } from "#lib/redundancy/element/edition.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { asSet } from "#lib/redundancy/item/item-set.ts";
import { pack } from "#lib/redundancy/item/packed.ts";
import { formsMade } from "./forms-made.ts";
import { syntheticLabels } from "./labels-made.ts";
import { copyInto } from "./private-postgres.ts";

/** How many different elements `formsMade` asks for. */
export const ELEMENTS = 8000;
/** Forms of one template in one county. */
const COPIES = 8;
const SEED = 20_260_106;
const UNITS = 20;
const TITLES = [
  ...["低保户", "残疾人", "高龄老人", "留守儿童", "退役军人", "脱贫户", "流动人口", "沿街商铺", "出租房屋", "危旧房"],
  ...[
    "耕地地力",
    "森林防火",
    "防汛值守",
    "安全隐患",
    "矛盾纠纷",
    "环境卫生",
    "垃圾分类",
    "河道巡查",
    "食品摊贩",
    "电动车",
  ],
  ...["党员", "志愿者", "就业", "培训", "医保", "养老保险", "家庭医生", "预防接种", "文化活动", "反诈宣传"],
];
const KINDS = ["登记表", "台账", "排查表", "统计表", "月报表", "明细表", "花名册", "调查表", "汇总表"];

/** A county of the bench by its place: 30 provinces of 10 cities of 10 counties. */
export function countyCode(place: number): string {
  const province = 11 + Math.floor(place / 100);
  const city = 1 + (Math.floor(place / 10) % 10);
  return `${province}${String(city).padStart(2, "0")}${String(1 + (place % 10)).padStart(2, "0")}000000`;
}

export const titleOf = (at: number): string =>
  `${TITLES[at % TITLES.length]}${KINDS[Math.floor(at / TITLES.length) % KINDS.length]}${Math.floor(at / (TITLES.length * KINDS.length)) + 1}`;
const formId = (county: number, form: number) =>
  `${county.toString(16).padStart(8, "0")}-0000-4000-8000-${form.toString(16).padStart(12, "0")}`;
export const unitId = (county: number, unit: number): string =>
  `${county.toString(16).padStart(8, "0")}-0000-4000-9000-${unit.toString(16).padStart(12, "0")}`;

/** A label for each element: whatever form it stands on, it is read as that element and as no other. */
export function elementLabels(): { label: string; key: string; header: boolean }[] {
  const found = new Map<string, { label: string; key: string; header: boolean }>();
  for (let count = 4 * ELEMENTS; found.size < ELEMENTS; count *= 2)
    for (const label of syntheticLabels(count)) {
      if (found.size === ELEMENTS) break;
      const [one, other] = ["残疾人登记表", "防汛值守台账"].map(
        (title) => readElements({ title, fields: [{ label, technical: false }] })[0],
      );
      if (one && other && one.key === other.key && !found.has(one.key)) found.set(one.key, { label, ...one });
    }
  return [...found.values()];
}

/** The forms of a county as sets of elements, from 0. */
export const countyForms = (county: number, forms: number): number[][] => formsMade(forms, COPIES, SEED + county);

/**
 * Fills the tables: every form of every county as a set; of the first `read` counties the labels too, so that they are read as the
 * product reads them. Indexes and keys of the large tables are made after the rows, as they stood before.
 */
export async function fillCounties(
  sql: postgres.Sql,
  { counties, forms, read }: { counties: number; forms: number; read: number },
  labels: readonly { label: string; key: string; header: boolean }[],
): Promise<void> {
  await sql`insert into regions (code, name, level) select code, code, 'county' from jsonb_to_recordset(${sql.json(
    Array.from({ length: counties }, (_, county) => ({ code: countyCode(county) })),
  )}) as t(code text) on conflict do nothing`;
  await sql`insert into elements (key, header) select key, header from jsonb_to_recordset(${sql.json(labels as never)}) as t(key text, header boolean)`;
  const numbers = await sql<{ id: number }[]>`select id from elements order by id`;
  const headers = new Set(numbers.filter((_, at) => labels[at]?.header).map(({ id }) => id));
  const restore = await withoutIndexes(sql, ["assets", "item_sets"]);
  const all = Array.from({ length: counties }, (_, county) => county);
  await copyInto(
    sql,
    "units",
    lines(all, UNITS, (county, at) => [unitId(county, at), `单位${at}`]),
    ["region_code", "id", "name"],
  );
  await copyInto(
    sql,
    "assets",
    lines(all, forms, (county, at) => [formId(county, at), "form", `k${at}`, titleOf(at), unitId(county, at % UNITS)]),
    ["region_code", "id", "kind", "key", "name", "unit_id"],
  );
  await copyInto(sql, "item_sets", setLines(), [
    "region_code",
    "asset_id",
    "kind",
    "name",
    "unit_id",
    "members",
    "own",
    "read_by",
  ]);
  await copyInto(sql, "form_fields", fieldLines(), ["region_code", "asset_id", "position", "label"]);
  await restore();
  await sql`vacuum analyze`;

  function* setLines(): Generator<string> {
    for (let county = read; county < counties; county++) {
      const sets = countyForms(county, forms);
      for (const [at, set] of sets.entries()) {
        const members = asSet(set.map((element) => (numbers[element] as { id: number }).id));
        const own = members.filter((member) => !headers.has(member));
        const unit = unitId(county, at % UNITS);
        yield [countyCode(county), formId(county, at), "form", titleOf(at), unit, hex(members), hex(own), READ_BY].join(
          "\t",
        );
      }
    }
  }
  function* fieldLines(): Generator<string> {
    for (let county = 0; county < read; county++)
      for (const [at, set] of countyForms(county, forms).entries())
        for (const [place, element] of set.entries())
          yield [countyCode(county), formId(county, at), place + 1, labels[element]?.label].join("\t");
  }
}

const hex = (members: Uint32Array) => `\\\\x${Buffer.from(pack(members)).toString("hex")}`;

function* lines(
  counties: readonly number[],
  count: number,
  row: (county: number, at: number) => readonly string[],
): Generator<string> {
  for (const county of counties)
    for (let at = 0; at < count; at++) yield [countyCode(county), ...row(county, at)].join("\t");
}

/** Takes away what would be kept up row by row; what it returns makes it again. */
async function withoutIndexes(sql: postgres.Sql, tables: readonly string[]): Promise<() => Promise<void>> {
  const constraints = await sql<{ table: string; name: string; definition: string; kind: string }[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition, contype as kind
    from pg_constraint where contype in ('p', 'u', 'f')
      and (conrelid::regclass::text in ${sql(tables)} or confrelid::regclass::text in ${sql(tables)})`;
  const byFirst = [...constraints].sort((a, b) => "puf".indexOf(a.kind) - "puf".indexOf(b.kind));
  for (const { table, name } of byFirst.toReversed()) await sql.unsafe(`alter table ${table} drop constraint ${name}`);
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes where schemaname = 'public' and tablename in ${sql(tables)}`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  return async () => {
    for (const { definition } of indexes) await sql.unsafe(definition);
    for (const { table, name, definition } of byFirst)
      await sql.unsafe(`alter table ${table} add constraint ${name} ${definition}`);
  };
}
