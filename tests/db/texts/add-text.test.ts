import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { addText, KnownText } from "#db/commands/add-text.ts";
import { deleteText } from "#db/commands/delete-text.ts";
import { rejectHit } from "#db/commands/reject-hit.ts";
import { rescanTexts } from "#db/commands/rescan-texts.ts";
import { decodeCursor } from "#db/queries/page.ts";
import { listTextHits } from "#db/queries/text-hits.ts";
import { countOutdatedTexts, findText, itemsForNaming, listTexts } from "#db/queries/texts.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import { GRAMMAR_VERSION } from "#lib/scan/grammar/index.ts";
import { CITY, COUNTY, department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { as, lastLogged, twoCounties } from "../inventory/fixture.ts";
import { app, CHECKIN, FORBIDDEN, hitOf, hitsOf, notice, paste, RANKING } from "./fixture.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const { civil, education } = await twoCounties(owner);
const seenBy = <T>(actor: ReturnType<typeof inspector>, work: Parameters<typeof withActor<T>>[2]) =>
  withActor(database.db, actor, work, { readOnly: true });

describe("addText(context, input)", () => {
  test("keeps the words with what they say of themselves, and the hits with their places in the text as given", async () => {
    const content = `关于规范使用智慧网格的通知\r\n示网格〔2026〕3号\r\n${CHECKIN}\r\n${FORBIDDEN}\r\n示范县民政局\r\n2026年3月5日`;
    const { id, counting } = await addText(as(database), { format: "paste", content });
    const [text] = await owner.select().from(schema.texts).where(eq(schema.texts.id, id));
    expect(text).toMatchObject({
      regionCode: COUNTY,
      title: "关于规范使用智慧网格的通知",
      kind: "notice",
      source: "示网格〔2026〕3号",
      issuedOn: "2026-03-05",
      unitId: civil,
      grammarVersion: GRAMMAR_VERSION,
      createdByName: "监督员",
    });
    const hits = await hitsOf(owner, id);
    const checkin = hits.find((hit) => hit.demand === "forced_checkin");
    expect(checkin).toMatchObject({ state: "open", counts: true, sentence: CHECKIN });
    expect(text?.content.slice(checkin?.sentenceStart, checkin?.sentenceEnd)).toBe(CHECKIN);
    expect(hits.find((hit) => hit.demand === "duplicate_reporting")).toMatchObject({ counts: false });
    expect(counting).toBe(hits.filter((hit) => hit.counts).length);
    expect(await lastLogged(owner, id)).toMatchObject({ action: "text.add", detail: { hits: hits.length } });
  });

  test("takes what the person says before what the words say", async () => {
    const { id } = await addText(as(database), {
      format: "docx",
      content: notice(CHECKIN),
      kind: "scheme",
      title: "我的标题",
      source: "群里转来",
      issuedOn: "2026-01-02",
      unitId: education,
      fileName: "a.docx",
    });
    const [text] = await owner.select().from(schema.texts).where(eq(schema.texts.id, id));
    expect(text).toMatchObject({
      kind: "scheme",
      title: "我的标题",
      source: "群里转来",
      issuedOn: "2026-01-02",
      unitId: education,
    });
  });

  test("masks mobile numbers and numbers of identity cards, in the words, the title and the source, unless told that they are none", async () => {
    const content = `关于联系人13800138000的通知\n${notice(CHECKIN)}\n身份证430182199001011234`;
    const { id, masked } = await addText(as(database), { format: "txt", content, fileName: "13900139000.txt" });
    expect(masked).toEqual({ mobile: 1, identity: 1 });
    const [text] = await owner.select().from(schema.texts).where(eq(schema.texts.id, id));
    expect(text).toMatchObject({ title: "关于联系人***的通知", source: "***.txt" });
    expect(text?.content).toBe(content.replace("13800138000", "***").replace("430182199001011234", "***"));
    const checkin = await hitOf(owner, id, "forced_checkin");
    expect(text?.content.slice(checkin.sentenceStart, checkin.sentenceEnd)).toMatch(CHECKIN);
    expect(await lastLogged(owner, id)).toMatchObject({
      detail: { personal: "mask", masked: { mobile: 1, identity: 1 } },
    });

    const asItIs = await addText(as(database), { format: "txt", content, personal: "keep" });
    expect(asItIs.masked).toEqual({ mobile: 0, identity: 0 });
    const [other] = await owner.select().from(schema.texts).where(eq(schema.texts.id, asItIs.id));
    expect(other?.content).toBe(content);
    await expect(addText(as(database), { format: "txt", content })).rejects.toBeInstanceOf(KnownText);
  });

  test("keeps each demand of a sentence once", async () => {
    const id = await paste(database, "网格员早晚打卡，漏打卡的补打卡。");
    expect((await hitsOf(owner, id)).filter((hit) => hit.demand === "forced_checkin")).toHaveLength(1);
  });

  test("leads to the text with the same words, also when two people add them at once", async () => {
    const input = { format: "paste", content: notice(CHECKIN) };
    const { id } = await addText(as(database), input);
    const refused = await addText(as(database, inspector(COUNTY, "other")), input).catch((error) => error);
    expect(refused).toBeInstanceOf(KnownText);
    expect(refused).toMatchObject({ code: "conflict", textId: id });
    const same = { format: "paste", content: notice(CHECKIN) };
    const attempts = await Promise.allSettled([1, 2].map(() => addText(as(database), same)));
    expect(attempts.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("keeps the same words of another region apart", async () => {
    const input = { format: "paste", content: notice(CHECKIN) };
    await addText(as(database), input);
    await expect(addText(as(database, inspector(OTHER_COUNTY)), input)).resolves.toMatchObject({ remembered: 0 });
    await expect(addText(as(database, inspector(CITY)), { ...input, regionCode: OTHER_COUNTY })).rejects.toBeInstanceOf(
      KnownText,
    );
    await expect(addText(as(database), { ...input, regionCode: OTHER_COUNTY })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("is refused to a department and a leader, who may not scan, and a department reads no text", async () => {
    const id = await paste(database, CHECKIN);
    for (const actor of [department(civil), leader()]) {
      await expect(addText(as(database, actor), { format: "paste", content: notice(CHECKIN) })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    expect(await seenBy(department(civil), (tx) => findText(tx, id))).toBeUndefined();
    expect(await seenBy(inspector(OTHER_COUNTY), (tx) => findText(tx, id))).toBeUndefined();
    expect(await seenBy(leader(), (tx) => findText(tx, id))).toMatchObject({ id });
    expect(await seenBy(department(civil), (tx) => listTextHits(tx, { regionCode: COUNTY, textId: id }))).toEqual([]);
  });
});

describe("a rejected sentence", () => {
  test("comes in as rejected in the next text, with who said so and why, and not in another region", async () => {
    const sentence = "志愿者每天在服务点打卡领取物资。";
    const first = await paste(database, sentence);
    const { id } = await hitOf(owner, first, "forced_checkin");
    await rejectHit(as(database), { id, reason: "对群众的服务" });
    const added = await addText(as(database, inspector(COUNTY, "other")), {
      format: "paste",
      content: notice(sentence, CHECKIN),
    });
    expect(added).toMatchObject({ remembered: 1 });
    expect(await hitOf(owner, added.id, "forced_checkin")).toMatchObject({
      state: "rejected",
      reason: "此前已由监督员排除：对群众的服务",
      decidedBy: "inspector",
    });
    const third = await paste(database, `（三）${sentence}`);
    expect((await hitOf(owner, third, "forced_checkin")).reason).toBe("此前已由监督员排除：对群众的服务");
    const { remembered } = await addText(as(database, inspector(OTHER_COUNTY)), {
      format: "paste",
      content: notice(sentence),
    });
    expect(remembered).toBe(0);
  });
});

describe("rescanTexts(context, input)", () => {
  test("replaces open hits, keeps what was decided, and does not find it a second time", async () => {
    const id = await paste(database, "巡河员每天两次到点位打卡。", RANKING);
    const before = await hitsOf(owner, id);
    const rejected = await hitOf(owner, id, "forced_checkin");
    await rejectHit(as(database), { id: rejected.id, reason: "举例" });
    await owner.update(schema.texts).set({ grammarVersion: "older" }).where(eq(schema.texts.id, id));
    expect(await seenBy(inspector(), countOutdatedTexts)).toBe(1);
    const result = await rescanTexts(as(database), {});
    expect(result).toMatchObject({ texts: 1, removed: before.length - 1, added: before.length - 1 });
    const after = await hitsOf(owner, id);
    expect(after.map(({ demand, spanStart }) => [demand, spanStart])).toEqual(
      before.map(({ demand, spanStart }) => [demand, spanStart]),
    );
    expect(after.find((hit) => hit.id === rejected.id)).toMatchObject({ state: "rejected", reason: "举例" });
    expect(await seenBy(inspector(), countOutdatedTexts)).toBe(0);
  });

  test("leaves everything as it was when it is cancelled", async () => {
    const id = await paste(database, CHECKIN);
    await owner.update(schema.texts).set({ grammarVersion: "older" }).where(eq(schema.texts.id, id));
    const before = await hitsOf(owner, id);
    await expect(rescanTexts({ ...as(database), signal: AbortSignal.abort() }, {})).rejects.toMatchObject({
      code: "cancelled",
    });
    expect(await hitsOf(owner, id)).toEqual(before);
    await rescanTexts(as(database), { id });
    expect(await seenBy(inspector(), (tx) => findText(tx, id))).toMatchObject({ grammarVersion: GRAMMAR_VERSION });
  });

  test("is refused to a leader, and finds no text of another region", async () => {
    const id = await paste(database, CHECKIN);
    await expect(rescanTexts(as(database, leader()), { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(rescanTexts(as(database, inspector(OTHER_COUNTY)), { id })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("deleteText(context, input)", () => {
  test("takes a text and its hits away, once", async () => {
    const id = await paste(database, CHECKIN);
    await expect(deleteText(as(database, inspector(OTHER_COUNTY)), { id })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(deleteText(as(database, leader()), { id })).rejects.toMatchObject({ code: "forbidden" });
    await deleteText(as(database), { id });
    expect(await hitsOf(owner, id)).toEqual([]);
    expect(await lastLogged(owner, id)).toMatchObject({ action: "text.delete" });
    await expect(deleteText(as(database), { id })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("listTexts(tx, filter)", () => {
  test("filters by kind, state of hits, demand, issuer and words, counts by state, and turns pages without a gap", async () => {
    const marked = "本条只用于列表测试";
    const ids: string[] = [];
    for (const at of [0, 1, 2]) {
      const { id } = await addText(as(database, inspector(), new Date(2026, 8, 20, at)), {
        format: "paste",
        kind: "report",
        unitId: at === 0 ? education : null,
        content: notice(at === 1 ? FORBIDDEN : CHECKIN, marked),
      });
      ids.push(id);
    }
    const [first, second, third] = ids as [string, string, string];
    const list = (filter: object) =>
      seenBy(inspector(), async (tx) => (await listTexts(tx, { filter: { q: marked, ...filter }, size: 10 })).items);
    expect((await list({})).map(({ id }) => id)).toEqual([third, second, first]);
    expect((await list({ kinds: ["report"], hits: "none" })).map(({ id }) => id)).toEqual([second]);
    expect((await list({ hits: "open" })).map(({ id }) => id)).toEqual([third, first]);
    expect((await list({ hits: "done" })).map(({ id }) => id)).toEqual([]);
    expect((await list({ demand: "forced_checkin" })).map(({ id }) => id)).toEqual([third, first]);
    expect((await list({ issuer: education })).map(({ id }) => id)).toEqual([first]);
    expect(await list({ kinds: ["scheme"] })).toEqual([]);
    const { id: hit } = await hitOf(owner, first, "forced_checkin");
    await rejectHit(as(database), { id: hit, reason: "举例" });
    expect((await list({ hits: "done" }))[0]).toMatchObject({ id: first, open: 0, rejected: 1 });

    const pages = await seenBy(inspector(), async (tx) => {
      const one = await listTexts(tx, { filter: { q: marked }, size: 2 });
      const two = await listTexts(tx, { filter: { q: marked }, size: 2, cursor: decodeCursor(one.next ?? "") });
      const back = await listTexts(tx, { filter: { q: marked }, size: 2, cursor: decodeCursor(two.previous ?? "") });
      return { one, two, back };
    });
    expect(pages.two).toMatchObject({ items: [{ id: first }], first: 3, total: 3, next: undefined });
    expect(pages.back.items).toEqual(pages.one.items);
  });
});

describe("itemsForNaming(tx, text)", () => {
  test("gives the items of the text's region, and none of another", async () => {
    const id = await app(database, civil, "智慧网格");
    const items = (actor: ReturnType<typeof inspector>, regionCode: string) =>
      seenBy(actor, (tx) => itemsForNaming(tx, { regionCode, content: "", issuerId: null }));
    expect((await items(inspector(), COUNTY)).find((item) => item.id === id)).toMatchObject({
      name: "智慧网格",
      unitId: civil,
    });
    expect(await items(inspector(CITY), OTHER_COUNTY)).toEqual([]);
  });
});
