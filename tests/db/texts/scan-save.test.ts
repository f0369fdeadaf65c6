import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as schema from "#db/schema/index.ts";
import { UsageError } from "#scripts/edge.ts";
import { scanDocuments } from "#scripts/scan.ts";
import { COUNTY } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lastLogged, twoCounties } from "../inventory/fixture.ts";
import { CHECKIN, notice } from "./fixture.ts";

const database = await testDatabase();
const owner = database.ownerDb;
const { civil } = await twoCounties(owner);
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jianfu-scan-save-"));
  const words = `${notice(CHECKIN)}\n联系人：13800138000\n示范县民政局\n2026年3月5日`;
  writeFileSync(join(folder, "甲.txt"), words);
  writeFileSync(join(folder, "乙.txt"), words);
  writeFileSync(join(folder, "丙.pdf"), "");
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

async function scan(...args: string[]) {
  const lines: string[] = [];
  const status = await scanDocuments(args, {
    signal: new AbortController().signal,
    out: (line) => lines.push(line),
    open: (work) => work(database.db),
  });
  return { status, lines };
}
const kept = () => owner.select().from(schema.texts).orderBy(asc(schema.texts.id));

describe("npm run scan -- DIR --save", () => {
  test("keeps nothing without being asked to, and takes no region then", async () => {
    await scan(folder);
    expect(await kept()).toEqual([]);
    await expect(scan(folder, "--region", COUNTY)).rejects.toBeInstanceOf(UsageError);
    await expect(scan(folder, "--save", "--region", "12345")).rejects.toBeInstanceOf(UsageError);
  });

  test("keeps each document on its own: one that cannot be read or is there already does not hold up the others", async () => {
    const { status, lines } = await scan(folder, "--save", "--region", COUNTY.slice(0, 6));
    expect(lines[0]).toMatch(new RegExp(`^登记到：.+（${COUNTY}）$`));
    expect(lines).toContain("  没有再登记：内容相同的文本此前已登记");
    expect(lines.find((line) => line.startsWith("  已登记："))).toMatch(
      /^ {2}已登记：\d+ 处待确认，已遮盖手机号 1 个$/,
    );
    expect(lines.at(-1)).toBe("新登记 1 份，此前已有 1 份，没有登记 0 份");
    expect(status).toBe(1);
    const [text, ...others] = await kept();
    expect(others).toEqual([]);
    expect(text).toMatchObject({
      regionCode: COUNTY,
      unitId: civil,
      format: "txt",
      issuedOn: "2026-03-05",
      createdBy: "system",
      createdByName: "服务器管理员",
    });
    expect(text?.content).toContain("联系人：***");
    expect(await lastLogged(owner, text?.id ?? "")).toMatchObject({
      action: "text.add",
      detail: { masked: { mobile: 1 } },
    });
  });

  test("says with --json what became of each, and of all", async () => {
    const { lines } = await scan(join(folder, "甲.txt"), "--save", "--region", COUNTY, "--json");
    const [id] = (await kept()).map((text) => text.id);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { title: expect.any(String), saved: { is: "known", id } },
      { read: 1, unread: 0, saved: { added: 0, known: 1, refused: 0 } },
    ]);
  });
});
