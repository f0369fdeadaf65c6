import type { SetCollection } from "#lib/redundancy/overlap/set-collection.ts";
import { timedAsync } from "./measure.ts";
import { copyInto, withPrivatePostgres } from "./private-postgres.ts";

/** What a rival found: how many pairs, their shared members and their places added up, so that equal means the same pairs. */
export type Found = { pairs: number; shared: number; places: number };
export type Rival = { name: string; ms: readonly number[]; found: Found };
/** How often a rival runs, and what is done before each of its runs. */
export type Turns = { runs: number; beforeRun: () => void };

/**
 * Pairs with J >= 0.7 by SQL, as it is best written for Postgres: prefixes of ranked members joined on the member, cut by length and
 * position, each pair once, then counted by intarray. The ranks are given to it; only its own prefixes and the join are measured.
 */
export function overlapByPostgres(
  sets: SetCollection,
  { runs, beforeRun }: Turns,
  signal: AbortSignal,
): Promise<Rival> {
  return withPrivatePostgres(["intarray"], signal, async (sql, version) => {
    await sql`create table forms (id int primary key, len int, members int[])`;
    await copyInto(sql, "forms", rowsOf(sets));
    await sql`vacuum analyze forms`;
    const ms: number[] = [];
    let found: Found = { pairs: 0, shared: 0, places: 0 };
    for (let run = 0; run < runs; run++) {
      beforeRun();
      const { ms: taken, result } = await timedAsync(async () => {
        await sql`drop table if exists prefix`;
        await sql`
          create table prefix as
          select member, id, len, position::int from forms, unnest(members) with ordinality as one (member, position)
          where position <= len - (7 * len + 9) / 10 + 1`;
        await sql`analyze prefix`;
        return sql<Found[]>`
          with candidate as (
            select distinct p.id as a, q.id as b
            from prefix p join prefix q on q.member = p.member and q.id > p.id and q.len >= p.len and 10 * p.len >= 7 * q.len
              and least(p.len - p.position, q.len - q.position) + 1 >= (7 * (p.len + q.len) + 16) / 17),
          counted as (
            select a, b, x.len + y.len as both_len, icount(x.members & y.members) as shared
            from candidate join forms x on x.id = a join forms y on y.id = b)
          select count(*)::int as pairs, coalesce(sum(shared), 0)::float8 as shared, coalesce(sum(a * 3 + b), 0)::float8 as places
          from counted where 17 * shared >= 7 * both_len`;
      });
      ms.push(taken);
      found = result[0] as Found;
    }
    return { name: `Postgres ${version} 前缀过滤 SQL（intarray）`, ms, found };
  });
}

/** Sets as lines for COPY; they stand by length, so the one that comes later is no shorter. */
function* rowsOf({ size, offsets, members }: SetCollection): Generator<string> {
  for (let set = 0; set < size; set++) {
    const own = members.subarray(offsets[set], offsets[set + 1]);
    yield `${set}\t${own.length}\t{${own.join(",")}}`;
  }
}
