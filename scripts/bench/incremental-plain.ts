import type postgres from "postgres";
import { asSet } from "#lib/redundancy/item/item-set.ts";
import { countyForms, ELEMENTS } from "./incremental-data.ts";
import { timedAsync } from "./measure.ts";
import { copyInto } from "./private-postgres.ts";
import { randomNumbers } from "./random-numbers.ts";

const SEED = 20_260_108;

/**
 * The plain way, beside which the product is measured: forms as whole sets of numbers, without labels, wordings or rights, and one
 * function of the database that takes the pairs of a form away and finds them again among all forms of its county. Milliseconds of
 * each of so many changes.
 */
export async function changePlainly(
  sql: postgres.Sql,
  { counties, forms, read, changes }: { counties: number; forms: number; read: number; changes: number },
): Promise<number[]> {
  await sql.unsafe(TABLES);
  await copyInto(sql, "plain_sets", setLines(counties, forms));
  await sql.unsafe(KEYS);
  await sql.unsafe(RECOMPUTE);
  await sql.unsafe(`${ALL_PAIRS} where a.county < ${read}`);
  await sql`vacuum analyze plain_sets, plain_pairs`;
  const sets = Array.from({ length: read }, (_, county) => countyForms(county, forms).map((set) => [...set]));
  const next = randomNumbers(SEED);
  const times: number[] = [];
  const warmUp = Math.min(100, changes);
  for (let change = -warmUp; change < changes; change++) {
    const [county, form] = [next(read), next(forms)];
    const set = sets[county]?.[form] as number[];
    set[next(set.length)] = next(ELEMENTS);
    const members = [...asSet(set)];
    const { ms } = await timedAsync(() => sql`select plain_recompute(${county}, ${form}, ${members}::int[])`);
    if (change >= 0) times.push(ms);
  }
  return times;
}

function* setLines(counties: number, forms: number): Generator<string> {
  for (let county = 0; county < counties; county++)
    for (const [form, set] of countyForms(county, forms).entries())
      yield `${county}\t${form}\t{${asSet(set).join(",")}}`;
}

const TABLES = `
  create extension intarray;
  create table plain_sets (county int, form int, members int[]);
  create table plain_pairs (county int, a int, b int, shared int, size_a int, size_b int)`;
const KEYS = `
  alter table plain_sets add primary key (county, form);
  alter table plain_pairs add primary key (county, a, b);
  create index on plain_pairs (county, b)`;
/** As many as the product keeps, whatever they are called. */
const isKept = (shared: string, sizeA: string, sizeB: string) =>
  `(10 * ${shared} >= 3 * (${sizeA} + ${sizeB} - ${shared}) or 2 * ${shared} >= least(${sizeA}, ${sizeB}))`;
const ALL_PAIRS = `
  insert into plain_pairs select a.county, a.form, b.form, shared, icount(a.members), icount(b.members)
  from plain_sets a join plain_sets b on b.county = a.county and b.form > a.form
  join lateral (select icount(a.members & b.members) as shared) s
    on shared > 0 and ${isKept("shared", "icount(a.members)", "icount(b.members)")}`;
const RECOMPUTE = `
  create function plain_recompute(p_county int, p_form int, p_members int[]) returns void language plpgsql as $$
  declare
    v_size int := icount(p_members);
  begin
    update plain_sets set members = p_members where county = p_county and form = p_form;
    delete from plain_pairs where county = p_county and a = p_form;
    delete from plain_pairs where county = p_county and b = p_form;
    insert into plain_pairs
    select p_county, least(p_form, form), greatest(p_form, form), shared,
      case when p_form < form then v_size else size end, case when p_form < form then size else v_size end
    from plain_sets, lateral (select icount(members) as size, icount(members & p_members) as shared) as counts
    where county = p_county and form <> p_form and shared > 0 and ${isKept("shared", "v_size", "size")};
  end $$`;
