import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refreshSets } from "#db/commands/set-writing.ts";
import { findComparedForm } from "#db/queries/compared-forms.ts";
import { aliasesIn } from "#db/queries/item-sets.ts";
import { listFormsApart, loadOverlapMap } from "#db/queries/overlap-map.ts";
import { assets, elementAliases, formFields } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import type { AnyAttributes } from "#lib/asset/fields.ts";
import { COUNTY, department, inspector, OTHER_COUNTY, system } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { BUREAU, OFFICE, portfolio } from "../assessments/fixture.ts";

const id = (n: number) => `30000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const FORM = { registry: id(1), ledger: id(2), patrol: id(3) };
const LABELS = ["序号", "姓名", "身份证号", "残疾等级", "残疾类别", "康复需求", "监护人电话"];
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await portfolio(database.ownerDb);
  const forms: [string, string, string, string[], AnyAttributes][] = [
    [
      FORM.registry,
      "残疾人登记表",
      BUREAU,
      LABELS,
      { frequency: "monthly", respondentUnits: 10, personsPerUnit: 1, minutes: 60, ordinaryShare: 0 },
    ],
    [FORM.ledger, "残疾人康复台账", OFFICE, LABELS.slice(1), {}],
    [FORM.patrol, "河道巡查记录", OFFICE, ["河段名称", "巡查日期", "水质情况"], {}],
  ];
  for (const [id, name, unitId, labels, attributes] of forms) {
    await database.ownerDb
      .insert(assets)
      .values({ regionCode: COUNTY, id, kind: "form", key: name, name, unitId, attributes, workLine: "disabled" });
    await database.ownerDb
      .insert(formFields)
      .values(labels.map((label, position) => ({ regionCode: COUNTY, assetId: id, position, label })));
  }
  await withActor(database.db, system(), (tx) =>
    refreshSets(
      tx,
      forms.map(([id]) => ({ regionCode: COUNTY, id })),
    ),
  );
});
afterAll(() => database.close());

const as = <T>(actor: Actor, work: Parameters<typeof withActor<T>>[2]) => withActor(database.db, actor, work);

describe("findComparedForm(id)", () => {
  test("is the form with its fields in order for who sees it", async () => {
    const form = await as(inspector(), (tx) => findComparedForm(tx, FORM.registry));
    expect(form).toMatchObject({ name: "残疾人登记表", unitName: "某局", reached: true, running: true });
    expect(form?.reached && form.fields.map(({ label }) => label)).toEqual(LABELS);
  });

  test("is of another unit's form its name, its unit and the data that it asks for, not its wording", async () => {
    const form = await as(department(BUREAU), (tx) => findComparedForm(tx, FORM.ledger));
    if (form === undefined || form.reached) throw new Error("the form of another unit is reached");
    expect(form).toMatchObject({ name: "残疾人康复台账", unitName: "某办", workLine: null });
    expect(form).not.toHaveProperty("fields");
    expect(form.elements.map(({ key }) => key)).toContain("本人·公民身份号码");
    expect(form.elements).toHaveLength(6);
  });

  test("is undefined for what is no form, and in a county beside", async () => {
    expect(await as(inspector(), (tx) => findComparedForm(tx, id(99)))).toBeUndefined();
    expect(await as(inspector(OTHER_COUNTY), (tx) => findComparedForm(tx, FORM.registry))).toBeUndefined();
  });
});

test("aliasesIn(regions) names the person who decided, as reasons are read by people", async () => {
  await database.ownerDb.insert(elementAliases).values({
    regionCode: COUNTY,
    aLabel: "康复需求",
    aKey: "·康复需求",
    bLabel: "康复项目",
    bKey: "·康复项目",
    answer: "different",
    decidedBy: "00000000-0000-4000-8000-00000000000f",
    decidedByName: "张三",
    decidedAt: new Date("2026-09-30T02:00:00Z"),
  });
  const aliases = await as(inspector(), (tx) => aliasesIn(tx, [COUNTY]));
  expect(aliases.get(COUNTY)?.map(({ decidedBy }) => decidedBy)).toEqual(["张三"]);
});

describe("loadOverlapMap(filter)", () => {
  test("is the pairs of the filter with the forms that are in them, their data and hours", async () => {
    const map = await as(inspector(), (tx) => loadOverlapMap(tx, { relations: ["duplicate", "same_template"] }));
    expect(map.total).toBe(1);
    expect(map.pairs).toMatchObject([{ a: FORM.registry, b: FORM.ledger, share: 1 }]);
    expect(map.forms).toMatchObject([
      { id: FORM.registry, unitName: "某局", workLine: "disabled", hours: 120 },
      { id: FORM.ledger, unitName: "某办", hours: null },
    ]);
    expect(map.forms[0]?.own.length).toBe(4);
  });

  test("keeps from a department what another unit's form takes", async () => {
    const map = await as(department(BUREAU), (tx) => loadOverlapMap(tx, {}));
    expect(map.forms.find((form) => form.id === FORM.ledger)).toMatchObject({ workLine: null, hours: null });
  });
});

test("listFormsApart(mapped) lists the running forms with fields that are in no pair", async () => {
  await as(inspector(), async (tx) => {
    const { forms } = await loadOverlapMap(tx, { relations: ["duplicate", "same_template"] });
    const apart = await listFormsApart(tx, new Set(forms.map((form) => form.id)));
    const names = apart.map(({ name }) => name);
    expect(names).toContain("河道巡查记录");
    expect(names).not.toContain("残疾人登记表");
  });
});
