import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance, version } from "@duckdb/node-api";
import type { SetCollection } from "#lib/redundancy/overlap/set-collection.ts";
import { timedAsync } from "./measure.ts";
import type { Found, Rival, Turns } from "./overlap-postgres.ts";

/** The same as `overlapByPostgres`, for DuckDB. */
export async function overlapByDuckdb(sets: SetCollection, { runs, beforeRun }: Turns): Promise<Rival> {
  const folder = mkdtempSync(join(tmpdir(), "jianfu-bench-"));
  try {
    const database = await DuckDBInstance.create(":memory:", {
      memory_limit: "4GB",
      temp_directory: folder,
      max_temp_directory_size: "6GB",
      threads: "2",
    });
    const connection = await database.connect();
    try {
      await connection.run("create table entries (id int, position int, member int)");
      const appender = await connection.createAppender("entries");
      for (let set = 0; set < sets.size; set++)
        for (let at = sets.offsets[set] as number; at < (sets.offsets[set + 1] as number); at++) {
          appender.appendInteger(set);
          appender.appendInteger(at - (sets.offsets[set] as number) + 1);
          appender.appendInteger(sets.members[at] as number);
          appender.endRow();
        }
      appender.closeSync();
      await connection.run(
        "create table forms as select id, count(*)::int as len, list(member order by position) as members from entries group by id",
      );
      const ms: number[] = [];
      let found: Found = { pairs: 0, shared: 0, places: 0 };
      for (let run = 0; run < runs; run++) {
        beforeRun();
        const { ms: taken, result } = await timedAsync(async () => {
          await connection.run(`
            create or replace table prefix as
            select member, id, len, position from entries join forms using (id) where position <= len - (7 * len + 9) // 10 + 1`);
          return connection.runAndReadAll(`
            with candidate as (
              select distinct p.id as a, q.id as b
              from prefix p join prefix q on q.member = p.member and q.id > p.id and q.len >= p.len and 10 * p.len >= 7 * q.len
                and least(p.len - p.position, q.len - q.position) + 1 >= (7 * (p.len + q.len) + 16) // 17),
            counted as (
              select a, b, x.len + y.len as both_len, len(list_intersect(x.members, y.members)) as shared
              from candidate join forms x on x.id = a join forms y on y.id = b)
            select count(*)::double as pairs, sum(shared)::double as shared, sum(a * 3 + b)::double as places
            from counted where 17 * shared >= 7 * both_len`);
        });
        ms.push(taken);
        found = result.getRowObjects()[0] as Found;
      }
      return { name: `DuckDB ${version()} 前缀过滤 SQL（list_intersect）`, ms, found };
    } finally {
      connection.closeSync();
      database.closeSync();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
