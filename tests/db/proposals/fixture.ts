import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { Context } from "#db/command.ts";
import type { Proposer } from "#db/commands/proposal-writing.ts";
import * as schema from "#db/schema/index.ts";
import type { Actor } from "#lib/actor.ts";
import type { FormAttributes } from "#lib/asset/fields.ts";
import { propose } from "#lib/redundancy/proposal/proposal.ts";
import { COUNTY, inspector } from "#tests/support/actors.ts";
import type { TestDatabase } from "#tests/support/database.ts";

export const NOW = new Date("2026-09-15T02:00:00Z");
/** No thread and no solver: what is tested is how rounds are kept. */
export const proposer: Proposer = async (input) => propose(input, null);

export const as = (database: TestDatabase, actor: Actor = inspector(), now: Date = NOW): Context => ({
  db: database.db,
  actor,
  now,
});

export const MEASURED: FormAttributes = {
  grain: "resident",
  respondent: "village",
  frequency: "monthly",
  respondentUnits: 10,
  personsPerUnit: 1,
  minutesReading: 2,
  minutesFinding: 10,
  minutesEntering: 10,
  minutesSigning: 2,
  minutesSubmitting: 1,
  minutesPaper: 0,
};

const LABELS = [
  "姓名",
  "公民身份号码",
  "联系电话",
  "户籍地址",
  "居住地址",
  "残疾类别",
  "残疾等级",
  "低保金额",
  "走访日期",
];

/** A county with two offices, and words that are read as data items. */
export async function county(owner: Database) {
  await owner.insert(schema.regions).values({ code: COUNTY, name: "示范县", level: "county" }).onConflictDoNothing();
  const offices = await owner
    .insert(schema.units)
    .values([
      { regionCode: COUNTY, name: "县民政局" },
      { regionCode: COUNTY, name: "县残联" },
    ])
    .returning({ id: schema.units.id });
  const items = await owner
    .insert(schema.elements)
    .values(LABELS.map((key) => ({ key: `测试·${key}`, header: false })))
    .returning({ id: schema.elements.id, key: schema.elements.key });
  const elementOf = new Map(items.map(({ id, key }) => [key.slice("测试·".length), id]));
  const [civil, disabled] = offices.map(({ id }) => id) as [string, string];
  return { civil, disabled, elementOf };
}

export type County = Awaited<ReturnType<typeof county>>;

/** A form of the county that asks for these data items. */
export async function form(
  owner: Database,
  { elementOf }: Pick<County, "elementOf">,
  name: string,
  labels: readonly string[],
  values: Partial<typeof schema.assets.$inferInsert> = {},
): Promise<string> {
  const [row] = await owner
    .insert(schema.assets)
    .values({
      regionCode: COUNTY,
      kind: "form",
      key: name,
      name,
      attributes: MEASURED,
      createdAt: new Date("2026-03-01T00:00:00Z"),
      updatedAt: new Date("2026-03-01T00:00:00Z"),
      ...values,
    })
    .returning({ id: schema.assets.id });
  const assetId = row?.id as string;
  await owner.insert(schema.formFields).values(
    labels.map((label, position) => ({
      regionCode: COUNTY,
      assetId,
      position,
      label,
      elementId: elementOf.get(label) ?? null,
    })),
  );
  return assetId;
}

/** The round as it was kept. */
export async function keptRounds(owner: Database, proposalId: string) {
  return owner
    .select()
    .from(schema.proposalRounds)
    .where(eq(schema.proposalRounds.proposalId, proposalId))
    .orderBy(schema.proposalRounds.round);
}
