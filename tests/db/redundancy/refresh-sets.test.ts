import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { connect, type Database, type Tx } from "#db/client.ts";
import { amendAsset } from "#db/commands/amend-asset.ts";
import { decideAlias } from "#db/commands/decide-alias.ts";
import { replaceFields } from "#db/commands/import-write.ts";
import { registerAsset } from "#db/commands/register-asset.ts";
import { rereadSets } from "#db/commands/reread-sets.ts";
import { refreshSets } from "#db/commands/set-writing.ts";
import type { Place } from "#db/queries/in-region.ts";
import { countUnread } from "#db/queries/item-sets.ts";
import { findFormPair, listFormPairs } from "#db/queries/overlaps.ts";
import { assets, elementAliases, formFields } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { READ_BY } from "#lib/redundancy/element/edition.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { regionWithin } from "#lib/region/region.ts";
import { CITY, COUNTY, department, inspector, OTHER_COUNTY, system } from "#tests/support/actors.ts";
import { someoneWaits } from "#tests/support/locks.ts";
import { TOWN, take } from "../imports/fixture.ts";
import { closeOffices, form, office, report, sideAt, steps } from "./set-steps.ts";
import { byHand, standing } from "./sets-by-hand.ts";

afterAll(closeOffices);

const SURVEY = ["姓名", "身份证号", "残疾证号", "补贴金额", "年收入", "住房面积"];

describe("item_sets and item_overlaps", () => {
  test("are what reading and comparing everything gives, after any sequence of commands, and reading again changes nothing", async () => {
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

  test("hold the pair of two forms that two people register at the same time", async () => {
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

  test("are right after many write at once in one county and its towns", async () => {
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

  test("are right when a form is handed over as it was written, whatever another process did since the last look", async () => {
    const { database, owner, as } = await office();
    const ids: string[] = [];
    for (const at of [1, 2, 3]) ids.push((await registerAsset(as(), form(`调查表${at}`, SURVEY))).id);
    const change = (db: Database, at: number, labels: readonly string[], isCancelled = false) =>
      withActor(db, inspector(), async (tx) => {
        const [asset] = await tx
          .select()
          .from(assets)
          .where(eq(assets.id, ids[at] as string));
        const fields = labels.map((label) => ({ label, technical: false }));
        await replaceFields(tx, [{ regionCode: COUNTY, id: ids[at] as string, fields, replaces: true }]);
        await refreshSets(tx, [{ ...(asset as typeof assets.$inferSelect), fields }]);
        if (isCancelled) throw new DomainError("cancelled", "已取消");
      });
    const right = async () => expect(await standing(owner)).toEqual(await byHand(owner));
    const another = connect(database.appUrl, { max: 1 });
    await change(database.db, 0, ["姓名", "住房面积", "残疾证号"]);
    await change(database.db, 1, ["姓名", "补贴金额", "残疾证号"]);
    await right();
    await change(another.db, 0, ["姓名", "住房面积", "年收入"]);
    await change(database.db, 2, ["姓名", "补贴金额", "年收入", "残疾证号"]);
    await right();

    await expect(change(database.db, 2, ["姓名", "户籍地址"], true)).rejects.toThrow("已取消");
    await change(database.db, 1, ["姓名", "户籍地址", "残疾证号"]);
    await right();

    // An answer about labels that no form asks yet writes no set: only the answers tell of it.
    const [a, b] = ["屋况等次", "房况级别"].map((label) => {
      const [read] = readElements({ title: "调查表1", fields: [{ label, technical: false }] });
      return { label, key: read?.key as string };
    }) as [{ label: string; key: string }, { label: string; key: string }];
    await owner.insert(elementAliases).values({
      regionCode: COUNTY,
      ...{ aLabel: a.label, aKey: a.key, bLabel: b.label, bKey: b.key, answer: "same" },
      ...{ decidedBy: "u", decidedByName: "张三", decidedAt: new Date("2026-09-15T02:00:00Z") },
    });
    await change(database.db, 1, ["姓名", a.label, "残疾证号"]);
    await change(database.db, 2, ["姓名", b.label, "残疾证号"]);
    const united = await standing(owner);
    expect(united.pairs).toEqual(
      expect.arrayContaining([expect.objectContaining({ shared: 3, size_a: 3, size_b: 3 })]),
    );
    await right();
    await owner.update(elementAliases).set({ undoneAt: new Date("2026-09-16T02:00:00Z"), undoneByName: "张三" });
    await change(database.db, 1, ["姓名", a.label, "残疾证号", "年收入"]);
    await change(database.db, 2, ["姓名", b.label, "残疾证号", "年收入"]);
    await right();
    await owner.execute(sql`delete from assets where id = ${ids[2]}`);
    await change(database.db, 0, ["姓名", "住房面积", "残疾证号"]);
    await another.close();
    await right();
  });

  test("are found from either item, wherever the other lies and whichever was written last", async () => {
    const { database, owner, as } = await office();
    const ids: string[] = [];
    for (const [at, regionCode] of [CITY, TOWN, COUNTY, TOWN, CITY, OTHER_COUNTY].entries())
      ids.push((await registerAsset(as(), form(`调查表${at}`, SURVEY, { regionCode }))).id);
    const { pairs } = await byHand(owner);
    for (const actor of [system(), inspector(CITY)])
      for (const id of ids) {
        const theirs = pairs.filter(({ a_id, b_id }) => a_id === id || b_id === id);
        const found = await withActor(database.db, actor, (tx) =>
          listFormPairs(tx, { filter: { form: id }, size: 50 }),
        );
        expect(found.items.map(({ a }) => a.id)).toEqual(theirs.map(() => id));
        expect(found.items.map(({ b }) => b.id).sort()).toEqual(
          theirs.map(({ a_id, b_id }) => (a_id === id ? b_id : a_id)).sort(),
        );
        expect(found.total).toBe(theirs.length);
        const other = found.items[0]?.b.id as string;
        const one = await withActor(database.db, actor, (tx) => findFormPair(tx, other, id));
        expect([one?.a.id, one?.b.id]).toEqual([other, id]);
      }
  });

  test("of one region are those that touch an item there, and of its level those that touch none below it", async () => {
    const { database, owner, as } = await office();
    const regionOf = new Map<string, string>();
    for (const [at, regionCode] of [CITY, TOWN, COUNTY, TOWN, CITY, OTHER_COUNTY].entries())
      regionOf.set((await registerAsset(as(), form(`调查表${at}`, SURVEY, { regionCode }))).id, regionCode);
    const pairs = (await byHand(owner)).pairs.map(({ a_id, b_id }) => [a_id, b_id] as [string, string]);
    const listed = async (actor: Actor, filter: Place) => {
      const { items } = await withActor(database.db, actor, (tx) => listFormPairs(tx, { filter, size: 50 }));
      return items.map(({ a, b }) => `${a.id} ${b.id}`).sort();
    };
    const deepest = ([a, b]: [string, string]) => [regionOf.get(a) as string, regionOf.get(b) as string].sort()[1];
    for (const region of [CITY, COUNTY, TOWN, OTHER_COUNTY]) {
      const ofLevel = pairs.filter((pair) => deepest(pair) === region);
      expect(await listed(inspector(CITY), { level: region })).toEqual(ofLevel.map((pair) => pair.join(" ")).sort());
      const there = pairs.filter((pair) => pair.some((id) => regionWithin(regionOf.get(id) as string, region)));
      for (const actor of [system(), inspector(CITY)])
        expect(await listed(actor, { region })).toEqual(there.map((pair) => pair.join(" ")).sort());
    }
    expect(await listed(inspector(COUNTY), { region: OTHER_COUNTY })).toEqual([]);
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
    await owner.execute(sql`delete from item_sets where region_code = ${COUNTY}`);
    await owner.execute(sql`update item_sets set read_by = 'old', members = '', own = '', words = ''`);
    await owner.execute(sql`update form_fields set element_id = null`);
    const unread = () => withActor(database.db, system(), (tx) => countUnread(tx, READ_BY));
    expect(await unread()).toBe(3);
    expect(await rereadSets(as(inspector()), {})).toMatchObject({ items: 2, changedSets: 14, changedPairs: 1 });
    expect(await unread()).toBe(1);
    await rereadSets(as(system()), { regionCode: OTHER_COUNTY });
    expect(await standing(owner)).toEqual(right);
    expect(await rereadSets(as(system()), {})).toMatchObject({ items: 3, changedSets: 0, changedPairs: 0 });
  });

  test("writes pairs again that do not follow from the sets, wherever the other item lies", async () => {
    const { owner, as } = await office();
    for (const [at, regionCode] of [TOWN, COUNTY, CITY, COUNTY, TOWN].entries())
      await registerAsset(as(), form(`调查表${at}`, SURVEY, { regionCode }));
    const right = await standing(owner);
    expect(right.pairs.length).toBeGreaterThan(9);
    await owner.execute(sql`update item_sets set pair_shared = array_fill(1, array[cardinality(pair_ids)])`);
    expect(await rereadSets(as(inspector()), {})).toMatchObject({ changedSets: 0, changedPairs: right.pairs.length });
    expect(await standing(owner)).toEqual(right);
    await owner.execute(sql`
      update item_sets set pair_ids = default, pair_relations = default, pair_shared = default, pair_own_shared = default,
        pair_words_shared = default where region_code = ${COUNTY}`);
    expect((await rereadSets(as(inspector()), {})).changedPairs).toBeGreaterThan(0);
    expect(await standing(owner)).toEqual(right);
    expect(await rereadSets(as(system()), {})).toMatchObject({ changedSets: 0, changedPairs: 0 });
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
