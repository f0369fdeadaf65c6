import { afterAll, describe, expect, test } from "vitest";
import { answersOfElement, findElement } from "#db/queries/element-page.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import { elementOf } from "#lib/redundancy/element/element.ts";
import { readField } from "#lib/redundancy/field/read-field.ts";
import { COUNTY, inspector } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const keyOf = (label: string) => {
  const read = elementOf(readField(label, { title: "居民信息登记表" }));
  if (read === null) throw new Error(label);
  return read.key;
};
const answer = (a: string, b: string, own: Partial<typeof schema.elementAliases.$inferInsert> = {}) =>
  owner.insert(schema.elementAliases).values({
    regionCode: COUNTY,
    aLabel: a,
    aKey: keyOf(a),
    bLabel: b,
    bKey: keyOf(b),
    answer: "same",
    decidedBy: "inspector",
    decidedByName: "监督员",
    decidedAt: new Date("2026-09-01T00:00:00Z"),
    ...own,
  });
const read = <T>(work: Parameters<typeof withActor<T>>[2]) =>
  withActor(database.db, inspector(), work, { readOnly: true });
const labels = (label: string) =>
  read(async (tx) =>
    (await answersOfElement(tx, { regionCode: COUNTY, key: keyOf(label) })).map(({ aLabel, bLabel }) => [
      aLabel,
      bLabel,
    ]),
  );

await answer("家庭年收入", "家庭人口数");
await answer("就读学校", "毕业院校", { answer: "different" });
await answer("联系电话", "户籍地址", { undoneAt: new Date("2026-09-02T00:00:00Z"), undoneByName: "监督员" });

describe("answersOfElement(tx, element)", () => {
  test("holds the answers that united words into the element, whichever of its keys stands for it", async () => {
    expect(await labels("家庭年收入")).toEqual([["家庭年收入", "家庭人口数"]]);
    expect(await labels("家庭人口数")).toEqual([["家庭年收入", "家庭人口数"]]);
  });

  test("holds the answers that keep it apart from another", async () => {
    expect(await labels("毕业院校")).toEqual([["就读学校", "毕业院校"]]);
  });

  test("holds none that was undone", async () => {
    expect(await labels("户籍地址")).toEqual([]);
  });
});

test("findElement(tx, id) names the element of a number, and knows no other", async () => {
  const key = keyOf("家庭年收入");
  const [row] = await owner
    .insert(schema.elements)
    .values({ key, header: false })
    .returning({ id: schema.elements.id });
  const id = (row as { id: number }).id;
  expect(await read((tx) => findElement(tx, id))).toMatchObject({ id, key, header: false, name: expect.any(String) });
  expect(await read((tx) => findElement(tx, id + 1000))).toBeUndefined();
});
