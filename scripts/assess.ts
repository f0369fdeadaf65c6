/** `npm run assess [-- --region CODE] [--as-of YYYY-MM-DD]`: judges all running items of a region and prints how they stand. */
import { parseArgs } from "node:util";
import type { Progress } from "#db/command.ts";
import { type AssessmentRun, runAssessment } from "#db/commands/run-assessment.ts";
import { getInstallation } from "#db/queries/regions.ts";
import { withActor } from "#db/session.ts";
import { systemActor } from "#lib/actor.ts";
import { ASSET_KIND_LABEL, ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { isoDay } from "#lib/format/date.ts";
import { NATION } from "#lib/region/region.ts";
import { BAND_LABEL, BANDS } from "#lib/risk/band.ts";
import { runScript, UsageError, withDatabase } from "./edge.ts";

const USAGE =
  "用法：npm run assess [-- --region 区划代码] [--as-of 2026-01-31]；不写地区即本级机关所在地区，不写日期即今天。";

if (import.meta.main) {
  await runScript((signal) => {
    const options = readOptions();
    return withDatabase(async ({ db }) => {
      const now = new Date();
      const actor = systemActor("服务器管理员");
      const office = await withActor(db, actor, getInstallation, { readOnly: true });
      const input = {
        regionCode: options.region ?? office?.regionCode ?? NATION,
        asOf: options["as-of"] ?? isoDay(now),
      };
      const run = await runAssessment({ db, actor, now, signal, onProgress: showProgress }, input);
      if (process.stderr.isTTY) process.stderr.write("\n");
      print(run, input);
      return 0;
    });
  });
}

function readOptions(): { region?: string; "as-of"?: string } {
  try {
    return parseArgs({ options: { region: { type: "string" }, "as-of": { type: "string" } }, strict: true }).values;
  } catch (error) {
    throw new UsageError(USAGE, { cause: error });
  }
}

/** One line that is written over; where nobody watches, nothing. */
function showProgress({ done, total, label }: Progress): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r${label} ${done}${total === null ? "" : ` / ${total}`} 条`.padEnd(40));
}

/** How the items stand by kind and band; what is unknown is a column like the others. */
function print(run: AssessmentRun, { regionCode, asOf }: { regionCode: string; asOf: string }): void {
  console.log(
    `研判 ${run.assessmentId}：地区 ${regionCode}，截至 ${asOf}，规则包 ${run.packVersion}，条目 ${run.assets} 条，命中红线 ${run.redLines} 项，已豁免 ${run.exempt} 项`,
  );
  const table = ASSET_KINDS.map((kind) => [
    ASSET_KIND_LABEL[kind],
    ...BANDS.map((band) => `${BAND_LABEL[band]} ${run.bands[kind]?.[band] ?? 0}`),
  ]);
  for (const row of table) console.log(`  ${row.join("  ")}`);
}
