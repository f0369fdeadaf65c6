import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { connect, type Database, type Tx } from "#db/client.ts";
import type { Context } from "#db/command.ts";
import { amendAsset } from "#db/commands/amend-asset.ts";
import { decideAlias } from "#db/commands/decide-alias.ts";
import { recordDecision } from "#db/commands/record-decision.ts";
import { registerAsset } from "#db/commands/register-asset.ts";
import { rereadSets } from "#db/commands/reread-sets.ts";
import { refreshSets } from "#db/commands/set-writing.ts";
import { undoAlias } from "#db/commands/undo-alias.ts";
import { undoImport } from "#db/commands/undo-import.ts";
import { countUnread } from "#db/queries/item-sets.ts";
import { assets, elementAliases, formFields } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import { DomainError } from "#lib/errors.ts";
import { READ_BY } from "#lib/redundancy/element/edition.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { CITY, COUNTY, department, inspector, OTHER_COUNTY, system } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { someoneWaits } from "#tests/support/locks.ts";
import { TOWN, take } from "../imports/fixture.ts";
import { twoCounties } from "../inventory/fixture.ts";
import { openedSession } from "../reviews/fixture.ts";
import { byHand, standing } from "./sets-by-hand.ts";

const NOW = new Date("2026-09-15T02:00:00Z");
const opened: TestDatabase[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));

async function office() {
  const database = await testDatabase();
  opened.push(database);
  const { civil } = await twoCounties(database.ownerDb);
  let clock = NOW.getTime();
  // Each command a minute after the one before.
  const as = (actor = inspector(CITY)): Context => {
    clock += 60_000;
    return { db: database.db, actor, now: new Date(clock) };
  };
  return { database, owner: database.ownerDb, civil, as };
}
type Office = Awaited<ReturnType<typeof office>>;

const form = (name: string, labels: readonly string[], more: Record<string, unknown> = {}) => ({
  kind: "form" as const,
  name,
  regionCode: COUNTY,
  fields: labels.join("\n"),
  ...more,
});

const LABELS = [
  ...["姓名", "身份证号", "公民身份号码", "联系电话", "手机", "户籍地址", "现居住地址", "家庭人口", "低保证号"],
  ...["残疾证号", "残疾类别", "补贴金额", "发放日期", "年收入", "住房面积", "屋况等次", "房况级别", "序号", "备注"],
];
const TITLES = ["低保户台账", "残疾人补贴登记表", "困难家庭调查表", "高龄津贴申领表"];
const REGIONS = [COUNTY, COUNTY, TOWN, CITY, OTHER_COUNTY];
const labels = fc.uniqueArray(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 9 });
const title = fc.constantFrom(...TITLES);
const respondent = fc.constantFrom(undefined, "village", "town");
const pick = fc.nat({ max: 1000 });

type Step = { told: string; run: (office: Office, state: { batches: string[] }) => Promise<unknown> };
const step = <T>(
  given: fc.Arbitrary<T>,
  name: string,
  run: (office: Office, given: T, state: { batches: string[] }) => Promise<unknown>,
) =>
  given.map(
    (one): Step => ({ told: `${name} ${JSON.stringify(one)}`, run: (office, state) => run(office, one, state) }),
  );

async function itemAt({ owner }: Office, at: number) {
  const items = await owner.select().from(assets).orderBy(assets.name, assets.regionCode, assets.createdAt);
  return items[at % Math.max(items.length, 1)];
}

/** A field that asks for a datum, on a running form: as one side of a question. */
async function sideAt({ owner }: Pick<Office, "owner">, at: number) {
  const fields = await owner.execute<{ id: string; label: string; position: number; name: string }>(sql`
    select a.id, a.name, f.label, f.position from form_fields f join assets a on a.id = f.asset_id
    where a.state = 'in_use' order by a.name, a.region_code, f.position`);
  const one = fields[at % Math.max(fields.length, 1)];
  if (one === undefined) return undefined;
  const own = await owner.select().from(formFields).where(sql`asset_id = ${one.id}`).orderBy(formFields.position);
  const key = readElements({ title: one.name, fields: own })[one.position - 1]?.key;
  return key === undefined ? undefined : { label: one.label, form: null, key };
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: step(
      fc.record({ title, labels, respondent, region: fc.constantFrom(...REGIONS), nth: fc.nat({ max: 9 }) }),
      "register",
      ({ as }, { title, labels, respondent, region, nth }) =>
        registerAsset(as(), form(`${title}${nth}`, labels, { regionCode: region, "attribute.respondent": respondent })),
    ),
  },
  {
    weight: 2,
    arbitrary: step(
      fc.record({ title, labels, nth: fc.nat({ max: 9 }) }),
      "register as a department",
      ({ as, civil }, { title, labels, nth }) =>
        registerAsset(as(department(civil)), form(`${title}${nth}`, labels, { unitId: civil, regionCode: undefined })),
    ),
  },
  {
    weight: 1,
    arbitrary: step(
      fc.record({
        region: fc.constantFrom(...REGIONS),
        nth: fc.nat({ max: 9 }),
        functions: fc.subarray(["信息采集", "在线审批", "统计分析", "消息推送"]),
        matters: fc.subarray(["文化活动", "入户走访"]),
      }),
      "register an app",
      ({ as }, { region, nth, functions, matters }) =>
        registerAsset(as(), {
          kind: "app",
          name: `网格通${nth}`,
          regionCode: region,
          "attribute.functions": functions.join("、"),
          "attribute.matters": matters.join("、"),
        }),
    ),
  },
  {
    weight: 3,
    arbitrary: step(
      fc.record({
        at: pick,
        title: fc.option(title, { nil: undefined }),
        labels: fc.option(labels, { nil: undefined }),
        respondent: fc.constantFrom(undefined, "village", ""),
      }),
      "amend",
      async (office, { at, title, labels, respondent }) => {
        const item = await itemAt(office, at);
        if (item?.kind !== "form") return;
        const name = title === undefined ? undefined : `${title}${at % 10}`;
        await amendAsset(office.as(), {
          kind: "form",
          id: item.id,
          version: item.version,
          name,
          fields: labels?.join("\n"),
          "attribute.respondent": respondent,
        });
      },
    ),
  },
  {
    weight: 1,
    arbitrary: step(
      fc.record({ at: pick, state: fc.constantFrom("suspended", "in_use", "closed") }),
      "change the state of",
      async (office, { at, state }) => {
        const item = await itemAt(office, at);
        if (item) await amendAsset(office.as(), { kind: item.kind, id: item.id, version: item.version, state });
      },
    ),
  },
  {
    weight: 2,
    arbitrary: step(
      fc.array(fc.record({ title, labels, nth: fc.nat({ max: 9 }) }), { minLength: 1, maxLength: 3 }),
      "import",
      async ({ as }, forms, state) => {
        const lines = forms.flatMap(({ title, labels, nth }) => labels.map((label) => `${title}${nth},${label}`));
        const { checked } = await take(as(), {
          kind: "form",
          content: ["表单名称,字段名称", ...lines].join("\n"),
          regionCode: COUNTY,
        });
        state.batches.push(checked.batchId);
      },
    ),
  },
  {
    weight: 1,
    arbitrary: step(pick, "undo an import", async ({ as }, at, { batches }) => {
      const batchId = batches[at % Math.max(batches.length, 1)];
      if (batchId !== undefined) await undoImport(as(), { batchId });
    }),
  },
  {
    weight: 1,
    arbitrary: step(
      fc.record({ at: pick, decision: fc.constantFrom("shutdown", "fix", "keep") }),
      "decide on",
      async (office, { at, decision }) => {
        const item = await itemAt(office, at);
        if (item === undefined) return;
        const { itemIds } = await openedSession(office.database, [item.id]);
        await recordDecision(office.as(inspector()), { reviewItemId: itemIds[0], decision, reason: "测试" });
      },
    ),
  },
  {
    weight: 3,
    arbitrary: step(
      fc.record({
        one: pick,
        other: pick,
        answer: fc.constantFrom("same" as const, "same" as const, "different" as const),
        scope: fc.constantFrom(COUNTY, CITY),
      }),
      "answer",
      async (office, { one, other, answer, scope }) => {
        const [a, b] = [await sideAt(office, one), await sideAt(office, other)];
        if (a && b) await decideAlias(office.as(inspector(scope)), { a, b, answer });
      },
    ),
  },
  {
    weight: 1,
    arbitrary: step(pick, "undo an answer", async (office, at) => {
      const answers = await office.owner.select().from(elementAliases).orderBy(elementAliases.decidedAt);
      const one = answers[at % Math.max(answers.length, 1)];
      if (one) await undoAlias(office.as(), { aliasId: one.id });
    }),
  },
);

const SURVEY = ["姓名", "身份证号", "残疾证号", "补贴金额", "年收入", "住房面积"];

describe("item_sets and item_overlaps", () => {
  test("are what reading and comparing everything gives, after any sequence of commands, and reading again changes nothing", {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 6, maxLength: 14 }), async (sequence) => {
        const place = await office();
        const state = { batches: [] as string[] };
        for (const { run } of sequence) {
          await run(place, state).catch((error) => {
            // What the product refuses changes nothing, and is a part of the sequence.
            if (!(error instanceof DomainError)) throw error;
          });
          expect(await standing(place.owner)).toEqual(await byHand(place.owner));
        }
        expect(await rereadSets(place.as(), {})).toMatchObject({ aliases: 0, changedSets: 0, changedPairs: 0 });
      }),
      { numRuns: 12, seed: 20_261_122, endOnFailure: false, reporter: report },
    );
  });

  test("hold the pair of two forms that two people register at the same time", { timeout: 60_000 }, async () => {
    const { database, owner, as } = await office();
    const first = await withActor(database.db, inspector(), (tx) => registered(tx, "调查表甲"));
    expect(first).toHaveLength(0);
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { promise: written, resolve: tellWritten } = Promise.withResolvers<void>();
    const one = withActor(database.db, inspector(), async (tx) => {
      await registered(tx, "调查表乙");
      tellWritten();
      await released;
    });
    await written;
    // The other one is in a town of the county: its line is the same.
    const other = registerAsset(as(), form("调查表丙", SURVEY, { regionCode: TOWN }));
    expect(await Promise.race([other.then(() => "does not wait"), someoneWaits(owner)])).toBe("waits");
    release();
    await Promise.all([one, other]);
    const found = await standing(owner);
    expect(found.pairs).toHaveLength(3);
    expect(found).toEqual(await byHand(owner));
  });

  test("are right after many write at once in one county and its towns", { timeout: 60_000 }, async () => {
    const { owner, as, civil } = await office();
    const places = [COUNTY, TOWN, COUNTY, TOWN, OTHER_COUNTY, CITY];
    await Promise.all([
      ...places.map((regionCode, at) => registerAsset(as(), form(`调查表${at}`, SURVEY, { regionCode }))),
      registerAsset(as(department(civil)), form("本单位调查表", SURVEY, { unitId: civil, regionCode: undefined })),
      take(as(), {
        kind: "form",
        content: ["表单名称,字段名称", ...SURVEY.map((label) => `导入调查表,${label}`)].join("\n"),
        regionCode: COUNTY,
      }),
    ]);
    const found = await standing(owner);
    expect(found.sets).toHaveLength(8);
    expect(found).toEqual(await byHand(owner));
  });

  test("hold pairs of a department's form with forms that it may not see, and lose them with its state", async () => {
    const { owner, as, civil } = await office();
    await registerAsset(as(), form("调查表", SURVEY, { regionCode: CITY }));
    const own = as(department(civil));
    const { id, version } = await registerAsset(own, form("摸排表", SURVEY, { unitId: civil, regionCode: undefined }));
    expect((await standing(owner)).pairs).toMatchObject([{ region_code: COUNTY, size_a: 6, size_b: 6 }]);
    await amendAsset(own, { kind: "form", id, version, state: "suspended" });
    const ended = await standing(owner);
    expect(ended.pairs).toEqual([]);
    expect(ended).toEqual(await byHand(owner));
  });

  test("are right after a change that came to nothing, one by another process, and an item that is gone", async () => {
    const { database, owner, as } = await office();
    const ids: string[] = [];
    for (const at of [1, 2, 3]) ids.push((await registerAsset(as(), form(`调查表${at}`, SURVEY))).id);
    const change = (db: Database, id: string | undefined, label: string) =>
      withActor(db, inspector(), async (tx) => {
        await tx.execute(sql`update form_fields set label = ${label} where asset_id = ${id} and position > 2`);
        await refreshSets(tx, [{ regionCode: COUNTY, id: id as string }]);
        await refreshSets(tx, [{ regionCode: COUNTY, id: id as string }]);
        if (label === "年收入") throw new DomainError("cancelled", "已取消");
      });
    await expect(change(database.db, ids[0], "年收入")).rejects.toThrow("已取消");
    await change(database.db, ids[1], "家庭人口");
    expect(await standing(owner)).toEqual(await byHand(owner));

    const another = connect(database.appUrl, { max: 1 });
    await change(another.db, ids[0], "户籍地址");
    await change(another.db, ids[2], "户籍地址");
    await another.close();
    await change(database.db, ids[1], "补贴金额");
    expect(await standing(owner)).toEqual(await byHand(owner));

    const withoutThird = withActor(database.db, inspector(), async (tx) => {
      await tx.execute(sql`delete from assets where id = ${ids[2]}`);
      await refreshSets(tx, [{ regionCode: COUNTY, id: ids[0] as string }]);
      throw new DomainError("cancelled", "已取消");
    });
    await expect(withoutThird).rejects.toThrow("已取消");
    await change(database.db, ids[0], "家庭人口");
    expect(await standing(owner)).toEqual(await byHand(owner));

    await owner.execute(sql`delete from assets where id = ${ids[2]}`);
    await change(database.db, ids[0], "住房面积");
    expect(await standing(owner)).toEqual(await byHand(owner));
  });

  test("are nothing of groups and accounts", async () => {
    const { owner, as } = await office();
    await registerAsset(as(), { kind: "group", name: "工作群", regionCode: COUNTY });
    expect((await standing(owner)).sets).toEqual([]);
  });
});

describe("rereadSets(context, { regionCode })", () => {
  test("reads what was never read or by an older lexicon, and nothing outside the region", async () => {
    const { database, owner, as } = await office();
    for (const regionCode of [COUNTY, TOWN, OTHER_COUNTY])
      await registerAsset(as(), form(`调查表${regionCode}`, SURVEY, { regionCode }));
    const right = await standing(owner);
    await owner.execute(sql`delete from item_overlaps`);
    await owner.execute(sql`delete from item_sets where region_code = ${COUNTY}`);
    await owner.execute(sql`update item_sets set read_by = 'old', members = '', own = ''`);
    await owner.execute(sql`update form_fields set element_id = null`);
    const unread = () => withActor(database.db, system(), (tx) => countUnread(tx, READ_BY));
    expect(await unread()).toBe(3);
    expect(await rereadSets(as(inspector()), {})).toMatchObject({ items: 2, changedSets: 14, changedPairs: 1 });
    expect(await unread()).toBe(1);
    await rereadSets(as(system()), { regionCode: OTHER_COUNTY });
    expect(await standing(owner)).toEqual(right);
    expect(await rereadSets(as(system()), {})).toMatchObject({ items: 3, changedSets: 0, changedPairs: 0 });
  });

  test("lets an answer follow a label that a newer lexicon reads as another element", async () => {
    const { owner, as } = await office();
    await registerAsset(as(), form("入户走访表", ["姓名", "屋况等次", "致贫缘由"]));
    await registerAsset(as(), form("民情排查表", ["姓名", "房况级别", "致贫缘由"]));
    const sides = (await Promise.all([0, 1, 2, 3, 4, 5].map((at) => sideAt({ owner }, at)))).filter(
      (one) => one !== undefined,
    );
    const [a, b] = [sides.find(({ label }) => label === "屋况等次"), sides.find(({ label }) => label === "房况级别")];
    if (!a || !b) throw new Error("a label is read as no element");
    await decideAlias(as(inspector()), { a, b, answer: "same" });
    const right = await standing(owner);
    await owner.execute(sql`update element_aliases set a_key = 'as it was read once'`);
    await owner.execute(sql`update item_sets set read_by = 'old'`);
    expect(await rereadSets(as(inspector()), {})).toMatchObject({ aliases: 1 });
    expect(await standing(owner)).toEqual(right);
    expect((await owner.select().from(elementAliases)).map(({ aKey }) => aKey)).toEqual([a.key]);
  });

  test("is refused to a department, and for a region outside the scope", async () => {
    const { as, civil } = await office();
    await expect(rereadSets(as(department(civil)), {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(rereadSets(as(inspector()), { regionCode: OTHER_COUNTY })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

/** A form of the county written by hand, with its sets. */
async function registered(tx: Tx, name: string) {
  const [asset] = await tx
    .insert(assets)
    .values({ regionCode: COUNTY, kind: "form", key: name, name, attributes: {} })
    .returning();
  const { id } = asset as { id: string };
  await tx
    .insert(formFields)
    .values(
      SURVEY.map((label, at) => ({ regionCode: COUNTY, assetId: id, position: at + 1, label, technical: false })),
    );
  await refreshSets(tx, [{ regionCode: COUNTY, id }]);
  return tx.execute(sql`select 1 from item_overlaps`);
}

/** Names the steps that led to a failure. */
function report(details: fc.RunDetails<[Step[]]>): void {
  if (!details.failed) return;
  const told = details.counterexample?.[0].map((one) => one.told).join("\n");
  throw new Error(`after:\n${told}`, { cause: details.errorInstance });
}
