import { eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { amendAsset } from "#db/commands/amend-asset.ts";
import { decideAlias } from "#db/commands/decide-alias.ts";
import { registerAsset } from "#db/commands/register-asset.ts";
import { holdSets } from "#db/commands/set-lock.ts";
import { undoAlias } from "#db/commands/undo-alias.ts";
import { countAnswered, exportAliases, listAliases, listDeciders } from "#db/queries/aliases.ts";
import { elementAliases } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { CITY, COUNTY, department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { someoneWaits } from "#tests/support/locks.ts";
import { lastLogged, NOW, twoCounties } from "../inventory/fixture.ts";
import { allPairs } from "./sets-by-hand.ts";

/** Two forms whose fields are the same but for their names. */
const VISIT = { name: "入户走访表", labels: ["姓名", "屋况等次", "致贫缘由", "帮办事项", "走访情形"] };
const SURVEY = { name: "民情排查表", labels: ["姓名", "房况级别", "致贫缘由", "帮办事项", "排查情形"] };

let database: TestDatabase;
let civil: string;
beforeAll(async () => {
  database = await testDatabase();
  ({ civil } = await twoCounties(database.ownerDb));
  for (const { name, labels } of [VISIT, SURVEY]) {
    await registerAsset(as(), { kind: "form", name, unitId: civil, fields: labels.join("\n") });
  }
});
afterAll(() => database.close());
beforeEach(async () => {
  const standing = await database.ownerDb.select().from(elementAliases);
  for (const { id, undoneAt } of standing)
    if (undoneAt === null) await undoAlias(as(inspector(CITY, "clean")), { aliasId: id });
  await database.ownerDb.delete(elementAliases);
});

const as = (actor: Actor = inspector(), now: Date = NOW) => ({ db: database.db, actor, now });
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const side = ({ name, labels }: typeof VISIT, label: string, form: string | null = null) => {
  const read = readElements({ title: name, fields: labels.map((one) => ({ label: one, technical: false })) });
  const key = read[labels.indexOf(label)]?.key;
  if (key === undefined) throw new Error(`${label} is read as no element`);
  return { label, form, key };
};
const A = side(VISIT, "屋况等次");
const B = side(SURVEY, "房况级别");
const answer = (said: "same" | "different", actor?: Actor, now?: Date) =>
  decideAlias(as(actor, now), { a: A, b: B, answer: said });
const stored = async (id: string) =>
  (await database.ownerDb.select().from(elementAliases).where(eq(elementAliases.id, id)))[0];
const shared = async () => ((await allPairs(database.ownerDb))[0]?.shared ?? 0) as number;

describe("decideAlias(context, input)", () => {
  test("keeps the answer with who gave it, and compares the forms anew in the same transaction", async () => {
    const before = await shared();
    const { aliasId, isNew } = await answer("same");
    expect(isNew).toBe(true);
    expect(await stored(aliasId)).toMatchObject({
      regionCode: COUNTY,
      aLabel: "屋况等次",
      bLabel: "房况级别",
      answer: "same",
      decidedBy: "inspector",
      decidedByName: "监督员",
      undoneAt: null,
    });
    expect(await shared()).toBe(before + 1);
    expect(await lastLogged(database.ownerDb, aliasId)).toMatchObject({
      action: "element_alias.decide",
      detail: { aLabel: "屋况等次", bLabel: "房况级别", answer: "same" },
    });
  });

  test("of the same answer again, either way round and by anybody, keeps one", async () => {
    const first = await answer("same");
    const again = await decideAlias(as(inspector(COUNTY, "second")), { a: B, b: A, answer: "same" });
    expect(again).toEqual({ aliasId: first.aliasId, isNew: false, decidedByName: "监督员" });
    expect(await database.ownerDb.$count(elementAliases)).toBe(1);
  });

  test("refuses another answer than another person's, and says who and when", async () => {
    await answer("same");
    await expect(answer("different", inspector(COUNTY, "second"), later(1))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/监督员已于2026年9月15日 10:00认定“是同一项”/),
    });
    expect(await database.ownerDb.$count(elementAliases)).toBe(1);
  });

  test("lets a person change the own answer; the former stays to be read", async () => {
    const before = await shared();
    const { aliasId: former } = await answer("same");
    await answer("different", undefined, later(1));
    expect(await stored(former)).toMatchObject({ answer: "same", undoneByName: "监督员" });
    expect(await shared()).toBe(before);
  });

  test("of two at the same time with two answers keeps one", async () => {
    const both = await Promise.allSettled([answer("same"), answer("different", inspector(COUNTY, "second"))]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database.ownerDb.$count(elementAliases)).toBe(1);
  });

  test("waits for who reads all again, and holds up none of the answers whose keys that changes", async () => {
    await answer("same");
    let changing: Promise<unknown> | undefined;
    await withActor(database.db, inspector(), async (tx) => {
      await holdSets(tx, [COUNTY]);
      changing = answer("different", undefined, later(1));
      await someoneWaits(database.ownerDb);
      await tx.update(elementAliases).set({ aKey: A.key });
    });
    await changing;
    expect(await database.ownerDb.$count(elementAliases, isNull(elementAliases.undoneAt))).toBe(1);
  });

  test("refuses a side that stands on no running form any more", async () => {
    const { id, version } = await registerAsset(as(), {
      kind: "form",
      name: "旧表",
      unitId: civil,
      fields: "旧账名目",
    });
    const old = side({ name: "旧表", labels: ["旧账名目"] }, "旧账名目");
    const ask = (form: string | null) => decideAlias(as(), { a: { ...old, form }, b: B, answer: "different" });
    await expect(ask("别的表")).rejects.toMatchObject({ code: "not_found" });
    await amendAsset(as(), { id, version, kind: "form", fields: "" });
    await expect(ask(null)).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringContaining("“旧账名目”已不在任何使用中的表单里"),
    });
    expect(await database.ownerDb.$count(elementAliases)).toBe(0);
  });

  test.each([
    ["a leader", leader()],
    ["a department", department("11111111-1111-4111-8111-111111111111")],
  ])("is not for %s", async (_who, actor) => {
    await expect(answer("same", actor)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("undoAlias(context, input)", () => {
  test("takes the answer back and keeps who decided and who undid; the forms are compared without it", async () => {
    const before = await shared();
    const { aliasId } = await answer("same");
    await undoAlias(as(inspector(COUNTY, "second"), later(5)), { aliasId });
    expect(await stored(aliasId)).toMatchObject({
      decidedBy: "inspector",
      undoneByName: "监督员",
      undoneAt: later(5),
    });
    expect(await shared()).toBe(before);
    expect(await lastLogged(database.ownerDb, aliasId)).toMatchObject({ action: "element_alias.undo" });
  });

  test("leaves the pair free to be answered again", async () => {
    const { aliasId } = await answer("same");
    await undoAlias(as(), { aliasId });
    await expect(answer("different", inspector(COUNTY, "second"))).resolves.toMatchObject({ isNew: true });
  });

  test("may be asked twice by one person; of another it says who was first and when", async () => {
    const { aliasId } = await answer("same");
    await undoAlias(as(), { aliasId });
    await expect(undoAlias(as(), { aliasId })).resolves.toEqual({ aliasId });
    await expect(undoAlias(as({ ...inspector(), name: "另一人" } as Actor), { aliasId })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("监督员已于2026年9月15日 10:00撤销"),
    });
  });

  test("of an answer of a region above is refused; one of another county is not found", async () => {
    const { aliasId } = await answer("same", inspector(CITY, "city"));
    await expect(undoAlias(as(), { aliasId })).rejects.toMatchObject({ code: "forbidden" });
    const { aliasId: own } = await answer("same").catch(() => ({ aliasId: "" }));
    expect(own).toBe(aliasId);
    await undoAlias(as(inspector(CITY, "city")), { aliasId });
    const { aliasId: county } = await answer("same");
    await expect(undoAlias(as(inspector(OTHER_COUNTY)), { aliasId: county })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("listAliases(tx, { filter, size })", () => {
  const list = (filter: Parameters<typeof listAliases>[1]["filter"] = {}, actor: Actor = inspector()) =>
    withActor(database.db, actor, (tx) => listAliases(tx, { filter, size: 10 }));

  test("tells by whom, when, what, and whether it holds", async () => {
    const { aliasId } = await answer("same");
    await undoAlias(as(undefined, later(5)), { aliasId });
    await answer("different", inspector(COUNTY, "second"), later(10));
    const total = async (filter: Parameters<typeof list>[0]) => (await list(filter)).total;
    expect((await list()).items.map(({ answer: said }) => said)).toEqual(["different", "same"]);
    expect(await total({ standing: "holds" })).toBe(1);
    expect(await total({ standing: "undone", answer: "same" })).toBe(1);
    expect(await total({ decidedBy: "second" })).toBe(1);
    expect(await total({ from: later(1) })).toBe(1);
    expect(await total({ to: later(1) })).toBe(1);
    expect(await total({ q: "房况" })).toBe(2);
    expect(await total({ q: "没有" })).toBe(0);
    expect(await withActor(database.db, inspector(), listDeciders)).toHaveLength(2);
  });

  test("goes through pages both ways, and the export holds every row", async () => {
    const all = await withActor(database.ownerDb, inspector(), async (tx) => {
      const values = Array.from({ length: 7 }, (_, at) => ({
        regionCode: COUNTY,
        aLabel: `甲${at}`,
        aKey: `甲${at}`,
        bLabel: "乙",
        bKey: "乙",
        answer: "different" as const,
        decidedBy: "inspector",
        decidedByName: "监督员",
        decidedAt: later(at),
        undoneAt: later(60),
        undoneByName: "监督员",
      }));
      return tx.insert(elementAliases).values(values).returning();
    });
    expect(all).toHaveLength(7);
    const page = (cursor?: Parameters<typeof listAliases>[1]["cursor"]) =>
      withActor(database.db, inspector(), (tx) => listAliases(tx, { filter: {}, size: 3, cursor }));
    const first = await page();
    const { decodeCursor } = await import("#db/queries/page.ts");
    const second = await page(decodeCursor(first.next ?? ""));
    expect(second).toMatchObject({ first: 4, total: 7 });
    expect((await page(decodeCursor(second.previous ?? ""))).items).toEqual(first.items);
    const rows = await withActor(database.db, inspector(), (tx) => Array.fromAsync(exportAliases(tx, {})));
    expect(rows.map(({ aLabel }) => aLabel)).toEqual(["甲6", "甲5", "甲4", "甲3", "甲2", "甲1", "甲0"]);
  });

  test("shows answers of the regions above, and none of a county beside", async () => {
    await answer("same", inspector(CITY, "city"));
    expect((await list()).total).toBe(1);
    await undoAlias(as(inspector(CITY, "city")), { aliasId: (await list()).items[0]?.id });
    await answer("same");
    expect((await list({ standing: "holds" }, inspector(OTHER_COUNTY))).total).toBe(0);
  });
});

test("countAnswered(tx, { by, since }) counts what a person answered since then and did not take back", async () => {
  const { aliasId } = await answer("same");
  const count = (since: Date) =>
    withActor(database.db, inspector(), (tx) => countAnswered(tx, { by: "inspector", since }));
  expect([await count(NOW), await count(later(1))]).toEqual([1, 0]);
  await undoAlias(as(), { aliasId });
  expect(await count(NOW)).toBe(0);
});
