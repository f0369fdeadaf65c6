/** `npm run reread [-- --region CODE]`: reads all forms and apps again by today's lexicon and compares them anew. */
import { parseArgs } from "node:util";
import type { Context, Progress } from "#db/command.ts";
import { type Reread, rereadSets } from "#db/commands/reread-sets.ts";
import { getInstallation } from "#db/queries/regions.ts";
import { withActor } from "#db/session.ts";
import { systemActor } from "#lib/actor.ts";
import { runScript, UsageError, withDatabase } from "./edge.ts";

const USAGE = "用法：npm run reread [-- --region 12 位区划代码]；不写地区即本级机关所在地区。";

if (import.meta.main) {
  await runScript((signal) => {
    const { region } = readOptions();
    return withDatabase(async ({ db }) => {
      const actor = systemActor("服务器管理员");
      const office = await withActor(db, actor, getInstallation, { readOnly: true });
      await reread({ db, actor, now: new Date(), signal }, region ?? office?.regionCode);
      return 0;
    });
  });
}

/** Reads again, and says what came of it. */
export async function reread(context: Context, regionCode?: string): Promise<Reread> {
  const found = await rereadSets({ ...context, onProgress: showProgress }, regionCode ? { regionCode } : {});
  if (process.stderr.isTTY) process.stderr.write("\n");
  const { items, aliases, changedSets, changedPairs } = found;
  console.log(
    `已重新识别表单和应用 ${items} 项：更新字段和数据项 ${changedSets} 处、重复关系 ${changedPairs} 对${aliases > 0 ? `、人工认定 ${aliases} 条` : ""}。`,
  );
  return found;
}

function readOptions(): { region?: string } {
  try {
    return parseArgs({ options: { region: { type: "string" } }, strict: true }).values;
  } catch (error) {
    throw new UsageError(USAGE, { cause: error });
  }
}

/** One line that is written over; where nobody watches, nothing. */
function showProgress({ done, total, label }: Progress): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r${label} ${done}${total === null ? "" : ` / ${total}`} 项`.padEnd(40));
}
