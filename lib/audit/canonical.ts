/** One line of the audit log, each field as the database prints it; `at` in UTC with microseconds. */
export type LogRow = {
  regionCode: string;
  chain: string;
  seq: string;
  at: string;
  actorId: string;
  actorName: string;
  actorRole: string;
  action: string;
  subjectType: string;
  subjectId: string;
  detail: string;
  previousHash: string;
  hash: string;
};

/** The text that a line's hash is taken of: every field with its length in characters, so that no two lines share a text. */
export function canonicalText(row: LogRow): string {
  const { previousHash, regionCode, chain, seq, at, actorId, actorName, actorRole } = row;
  const fields = [
    previousHash,
    regionCode,
    chain,
    seq,
    at,
    actorId,
    actorName,
    actorRole,
    row.action,
    row.subjectType,
    row.subjectId,
    row.detail,
  ];
  return fields.map((field) => `${[...field].length}:${field}`).join(",");
}
