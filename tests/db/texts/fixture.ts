import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { addText } from "#db/commands/add-text.ts";
import { registerAsset } from "#db/commands/register-asset.ts";
import * as schema from "#db/schema/index.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { as } from "../inventory/fixture.ts";

export const CHECKIN = "网格员每天上午九点前在智慧网格定位打卡，漏打一次按缺勤处理。";
export const RANKING = "每月对各村打卡情况进行排名并在全县通报。";
export const FORBIDDEN = "严禁要求村干部重复填报表格。";

let made = 0;
/** Words of a notice that no other has: the same words are kept once. */
export const notice = (...sentences: string[]) =>
  `关于规范使用智慧网格的通知（第${++made}号）\n各镇、街道：\n${sentences.map((sentence, at) => `${at + 1}.${sentence}`).join("\n")}`;

export async function paste(database: TestDatabase, ...sentences: string[]): Promise<string> {
  const { id } = await addText(as(database), { format: "paste", content: notice(...sentences) });
  return id;
}

export const hitsOf = (owner: Database, textId: string) =>
  owner
    .select()
    .from(schema.textHits)
    .where(eq(schema.textHits.textId, textId))
    .orderBy(asc(schema.textHits.spanStart));

/** The first hit of a demand in a text. */
export async function hitOf(owner: Database, textId: string, demand: string) {
  const hit = (await hitsOf(owner, textId)).find((one) => one.demand === demand);
  if (hit === undefined) throw new Error(`no ${demand} in the text`);
  return hit;
}

export const demandsOf = (owner: Database, assetId: string) =>
  owner.select().from(schema.demands).where(eq(schema.demands.assetId, assetId));

export async function app(
  database: TestDatabase,
  unitId: string | null = null,
  name = `应用${++made}`,
): Promise<string> {
  const { id } = await registerAsset(as(database), { kind: "app", name, unitId });
  return id;
}
