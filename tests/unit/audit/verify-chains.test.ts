import { describe, expect, test } from "vitest";
import { canonicalText, type LogRow } from "#lib/audit/canonical.ts";
import { type ChainRecord, verifyChains } from "#lib/audit/verify-chains.ts";

/** Stands in for SHA-256, which lib does not bring: any function of the text will do. */
const digest = (text: string) => {
  let value = 7;
  for (const character of text) value = (value * 31 + (character.codePointAt(0) ?? 0)) % 1_000_000_007;
  return value.toString(16);
};

function chainOf(chain: string, length: number): LogRow[] {
  const rows: LogRow[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const row: LogRow = {
      regionCode: `${chain}000000`,
      chain,
      seq: String(seq),
      at: `2026-03-0${seq}T00:00:00.000000Z`,
      actorId: "u",
      actorName: "张三",
      actorRole: "inspector",
      action: "asset.amend",
      subjectType: "asset",
      subjectId: `a${seq}`,
      detail: "{}",
      previousHash: rows.at(-1)?.hash ?? "",
      hash: "",
    };
    rows.push({ ...row, hash: digest(canonicalText(row)) });
  }
  return rows;
}
const recordOf = (rows: LogRow[]): [string, ChainRecord] => [
  rows[0]?.chain ?? "",
  { length: rows.length, headHash: rows.at(-1)?.hash ?? "" },
];
const at = (rows: LogRow[], index: number) => rows[index] as LogRow;

async function problems(rows: LogRow[], records: [string, ChainRecord][]) {
  const found: string[] = [];
  for await (const report of verifyChains(rows, new Map(records), digest)) {
    for (const { fault, chain, from, to } of report.problems) found.push(`${chain} ${fault} ${from}-${to}`);
  }
  return found;
}

describe("verifyChains(rows, records, sha256)", () => {
  const one = chainOf("990101", 5);
  const two = chainOf("990102", 3);
  const records = [recordOf(one), recordOf(two)];

  test("reports each chain with its rows and last hash, and nothing wrong with an intact log", async () => {
    const reports = [];
    for await (const report of verifyChains([...one, ...two], new Map(records), digest)) reports.push(report);
    expect(reports).toEqual([
      { chain: "990101", rows: 5, headHash: at(one, 4).hash, problems: [] },
      { chain: "990102", rows: 3, headHash: at(two, 2).hash, problems: [] },
    ]);
  });
  test("is silent about an empty log", async () => expect(await problems([], [])).toEqual([]));
  test("finds a changed row", async () => {
    const changed = one.with(2, { ...at(one, 2), actorName: "李四" });
    expect(await problems([...changed, ...two], records)).toEqual(["990101 changed 3-3"]);
  });
  test("finds a changed row whose hash was made to fit, by the row after it", async () => {
    const forged = { ...at(one, 2), actorName: "李四" };
    const changed = one.with(2, { ...forged, hash: digest(canonicalText(forged)) });
    expect(await problems(changed, [recordOf(one)])).toEqual(["990101 unlinked 4-4"]);
  });
  test("finds a changed last row whose hash was made to fit, by the recorded last hash", async () => {
    const forged = { ...at(one, 4), actorName: "李四" };
    const changed = one.with(4, { ...forged, hash: digest(canonicalText(forged)) });
    expect(await problems(changed, [recordOf(one)])).toEqual(["990101 changed 5-5"]);
  });
  test("finds missing rows in the middle and at the beginning", async () => {
    expect(await problems([at(one, 0), at(one, 3), at(one, 4)], [recordOf(one)])).toEqual(["990101 missing 2-3"]);
    expect(await problems(one.slice(1), [recordOf(one)])).toEqual(["990101 missing 1-1"]);
  });
  test("finds rows cut off the end, and a whole chain cut off", async () => {
    expect(await problems([...one.slice(0, 3), ...two], records)).toEqual(["990101 truncated 4-5"]);
    expect(await problems(one, records)).toEqual(["990102 truncated 1-3"]);
  });
  test("finds an inserted row, in the middle, at the end and in a chain of its own", async () => {
    const twin = { ...at(one, 2), regionCode: "990101001000" };
    expect(await problems([...one.slice(0, 3), twin, ...one.slice(3)], [recordOf(one)])).toEqual([
      "990101 inserted 3-3",
    ]);
    expect(await problems(one, [recordOf(one.slice(0, 4))])).toEqual(["990101 inserted 5-5"]);
    expect(await problems([...one, ...two], [recordOf(one)])).toEqual(["990102 inserted 1-3"]);
  });
});
