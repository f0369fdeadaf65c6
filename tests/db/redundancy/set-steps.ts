import { sql } from "drizzle-orm";
import fc from "fast-check";
import type { Context } from "#db/command.ts";
import { amendAsset } from "#db/commands/amend-asset.ts";
import { decideAlias } from "#db/commands/decide-alias.ts";
import { recordDecision } from "#db/commands/record-decision.ts";
import { registerAsset } from "#db/commands/register-asset.ts";
import { undoAlias } from "#db/commands/undo-alias.ts";
import { undoImport } from "#db/commands/undo-import.ts";
import { assets, elementAliases, formFields } from "#db/schema/index.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { CITY, COUNTY, department, inspector, OTHER_COUNTY } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { TOWN, take } from "../imports/fixture.ts";
import { twoCounties } from "../inventory/fixture.ts";
import { openedSession } from "../reviews/fixture.ts";

const NOW = new Date("2026-09-15T02:00:00Z");
const opened: TestDatabase[] = [];
export const closeOffices = () => Promise.all(opened.map((one) => one.close()));

/** Two counties in a database of their own, and who acts there: each command a minute after the one before. */
export async function office() {
  const database = await testDatabase();
  opened.push(database);
  const { civil } = await twoCounties(database.ownerDb);
  let clock = NOW.getTime();
  const as = (actor = inspector(CITY)): Context => {
    clock += 60_000;
    return { db: database.db, actor, now: new Date(clock) };
  };
  return { database, owner: database.ownerDb, civil, as };
}
export type Office = Awaited<ReturnType<typeof office>>;

export const form = (name: string, labels: readonly string[], more: Record<string, unknown> = {}) => ({
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

export type Step = { told: string; run: (office: Office, state: { batches: string[] }) => Promise<unknown> };
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
export async function sideAt({ owner }: Pick<Office, "owner">, at: number) {
  const fields = await owner.execute<{ id: string; label: string; position: number; name: string }>(sql`
    select a.id, a.name, f.label, f.position from form_fields f join assets a on a.id = f.asset_id
    where a.state = 'in_use' order by a.name, a.region_code, f.position`);
  const one = fields[at % Math.max(fields.length, 1)];
  if (one === undefined) return undefined;
  const own = await owner.select().from(formFields).where(sql`asset_id = ${one.id}`).orderBy(formFields.position);
  const key = readElements({ title: one.name, fields: own })[one.position - 1]?.key;
  return key === undefined ? undefined : { label: one.label, form: null, key };
}

/** What people do that changes what items are compared by. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
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

/** Names the steps that led to a failure. */
export function report(details: fc.RunDetails<[Step[]]>): void {
  if (!details.failed) return;
  const told = details.counterexample?.[0].map((one) => one.told).join("\n");
  throw new Error(`after:\n${told}`, { cause: details.errorInstance });
}
