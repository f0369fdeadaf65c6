import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { quotedPlaces } from "#db/queries/item-story.ts";
import { demands, textHits, texts } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { COUNTY, department, inspector, leader } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { BUREAU, ITEM, portfolio } from "../assessments/fixture.ts";

const CONTENT = "一、工作安排。每日上午9时前须在巡查通打卡。";
const SENTENCE = "每日上午9时前须在巡查通打卡。";
const START = CONTENT.indexOf(SENTENCE);
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await portfolio(database.ownerDb);
  const owner = database.ownerDb;
  const [demand] = await owner.select().from(demands).where(eq(demands.assetId, ITEM.checkinApp));
  const [text] = await owner
    .insert(texts)
    .values({
      regionCode: COUNTY,
      kind: "notice",
      title: "关于规范巡查工作的通知",
      source: "示县〔2026〕1号",
      format: "paste",
      content: CONTENT,
      contentHash: "0".repeat(64),
      grammarVersion: "test",
      createdBy: "inspector",
      createdByName: "监督员",
    })
    .returning();
  const at = (words: string) => CONTENT.indexOf(words);
  await owner.insert(textHits).values(
    (["confirmed", "rejected"] as const).map((state) => ({
      regionCode: COUNTY,
      textId: text?.id ?? "",
      demand: "forced_checkin" as const,
      stance: "order" as const,
      counts: true,
      spanStart: at("打卡"),
      spanEnd: at("打卡") + 2,
      sentenceStart: START,
      sentenceEnd: START + SENTENCE.length,
      sentence: SENTENCE,
      sentenceHash: "1".repeat(64),
      figures: [],
      pattern: "test",
      stanceRule: "test",
      state,
      assetId: ITEM.checkinApp,
      demandId: state === "confirmed" ? demand?.id : null,
    })),
  );
});
afterAll(() => database.close());

const places = (actor: Actor, id: string = ITEM.checkinApp) =>
  withActor(database.db, actor, (tx) => quotedPlaces(tx, { regionCode: COUNTY, id }), { readOnly: true });

test("quotedPlaces(tx, item) tells of each demand the sentence, which words of it, and the text it stands in", async () => {
  const [place, ...more] = await places(inspector());
  expect(more).toEqual([]);
  expect(place).toMatchObject({
    quote: "每日上午9时前须在巡查通打卡",
    sentence: SENTENCE,
    title: "关于规范巡查工作的通知",
  });
  expect(SENTENCE.slice(place?.start, place?.end)).toBe("打卡");
});

test("quotedPlaces(tx, item) is empty for another item, and for a department, which reads no texts", async () => {
  expect(await places(inspector(), ITEM.plainApp)).toEqual([]);
  expect(await places(department(BUREAU))).toEqual([]);
  expect(await places(leader())).toHaveLength(1);
});
