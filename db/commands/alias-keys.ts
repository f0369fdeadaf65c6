import { and, sql } from "drizzle-orm";
import type { AliasSide } from "#lib/redundancy/element/alias.ts";
import { READ_BY } from "#lib/redundancy/element/edition.ts";
import { splitKey } from "#lib/redundancy/element/element-key.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { regionRange } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { toAlias } from "../queries/item-sets.ts";
import { elementAliases } from "../schema/index.ts";

/** The keys that a label is read as today, by the title of the form. */
type Readings = Map<string, Set<string>>;

/**
 * Lets the answers of a region follow their labels where a newer lexicon reads those as another element; how many. A label that is read
 * as several elements today, or stands on no form any more, keeps the key that it was answered under.
 */
export async function renewAliasKeys(tx: Tx, regionCode: string): Promise<number> {
  const { from, to } = regionRange(regionCode);
  const inRegion = sql`region_code >= ${from} and region_code < ${to}`;
  const [old] = await tx.execute(sql`select 1 from item_sets where ${inRegion} and read_by <> ${READ_BY} limit 1`);
  if (old === undefined) return 0;
  const answers = await tx.select().from(elementAliases).where(and(inRegion, sql`undone_at is null`));
  const renewed: { region_code: string; id: string; a_key: string; b_key: string }[] = [];
  for (const [region, own] of Map.groupBy(answers, (row) => row.regionCode)) {
    const readings = await readingsOf(tx, region, [...new Set(own.flatMap(({ aLabel, bLabel }) => [aLabel, bLabel]))]);
    for (const row of own) {
      const { a, b } = toAlias(row);
      const [aKey, bKey] = [keyToday(a, readings), keyToday(b, readings)];
      if (aKey !== a.key || bKey !== b.key) renewed.push({ region_code: region, id: row.id, a_key: aKey, b_key: bKey });
    }
  }
  if (renewed.length > 0) {
    await tx.execute(sql`
      update element_aliases e set a_key = t.a_key, b_key = t.b_key
      from jsonb_to_recordset(${JSON.stringify(renewed)}::jsonb) as t(region_code text, id uuid, a_key text, b_key text)
      where e.region_code = t.region_code collate "C" and e.id = t.id`);
  }
  return renewed.length;
}

function keyToday({ label, form, key }: AliasSide, readings: Map<string, Readings>): string {
  // No lexicon reads what only an answer set apart.
  if (splitKey(key).apart !== null) return key;
  const ofLabel = readings.get(label) ?? new Map<string, Set<string>>();
  const today = form === null ? new Set([...ofLabel.values()].flatMap((keys) => [...keys])) : ofLabel.get(form);
  if (today === undefined || today.size !== 1 || today.has(key)) return key;
  return [...today][0] as string;
}

type FormRow = { title: string; system: string | null; fields: [string, boolean][] };

/** What these labels are read as on the forms of a region, each in the light of its whole form. */
async function readingsOf(tx: Tx, regionCode: string, labels: readonly string[]): Promise<Map<string, Readings>> {
  const { from, to } = regionRange(regionCode);
  const forms = await tx.execute<FormRow>(sql`
    select a.name as title, a.attributes ->> 'system' as system,
      (select json_agg(json_build_array(f.label, f.technical) order by f.position)
       from form_fields f where f.region_code = a.region_code and f.asset_id = a.id) as fields
    from assets a where (a.region_code, a.id) in (
      select region_code, asset_id from form_fields
      where region_code >= ${from} and region_code < ${to} and not technical
        and label = any(array(select jsonb_array_elements_text(${JSON.stringify(labels)}::jsonb))))`);
  const found = new Map(labels.map((label) => [label, new Map() as Readings]));
  for (const { title, system, fields } of forms) {
    const read = readElements({ title, system, fields: fields.map(([label, technical]) => ({ label, technical })) });
    fields.forEach(([label], at) => {
      const readings = found.get(label);
      const key = read[at]?.key;
      if (readings === undefined || key === undefined) return;
      readings.set(title, (readings.get(title) ?? new Set()).add(key));
    });
  }
  return found;
}
