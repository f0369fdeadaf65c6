/** `npm run check-new`: tells what is like a form, app or group before it is submitted; keeps nothing. */
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { Database } from "#db/client.ts";
import { type CheckedNew, checkNew } from "#db/queries/check-new.ts";
import { getInstallation } from "#db/queries/regions.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { withActor } from "#db/session.ts";
import { systemActor } from "#lib/actor.ts";
import { FORM_FIELDS } from "#lib/asset/fields/form.ts";
import { GROUP_FIELDS } from "#lib/asset/fields/group.ts";
import { CANDIDATE_LABEL } from "#lib/redundancy/app/evidence.ts";
import { CheckNewInput } from "#lib/redundancy/check/inputs.ts";
import { readFieldsOfFile } from "#lib/redundancy/check/read-fields.ts";
import { CHECKED_KINDS, GROUP_EVIDENCE_LABEL } from "#lib/redundancy/check/vocabulary.ts";
import { FORM_RELATION_LABEL } from "#lib/redundancy/vocabulary.ts";
import { parseRegionCode } from "#lib/region/region.ts";
import { runScript, UsageError, withDatabase } from "./edge.ts";

const USAGE = `用法：npm run --silent check-new -- --kind ${CHECKED_KINDS.join("|")} --name 名称 [--unit 单位] [--region 区划代码] [--json]
  报表表单：--fields 字段,字段… 或 --file 表.xlsx|表.csv|表.json [--respondent 填报主体] [--system 系统]
  政务应用程序：--functions 功能,功能… [--matters 事项,…] [--purpose 用途]
  工作群组：[--matter 工作事项] [--topic 主题]
退出码：0 没有重复，3 找到重复，1 出错。`;

/** What is found makes a script stop: neither success nor an error. */
const FOUND = 3;
const SHOWN = 20;

if (import.meta.main) {
  await runScript(() =>
    withDatabase(({ db }) => checkNewItem(process.argv.slice(2), { db, out: (line) => console.log(line) })),
  );
}

/** Checks what the arguments describe and tells it line by line; 0 when nothing like it is there, 3 when something is. */
export async function checkNewItem(
  args: readonly string[],
  { db, out }: { db: Database; out: (line: string) => void },
): Promise<number> {
  const options = readOptions(args);
  const actor = systemActor("服务器管理员");
  const checked = await withActor(
    db,
    actor,
    async (tx) => {
      const regionCode = regionOf(options.region) ?? (await getInstallation(tx))?.regionCode;
      if (regionCode === undefined) throw new UsageError("还没有设置本级机关，请用 --region 指定区划代码。");
      const unitId = options.unit === undefined ? null : unitOf(await listUnitChoices(tx), options.unit, regionCode);
      const parsed = CheckNewInput.safeParse({
        ...options,
        respondent: codeOf(FORM_FIELDS.respondent.options, options.respondent),
        topic: codeOf(GROUP_FIELDS.topic.options, options.topic),
        ...(await draftOf(options)),
        unitId,
        regionCode,
      });
      if (!parsed.success) throw new UsageError(`${parsed.error.issues[0]?.message ?? "参数有误"}\n${USAGE}`);
      return checkNew(tx, { input: parsed.data, scope: actor.scope });
    },
    { readOnly: true },
  );
  if (options.json) out(JSON.stringify(checked));
  else tell(checked, out);
  return checked.duplicated ? FOUND : 0;
}

function readOptions(args: readonly string[]) {
  const text = { type: "string" } as const;
  const names = ["kind", "name", "unit", "region", "fields", "file", "respondent", "system"] as const;
  const others = ["functions", "matters", "purpose", "matter", "topic"] as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...(Object.fromEntries([...names, ...others].map((name) => [name, text])) as Record<
          (typeof names)[number] | (typeof others)[number],
          typeof text
        >),
        json: { type: "boolean" },
      },
      strict: true,
    });
    if (!CHECKED_KINDS.some((kind) => kind === values.kind)) throw new UsageError(USAGE);
    if (values.kind === "form" && values.fields === undefined && values.file === undefined) throw new UsageError(USAGE);
    if (values.name === undefined && values.file === undefined) throw new UsageError(USAGE);
    return values;
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(USAGE, { cause: error });
  }
}

function regionOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const code = parseRegionCode(given);
  if (code === undefined) throw new UsageError(`区划代码“${given}”应为 2、4、6、9 或 12 位数字。`);
  return code;
}

/** The code of a word as the pages show it; a code, and what is neither, stays. */
function codeOf(options: Record<string, string>, given: string | undefined): string | undefined {
  return Object.entries(options).find(([, label]) => label === given)?.[0] ?? given;
}

function unitOf(
  units: readonly { id: string; name: string; regionCode: string }[],
  name: string,
  regionCode: string,
): string {
  const named = units.filter((unit) => unit.name === name || unit.id === name);
  const unit = named.find((one) => one.regionCode === regionCode) ?? named[0];
  if (unit === undefined) throw new UsageError(`没有名为“${name}”的单位，请用登记的全称，或去掉 --unit。`);
  return unit.id;
}

/** What a file tells of the draft: the header of a table, or JSON as a page would send it; a list is one of fields. */
async function draftOf({ file, fields }: { file?: string | undefined; fields?: string | undefined }): Promise<object> {
  if (file === undefined) return fields === undefined ? {} : { fields };
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`没有找到文件 ${file}，请核对路径。`);
  if (!file.toLowerCase().endsWith(".json")) {
    const labels = await readFieldsOfFile(createReadStream(file), basename(file));
    return { fields: labels.map((label) => ({ label })) };
  }
  let told: unknown;
  try {
    told = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file} 读不出来，应为 JSON：{"name": "名称", "fields": ["字段", "字段"]}。`, {
      cause: error,
    });
  }
  const draft = (Array.isArray(told) ? { fields: told } : told) as { fields?: unknown };
  const labels = Array.isArray(draft.fields)
    ? draft.fields.map((field) => (typeof field === "string" ? { label: field } : field))
    : draft.fields;
  return labels === undefined ? draft : { ...draft, fields: labels };
}

function tell({ check, summary, unitNames }: CheckedNew, out: (line: string) => void): void {
  const whose = (id: string) => unitNames[id] ?? "单位未知";
  out(summary);
  if (check.kind === "form") {
    const near = check.likes.filter(({ relation }) => relation !== "header_only");
    for (const like of near.slice(0, SHOWN)) {
      out(
        `  ${FORM_RELATION_LABEL[like.relation]}：《${like.name}》（${whose(like.id)}），${like.shared} 项相同（本表 ${like.ofDraft} 项，该表 ${like.ofOther} 项），除基本信息外 ${like.wordings} 处问法相同：${like.sharedLabels.join("、")}`,
      );
    }
    const onlyHeaders = check.likes.length - near.length;
    if (onlyHeaders > 0) out(`  有 ${onlyHeaders} 张只有姓名、电话等基本信息相同，不算重复的表`);
    for (const { label, askedBy, named, heldBy } of check.fields) {
      if (askedBy === 0 && heldBy === null) continue;
      const asked =
        askedBy === 0
          ? ""
          : `已有 ${askedBy} 张表在收，如${named.map(({ name, id }) => `《${name}》（${whose(id)}）`).join("、")}`;
      const held = heldBy === null ? "" : `${heldBy.sourceDepartment}掌握“${heldBy.name}”`;
      out(`  “${label}”：${[asked, held].filter((part) => part !== "").join("；")}`);
    }
    return;
  }
  if (check.kind === "app") {
    for (const { name, id, evidence, shared, ofDraft, ofOther, sharedFunctions, words } of check.likes.slice(
      0,
      SHOWN,
    )) {
      const { candidate } = evidence;
      const functions =
        shared === 0
          ? ""
          : `，功能 ${shared} 项相同（本应用 ${ofDraft} 项，该应用 ${ofOther} 项）：${sharedFunctions.join("、")}`;
      const text = words === null ? "" : `，名称和用途的字对 ${words.all} 个里 ${words.shared} 个相同`;
      out(`  ${candidate === null ? "" : CANDIDATE_LABEL[candidate]}：${name}（${whose(id)}）${functions}${text}`);
    }
    return;
  }
  for (const { name, id, evidence } of check.likes.slice(0, SHOWN)) {
    out(`  ${evidence.map((one) => GROUP_EVIDENCE_LABEL[one]).join("、")}：${name}（${whose(id)}）`);
  }
}
