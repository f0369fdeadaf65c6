import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refreshSets } from "#db/commands/set-writing.ts";
import { loadRedundancyInput, partsOf } from "#db/queries/redundancy-input.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import type { FormAttributes } from "#lib/asset/fields.ts";
import { measureForms } from "#lib/redundancy/proposal/measured-form.ts";
import { proposalParameters } from "#lib/redundancy/proposal/parameters.ts";
import { wasteOf } from "#lib/redundancy/waste/waste.ts";
import { twoCounties } from "#tests/db/inventory/fixture.ts";
import { CITY, COUNTY, department, inspector, OTHER_COUNTY } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const { civil, education, neighbour } = await twoCounties(owner);

type Draft = Partial<typeof schema.assets.$inferInsert> & { attributes?: FormAttributes; labels?: string[] };

async function form({ labels = [], ...own }: Draft): Promise<string> {
  const regionCode = own.regionCode ?? COUNTY;
  const name = own.name ?? `表${Math.random()}`;
  const [row] = await owner
    .insert(schema.assets)
    .values({ regionCode, kind: "form", key: name, name, ...own })
    .returning({ id: schema.assets.id });
  const id = (row as { id: string }).id;
  const fields = labels.map((label, at) => ({ regionCode, assetId: id, position: at + 1, label }));
  if (fields.length > 0) await owner.insert(schema.formFields).values(fields);
  await withActor(database.db, inspector("990100000000"), (tx) => refreshSets(tx, [{ regionCode, id }]));
  return id;
}

const MEASURED: FormAttributes = {
  frequency: "monthly",
  respondentUnits: 24,
  personsPerUnit: 2,
  ordinaryShare: 25,
  grain: "resident",
};
const ids: Record<string, string> = {};
beforeAll(async () => {
  ids.steps = await form({
    name: "低保对象登记表",
    unitId: civil,
    workLine: "civil_affairs",
    labels: ["序号", "姓名", "身份证号", "联系电话", "低保金额"],
    attributes: {
      ...MEASURED,
      respondent: "village",
      population: "低保户",
      rowsPerUnit: 30,
      minutesReading: 4,
      minutesFinding: 12,
      minutesEntering: 20,
      minutesSigning: 3,
      minutesSubmitting: 1,
      minutesPaper: 0,
    },
  });
  ids.range = await form({
    name: "困境儿童登记表",
    unitId: education,
    workLine: "education",
    labels: ["姓名", "公民身份号码", "就读学校"],
    attributes: { ...MEASURED, minutesLow: 20, minutesHigh: 60 },
  });
  ids.unknown = await form({
    name: "基本情况登记表",
    labels: ["姓名", "年龄"],
    attributes: { grain: "resident", isStatutory: true, rowsPerUnit: 5 },
  });
  ids.ended = await form({ name: "旧表", state: "closed", labels: ["姓名"], attributes: MEASURED });
  ids.neighbour = await form({ name: "邻县的表", regionCode: OTHER_COUNTY, unitId: neighbour, labels: ["姓名"] });
});

const load = (selection = {}, actor: Actor = inspector()) =>
  withActor(database.db, actor, (tx) => loadRedundancyInput(tx, { regionCode: COUNTY, selection }), { readOnly: true });

describe("loadRedundancyInput(tx, region)", () => {
  test("holds the running forms of the region, and of a department its own", async () => {
    const { forms, officeNames } = await load();
    expect(new Set(forms.map(({ id }) => id))).toEqual(new Set([ids.steps, ids.range, ids.unknown]));
    expect(officeNames[civil]).toBe("示范县民政局");
    const own = await load({}, department(civil));
    expect(own.forms.map(({ id }) => id)).toEqual([ids.steps]);
  });

  test("is narrowed by line of work, unit and item", async () => {
    const names = async (selection: object) => (await load(selection)).forms.map(({ name }) => name);
    expect(await names({ workLines: ["education"] })).toEqual(["困境儿童登记表"]);
    expect(await names({ unitIds: [civil] })).toEqual(["低保对象登记表"]);
    expect(await names({ assetIds: [ids.unknown] })).toEqual(["基本情况登记表"]);
    expect(await names({ workLines: [], unitIds: [], assetIds: [] })).toHaveLength(3);
  });

  test("has every form of known burden take exactly the hours that its own page shows", async () => {
    const input = await load();
    for (const parameters of [{}, { minutesPerCell: 3, setupMinutes: 90 }]) {
      const { forms } = measureForms(input, proposalParameters(parameters));
      const known = input.forms.filter(({ burden }) => burden !== null);
      expect(known.map(({ name }) => name).sort()).toEqual(["低保对象登记表", "困境儿童登记表"]);
      for (const { id, burden } of known)
        expect(forms.find((one) => one.id === id)?.before).toBeCloseTo((burden?.mid as number) * 60, 6);
    }
  });

  test("takes reading, signing, submitting and paper as the form's own setup, of all persons, ordinary work left out", async () => {
    const { forms } = await load({ assetIds: [ids.steps as string] });
    expect(forms[0]).toMatchObject({ minutes: 40 * 2 * 0.75, setupMinutes: 8 * 2 * 0.75, rows: 30 });
    const [range] = (await load({ assetIds: [ids.range as string] })).forms;
    expect(range).toMatchObject({ minutes: 60, minutesRange: { low: 30, high: 90 }, setupMinutes: null, rows: null });
  });

  test("leaves what is unknown unknown, and a statutory form locked", async () => {
    const [unknown] = (await load({ assetIds: [ids.unknown as string] })).forms;
    expect(unknown).toMatchObject({
      officeId: "unknown",
      respondent: null,
      population: null,
      timesPerYear: null,
      units: null,
      minutes: null,
      burden: null,
      workLine: null,
      locked: true,
      rows: 5,
    });
  });

  test("asks for one element under two names, and for none with a label that only handles the form", async () => {
    const { forms, elements } = await load();
    const asked = (id: string | undefined, label: string) =>
      forms.find((one) => one.id === id)?.fields.find((field) => field.label === label)?.element;
    expect(asked(ids.steps, "身份证号")).toBeTypeOf("number");
    expect(asked(ids.range, "公民身份号码")).toBe(asked(ids.steps, "身份证号"));
    expect(asked(ids.steps, "序号")).toBeUndefined();
    const number = elements.find(({ element }) => element === asked(ids.steps, "身份证号"));
    expect(number).toMatchObject({ changesPerYear: 0, datum: { name: "公民身份号码" } });
  });

  test("has a city's forms repeat each other within a county, and not what another county asks of its own people", async () => {
    const again = {
      name: "补贴对象登记表",
      labels: ["姓名", "身份证号", "低保金额"],
      attributes: { ...MEASURED, minutesLow: 20, minutesHigh: 60 },
    };
    const here = [await form(again), await form({ ...again, name: "补贴对象核查表" })];
    const there = await form({ ...again, regionCode: OTHER_COUNTY });
    const input = await withActor(database.db, inspector(CITY), (tx) => loadRedundancyInput(tx, { regionCode: CITY }));
    const met = new Set<string>();
    wasteOf(input).eachPair((_, one, other, hours) => {
      if (hours > 0 && one.id !== other.id) for (const id of [one.id, other.id]) met.add(id);
    });
    expect([...met].sort()).toEqual(here.sort());
    expect(input.forms.map(({ id }) => id)).toContain(there);
  });

  test("knows a source of what is shared with all, but for the department that holds it", async () => {
    const [held] = await owner
      .insert(schema.dataElements)
      .values({
        regionCode: COUNTY,
        identifier: "县-001",
        name: "低保金额",
        synonyms: [],
        grain: "resident",
        sourceDepartment: "民政部门",
        sourceUnitId: civil,
        updateFrequency: "monthly",
        sharing: "unconditional",
      })
      .returning({ id: schema.dataElements.id });
    const { sources, forms } = await load();
    const element = forms.find(({ id }) => id === ids.steps)?.fields.find(({ label }) => label === "低保金额")?.element;
    const source = sources.find((one) => one.element === element);
    expect(source).toMatchObject({ department: "民政部门", timesPerYear: 12 });
    expect(source?.offices).toContain(education);
    expect(source?.offices).not.toContain(civil);
    expect(held).toBeDefined();
  });
});

describe("partsOf(tx, region)", () => {
  test("are what lies directly below with running forms, counted with all below it", async () => {
    const own = await form({ name: "街道的表", regionCode: "990101001000" });
    const parts = (regionCode: string) => withActor(database.db, inspector(CITY), (tx) => partsOf(tx, regionCode));
    const [county, neighbour] = await parts(CITY);
    expect(county).toMatchObject({ code: COUNTY, name: "示范县" });
    expect(neighbour).toMatchObject({ code: OTHER_COUNTY, name: "邻县" });
    expect(await parts(COUNTY)).toEqual([{ code: "990101001000", name: "城关街道", forms: 1 }]);
    await owner.delete(schema.assets).where(eq(schema.assets.id, own));
    expect((await parts(CITY))[0]?.forms).toBe((county?.forms ?? 0) - 1);
    expect(await parts(COUNTY)).toEqual([]);
  });
});
