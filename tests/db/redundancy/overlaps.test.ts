import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OverlapFilter } from "#db/queries/overlap-filter.ts";
import {
  countFormRelations,
  countFormStock,
  exportFormPairs,
  findComparedForm,
  findFormPair,
  listFormPairs,
} from "#db/queries/overlaps.ts";
import { decodeCursor } from "#db/queries/page.ts";
import { assets, formFields, itemSets } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import type { AnyAttributes } from "#lib/asset/fields.ts";
import type { FormRelation } from "#lib/redundancy/vocabulary.ts";
import { COUNTY, department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { BUREAU, OFFICE, portfolio, TOWN_HALL } from "../assessments/fixture.ts";

const id = (n: number) => `20000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const FORM = { registry: id(1), ledger: id(2), roll: id(3), visit: id(4) };
/** How many data items each form has, in all and of its own; a form tells of its pairs with those before it. */
const SIZES: Record<string, [all: number, own: number]> = {
  [FORM.registry]: [10, 6],
  [FORM.ledger]: [10, 6],
  [FORM.roll]: [12, 8],
  [FORM.visit]: [4, 0],
};
const PAIRS: [string, string, FormRelation, shared: number, ownShared: number][] = [
  [FORM.registry, FORM.ledger, "duplicate", 10, 6],
  [FORM.registry, FORM.roll, "same_template", 8, 5],
  [FORM.ledger, FORM.roll, "partial", 5, 2],
  [FORM.roll, FORM.visit, "header_only", 4, 0],
];
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  const owner = database.ownerDb;
  await portfolio(owner);
  const forms: [string, string, string | null, AnyAttributes][] = [
    [
      FORM.registry,
      "残疾人登记表",
      BUREAU,
      {
        respondent: "village",
        frequency: "monthly",
        respondentUnits: 10,
        personsPerUnit: 1,
        minutes: 60,
        ordinaryShare: 0,
      },
    ],
    [FORM.ledger, "残疾人台账", OFFICE, { respondent: "village" }],
    [FORM.roll, "困难群众花名册", OFFICE, { respondent: "town" }],
    [FORM.visit, "走访记录", null, {}],
  ];
  await owner.insert(assets).values(
    forms.map(([id, name, unitId, attributes]) => ({
      regionCode: COUNTY,
      id,
      kind: "form" as const,
      key: name,
      name,
      unitId,
      attributes,
      workLine: id === FORM.registry ? ("disabled" as const) : null,
    })),
  );
  await owner.insert(formFields).values({ regionCode: COUNTY, assetId: FORM.registry, position: 1, label: "残疾等级" });
  for (const [assetId, name, unitId, attributes] of forms) {
    const [all, own] = SIZES[assetId] as [number, number];
    const told = PAIRS.filter(([, later]) => later === assetId);
    await owner.insert(itemSets).values({
      regionCode: COUNTY,
      assetId,
      kind: "form" as const,
      name,
      unitId,
      respondent: (attributes as { respondent?: string }).respondent ?? null,
      members: Buffer.alloc(4 * all),
      own: Buffer.alloc(4 * own),
      readBy: "test",
      pairIds: told.map(([other]) => other),
      pairRelations: told.map(([, , relation]) => relation),
      pairShared: told.map(([, , , shared]) => shared),
      pairOwnShared: told.map(([, , , , ownShared]) => ownShared),
    });
  }
});
afterAll(() => database.close());

const listed = async (filter: OverlapFilter, actor: Actor = inspector()) =>
  (await withActor(database.db, actor, (tx) => listFormPairs(tx, { filter, size: 50 }))).items;
const names = async (filter: OverlapFilter, actor?: Actor) =>
  (await listed(filter, actor)).map(({ a, b }) => `${a.name}–${b.name}`);

const ALL = [
  "残疾人登记表–残疾人台账",
  "残疾人登记表–困难群众花名册",
  "残疾人台账–困难群众花名册",
  "困难群众花名册–走访记录",
];

describe("listFormPairs(filter)", () => {
  test("is the nearest relation first, with counts, units, frequency and the form's own hours", async () => {
    expect(await names({})).toEqual(ALL);
    const [first] = await listed({});
    expect(first).toEqual({
      a: {
        id: FORM.registry,
        name: "残疾人登记表",
        unitName: "某局",
        respondent: "village",
        reached: true,
        workLine: "disabled",
        frequency: "monthly",
        timesPerYear: null,
        hours: 120,
      },
      b: {
        id: FORM.ledger,
        name: "残疾人台账",
        unitName: "某办",
        respondent: "village",
        reached: true,
        workLine: null,
        frequency: null,
        timesPerYear: null,
        hours: null,
      },
      relation: "duplicate",
      shared: 10,
      sizeA: 10,
      sizeB: 10,
      ownShared: 6,
      ownA: 6,
      ownB: 6,
      wordings: null,
    });
  });

  test("cuts by shares of the stored counts, the limit itself included", async () => {
    expect(await names({ jaccard: 57 })).toEqual(ALL.slice(0, 2));
    expect(await names({ jaccard: 58 })).toEqual(ALL.slice(0, 1));
    expect(await names({ jaccard: 20 })).toEqual(ALL.slice(0, 3).concat(ALL.slice(3)));
    expect(await names({ containment: 50 })).toEqual(ALL);
    expect(await names({ containment: 51 })).toEqual([ALL[0], ALL[1], ALL[3]]);
  });

  test("cuts by shares without headers when asked, and then a pair without any of its own is no pair", async () => {
    expect(await names({ base: "own", containment: 30 })).toEqual(ALL.slice(0, 3));
    expect(await names({ base: "own", jaccard: 1 })).toEqual(ALL.slice(0, 3));
  });

  test("holds a pair when either form fits: relation, unit, line, respondent, words", async () => {
    expect(await names({ relations: ["partial", "header_only"] })).toEqual(ALL.slice(2));
    expect(await names({ unit: BUREAU })).toEqual(ALL.slice(0, 2));
    expect(await names({ workLine: "disabled" })).toEqual(ALL.slice(0, 2));
    expect(await names({ respondent: "town" })).toEqual(ALL.slice(1));
    expect(await names({ q: "走访" })).toEqual(ALL.slice(3));
    expect(await names({ q: "某局 台账" })).toEqual(ALL.slice(0, 1));
  });

  test("puts the form that is asked for on the left, with its own counts", async () => {
    const rows = await listed({ form: FORM.roll });
    expect(rows.map(({ a }) => a.id)).toEqual([FORM.roll, FORM.roll, FORM.roll]);
    expect(rows.find(({ b }) => b.id === FORM.ledger)).toMatchObject({ sizeA: 12, sizeB: 10, ownA: 8, ownB: 6 });
  });

  test("turns pages both ways without a row twice or missing", async () => {
    await withActor(database.db, inspector(), async (tx) => {
      const page = (at?: string) =>
        listFormPairs(tx, { filter: {}, size: 2, cursor: at ? decodeCursor(at) : undefined });
      const first = await page();
      const second = await page(first.next);
      const back = await page(second.previous);
      expect([first.total, first.first, second.first]).toEqual([4, 1, 3]);
      expect([...first.items, ...second.items].map(({ relation }) => relation)).toEqual(PAIRS.map(([, , one]) => one));
      expect(back.items).toEqual(first.items);
      expect([first.previous, second.next]).toEqual([undefined, undefined]);
    });
  });

  test("shows a department the pairs of its own forms, the other by name and unit alone", async () => {
    const rows = await listed({}, department(BUREAU));
    expect(rows.map(({ a, b }) => `${a.name}–${b.name}`)).toEqual(ALL.slice(0, 2));
    expect(rows[0]?.a).toMatchObject({ reached: true, hours: 120 });
    expect(rows[0]?.b).toMatchObject({
      name: "残疾人台账",
      unitName: "某办",
      reached: false,
      workLine: null,
      hours: null,
    });
    expect(await listed({}, department(TOWN_HALL))).toEqual([]);
  });

  test("shows a leader what an inspector sees, and another county nothing", async () => {
    expect(await names({}, leader())).toEqual(ALL);
    expect(await names({}, inspector(OTHER_COUNTY))).toEqual([]);
  });
});

test("countFormRelations(filter) counts each relation, whatever relations the filter names", async () => {
  await withActor(database.db, inspector(), async (tx) => {
    expect(await countFormRelations(tx, { relations: ["partial"] })).toEqual({
      duplicate: 1,
      same_template: 1,
      partial: 1,
      header_only: 1,
      different: 0,
    });
    expect(await countFormRelations(tx, { form: FORM.visit })).toMatchObject({ duplicate: 0, header_only: 1 });
  });
});

test("exportFormPairs(filter) yields exactly the rows of the list", async () => {
  await withActor(database.db, inspector(), async (tx) => {
    const filter: OverlapFilter = { form: FORM.ledger };
    const rows = await Array.fromAsync(exportFormPairs(tx, filter));
    expect(rows).toEqual((await listFormPairs(tx, { filter, size: 50 })).items);
    expect(rows).toHaveLength(2);
  });
});

test("findFormPair(a, b) is the pair with a on the left, whichever was asked first; undefined where none is kept", async () => {
  await withActor(database.db, inspector(), async (tx) => {
    expect(await findFormPair(tx, FORM.ledger, FORM.roll)).toMatchObject({ sizeA: 10, sizeB: 12 });
    expect(await findFormPair(tx, FORM.roll, FORM.ledger)).toMatchObject({
      a: { id: FORM.roll },
      sizeA: 12,
      sizeB: 10,
    });
    expect(await findFormPair(tx, FORM.registry, FORM.visit)).toBeUndefined();
  });
});

test("countFormStock() counts running forms, those with fields, and pairs, as far as the actor reaches", async () => {
  await withActor(database.db, inspector(), async (tx) => {
    const { running, withFields, pairs } = await countFormStock(tx);
    expect([running - withFields > 0, pairs]).toEqual([true, 4]);
  });
  await withActor(database.db, department(TOWN_HALL), async (tx) => {
    expect(await countFormStock(tx)).toEqual({ running: 0, withFields: 0, pairs: 0 });
  });
});

test("findComparedForm(id) tells what a form lacks to be compared, and of none that the actor does not see", async () => {
  await withActor(database.db, inspector(), async (tx) => {
    const registry = { id: FORM.registry, name: "残疾人登记表", isRunning: true, hasFields: true };
    expect(await findComparedForm(tx, FORM.registry)).toEqual(registry);
    expect(await findComparedForm(tx, FORM.visit)).toMatchObject({ isRunning: true, hasFields: false });
  });
  await withActor(database.db, department(TOWN_HALL), async (tx) => {
    expect(await findComparedForm(tx, FORM.registry)).toBeUndefined();
  });
});
