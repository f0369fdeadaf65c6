import { canonicalText, type LogRow } from "./canonical.ts";

/** What is wrong with the log, and where. */
export const LOG_FAULTS = ["changed", "missing", "inserted", "truncated", "unlinked"] as const;
export type LogFault = (typeof LOG_FAULTS)[number];
export const LOG_FAULT_LABEL: Record<LogFault, string> = {
  changed: "内容被改动",
  missing: "中间缺行",
  inserted: "多出的行",
  truncated: "末尾被截断",
  unlinked: "与上一行接不上，上一行曾被改写或替换",
};

export type LogProblem = { fault: LogFault; chain: string; from: number; to: number };
export type ChainRecord = { length: number; headHash: string };
export type ChainReport = { chain: string; rows: number; headHash: string; problems: LogProblem[] };

/**
 * Checks the log's lines, which must come ordered by chain and number, against each other and against the recorded length and
 * last hash of each chain. Yields one report a chain. `sha256` takes a text (as UTF-8) to lower-case hex.
 */
export async function* verifyChains(
  rows: AsyncIterable<LogRow> | Iterable<LogRow>,
  records: ReadonlyMap<string, ChainRecord>,
  sha256: (text: string) => string,
): AsyncGenerator<ChainReport> {
  const seen = new Set<string>();
  let report: ChainReport | undefined;
  let last = 0;
  for await (const row of rows) {
    if (report?.chain !== row.chain) {
      if (report) yield concluded(report, last, records.get(report.chain));
      report = { chain: row.chain, rows: 0, headHash: "", problems: [] };
      last = 0;
      seen.add(row.chain);
    }
    const seq = Number(row.seq);
    const found = (fault: LogFault, from = seq, to = seq) =>
      report?.problems.push({ fault, chain: row.chain, from, to });
    report.rows += 1;
    if (seq <= last) {
      found("inserted");
      continue;
    }
    const gap = seq > last + 1;
    if (gap) found("missing", last + 1, seq - 1);
    if (sha256(canonicalText(row)) !== row.hash) found("changed");
    else if (!gap && row.previousHash !== report.headHash) found("unlinked");
    last = seq;
    report.headHash = row.hash;
  }
  if (report) yield concluded(report, last, records.get(report.chain));
  for (const [chain, record] of records) {
    if (!seen.has(chain)) yield concluded({ chain, rows: 0, headHash: "", problems: [] }, 0, record);
  }
}

function concluded(report: ChainReport, last: number, record: ChainRecord | undefined): ChainReport {
  const { chain, headHash, problems } = report;
  const length = record?.length ?? 0;
  if (last > length) problems.push({ fault: "inserted", chain, from: length + 1, to: last });
  else if (last < length) problems.push({ fault: "truncated", chain, from: last + 1, to: length });
  else if (record && record.headHash !== headHash) problems.push({ fault: "changed", chain, from: last, to: last });
  return report;
}
