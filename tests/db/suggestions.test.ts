import { desc } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { answerSuggestion } from "#db/commands/answer-suggestion.ts";
import { submitSuggestion } from "#db/commands/submit-suggestion.ts";
import { findSuggestion, listSuggestions } from "#db/queries/suggestions.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { COUNTY, department, inspector, leader, OTHER_COUNTY, systemAdmin } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { as, NOW, twoCounties } from "./inventory/fixture.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const { civil } = await twoCounties(owner);
const writer = department(civil);

const list = (actor: Actor) => withActor(database.db, actor, (tx) => listSuggestions(tx, { size: 50, page: 1 }));
const find = (actor: Actor, receipt: string) => withActor(database.db, actor, (tx) => findSuggestion(tx, receipt));
const logged = async () => {
  const [line] = await owner.select().from(schema.auditLog).orderBy(desc(schema.auditLog.seq)).limit(1);
  return line;
};

describe("submitSuggestion(context, input)", () => {
  test("keeps the words and the day, and nothing that leads to the writer", async () => {
    await submitSuggestion(as(database, writer), { text: " 导入太慢 " });
    const [row] = await owner.select().from(schema.suggestions);
    expect(row).toMatchObject({ regionCode: COUNTY, text: "导入太慢", createdOn: "2026-09-15", answer: null });
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ["answer", "answeredAt", "createdOn", "id", "receiptHash", "regionCode", "text"].sort(),
    );
    const line = await logged();
    expect(line).toMatchObject({ action: "suggestion.submit", actorId: "department", subjectId: "-", detail: {} });
  });

  test("refuses blank and overlong words", async () => {
    await expect(submitSuggestion(as(database, writer), { text: "  " })).rejects.toThrow("请填写投诉建议");
    await expect(submitSuggestion(as(database, writer), { text: "长".repeat(1001) })).rejects.toThrow("最多 1000 字");
  });

  test("is open to every role", async () => {
    await expect(submitSuggestion(as(database, systemAdmin()), { text: "字太小" })).resolves.toBeDefined();
  });
});

describe("answerSuggestion(context, input)", () => {
  test("gives the writer an answer that only the code finds, and keeps its words out of the log", async () => {
    const { receipt } = await submitSuggestion(as(database, writer), { text: "表格列太多" });
    expect(await find(writer, receipt)).toMatchObject({ text: "表格列太多", answer: null, answeredAt: null });
    const { items } = await list(inspector());
    const id = items.find((item) => item.text === "表格列太多")?.id;
    await answerSuggestion(as(database), { id, answer: "已可选列" });
    expect(await logged()).toMatchObject({ action: "suggestion.answer", subjectId: id, detail: {} });
    expect(await find(writer, receipt.toLowerCase().replaceAll("-", " "))).toMatchObject({
      answer: "已可选列",
      answeredAt: NOW,
    });
    expect(await find(writer, "2222-2222-2222-2222")).toBeUndefined();
    await expect(answerSuggestion(as(database), { id, answer: "再答" })).rejects.toThrow("已有答复");
  });

  test("is refused to a leader, who reads, and to an inspector of another county, who does not", async () => {
    const [first] = (await list(leader())).items;
    await expect(answerSuggestion(as(database, leader()), { id: first?.id, answer: "好" })).rejects.toThrow("权限");
    expect((await list(inspector(OTHER_COUNTY))).total).toBe(0);
    await expect(
      answerSuggestion(as(database, inspector(OTHER_COUNTY)), { id: first?.id, answer: "好" }),
    ).rejects.toThrow("不在您的范围内");
  });

  test("finds nothing to list for a department, its own words neither", async () => {
    expect(await list(writer)).toEqual({ items: [], total: 0 });
  });
});

test("findSuggestion(tx, receipt) finds nothing for nobody", async () => {
  const { receipt } = await submitSuggestion(as(database, writer), { text: "看得见吗" });
  expect(await database.db.transaction((tx) => findSuggestion(tx, receipt))).toBeUndefined();
});
