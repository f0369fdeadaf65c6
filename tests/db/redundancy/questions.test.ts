import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decideAlias } from "#db/commands/decide-alias.ts";
import { registerAsset } from "#db/commands/register-asset.ts";
import { undoAlias } from "#db/commands/undo-alias.ts";
import { openQuestions } from "#db/queries/questions.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { COUNTY, inspector, OTHER_COUNTY } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { NOW, twoCounties } from "../inventory/fixture.ts";

let database: TestDatabase;
const as = (actor: Actor = inspector()) => ({ db: database.db, actor, now: NOW });
const ask = ({ passed = [] as string[], size = 50, actor = inspector() } = {}) =>
  withActor(database.db, actor, (tx) => openQuestions(tx, { regionCode: actor.scope, passed: new Set(passed), size }));

beforeAll(async () => {
  database = await testDatabase();
  const { civil, education } = await twoCounties(database.ownerDb);
  const form = (name: string, unitId: string, fields: string) =>
    registerAsset(as(), { kind: "form", name, unitId, fields, "attribute.respondent": "village" });
  await form("入户走访表", civil, "姓名\n身份证号\n工作简历\n走访日期\n备注");
  await form("民情走访表", civil, "姓名\n身份证号\n工作简历\n走访日期");
  await form("帮扶台账", education, "姓名\n身份证号\n工作经历\n录入时间（系统生成）");
});
afterAll(() => database.close());

const FIRST = async () => {
  const [question] = (await ask()).questions;
  if (question === undefined) throw new Error("nothing is asked");
  return question;
};
const side = ({ label, key }: { label: string; key: string }) => ({ label, form: null, key });

describe("openQuestions(tx, { regionCode, passed, size })", () => {
  test("asks what the labels leave open, with the forms, units and fields around it", async () => {
    const question = await FIRST();
    const sides = [question.a, question.b].sort((x, y) => y.forms - x.forms);
    expect(sides).toMatchObject([
      {
        label: "工作简历",
        forms: 2,
        units: 1,
        places: [
          { name: "入户走访表", unitName: "示范县民政局", label: "工作简历" },
          { name: "民情走访表", unitName: "示范县民政局" },
        ],
      },
      { label: "工作经历", forms: 1, units: 1, places: [{ name: "帮扶台账", unitName: "示范县教育局" }] },
    ]);
    expect(sides[1]?.context).toEqual(["姓名", "身份证号", "工作经历"]);
    expect(question.settles.pairs).toBe(2);
    expect(question.because).not.toBe("");
  });

  test("passes over what the page has had, and counts it all the same", async () => {
    const { pair } = await FIRST();
    const { total } = await ask();
    const rest = await ask({ passed: [pair] });
    expect(rest.questions.map((one) => one.pair)).not.toContain(pair);
    expect([rest.questions.length, rest.total]).toEqual([total - 1, total]);
    expect((await ask({ size: 0 })).questions).toEqual([]);
  });

  test("asks no more what was answered, and again what was taken back", async () => {
    const { pair, a, b } = await FIRST();
    const { total } = await ask();
    const pairs = async () => (await ask()).questions.map((one) => one.pair);
    const { aliasId } = await decideAlias(as(), { a: side(a), b: side(b), answer: "different" });
    expect(await pairs()).not.toContain(pair);
    expect((await ask()).total).toBe(total - 1);
    await undoAlias(as(), { aliasId });
    expect(await pairs()).toContain(pair);
  });

  test("asks nothing of the forms of another county", async () => {
    expect(await ask({ actor: inspector(OTHER_COUNTY) })).toEqual({ questions: [], total: 0 });
    expect((await ask({ actor: inspector(COUNTY) })).total).toBeGreaterThan(0);
  });
});
