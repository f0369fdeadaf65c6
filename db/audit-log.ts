import postgres from "postgres";
import type { LogRow } from "#lib/audit/canonical.ts";
import type { ChainRecord } from "#lib/audit/verify-chains.ts";

/**
 * Hands `work` every line of the audit log, ordered by chain and number, and the recorded length and last hash of each chain, all
 * of one moment. Reads as the owner, whom no policy hides a line from, a thousand lines at a time.
 */
export async function withAuditLog<T>(
  ownerUrl: string,
  work: (lines: AsyncIterable<LogRow>, records: ReadonlyMap<string, ChainRecord>) => Promise<T>,
): Promise<T> {
  const sql = postgres(ownerUrl, { max: 1, max_lifetime: null, onnotice: () => {} });
  try {
    const result = await sql.begin("isolation level repeatable read read only", async (tx) => {
      const chains = await tx<{ chain: string; length: string; headHash: string }[]>`
        select chain, length::text as length, head_hash as "headHash" from audit_chains order by chain`;
      const batches = tx<LogRow[]>`
        select region_code as "regionCode", chain, seq::text as seq,
               to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
               actor_id as "actorId", actor_name as "actorName", actor_role as "actorRole", action,
               subject_type as "subjectType", subject_id as "subjectId", detail::text as detail,
               previous_hash as "previousHash", hash
        from audit_log order by chain collate "C", audit_log.seq, region_code collate "C"`.cursor(1000);
      const records = chains.map(
        ({ chain, length, headHash }) => [chain, { length: Number(length), headHash }] as const,
      );
      return { value: await work(each(batches), new Map(records)) };
    });
    return result.value;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function* each<T>(batches: AsyncIterable<T[]>): AsyncGenerator<T> {
  for await (const batch of batches) yield* batch;
}
