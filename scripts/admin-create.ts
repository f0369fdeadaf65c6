/** `npm run admin:create`: an account of a real installation, and with `--office` the office itself. There is no default password. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { createAccount } from "#db/commands/create-account.ts";
import { setInstallation } from "#db/commands/set-installation.ts";
import { getInstallation } from "#db/queries/regions.ts";
import { withActor } from "#db/session.ts";
import { ROLES, systemActor } from "#lib/actor.ts";
import { runScript, UsageError, withDatabase } from "./edge.ts";

const USAGE = `用法：npm run admin:create -- --username 用户名 --name 姓名 --role ${ROLES.join("|")} --region 12位区划代码 [--unit 单位编号] [--office 机关名称]；密码在提示后输入，或用 JIANFU_PASSWORD 提供。`;

await runScript(async () => {
  const options = readOptions();
  const password = await readPassword();
  return withDatabase(async ({ db }) => {
    const context = { db, actor: systemActor("服务器管理员"), now: new Date() };
    const office = await withActor(db, context.actor, getInstallation);
    if (options.office !== undefined) {
      if (office) console.log(`本级机关已是“${office.name}”，不再改动。`);
      else await setInstallation(context, { name: options.office, regionCode: options.region });
    }
    const { username } = await createAccount(context, {
      username: options.username,
      name: options.name,
      password,
      role: options.role,
      regionCode: options.region,
      unitId: options.unit ?? null,
    });
    console.log(`已创建账号 ${username}。`);
    if (!office && options.office === undefined)
      console.log("还没有设置本级机关；下次创建账号时可加 --office 机关名称。");
    return 0;
  });
});

function readOptions() {
  const options = {
    username: { type: "string" },
    name: { type: "string" },
    role: { type: "string" },
    region: { type: "string" },
    unit: { type: "string" },
    office: { type: "string" },
  } as const;
  try {
    const { values } = parseArgs({ options, strict: true });
    if (!values.username || !values.name || !values.role || !values.region) throw new UsageError(USAGE);
    return values;
  } catch (error) {
    throw new UsageError(USAGE, { cause: error });
  }
}

/** From the environment, from a pipe, or typed twice without being shown. */
async function readPassword(): Promise<string> {
  const given = process.env.JIANFU_PASSWORD;
  if (given) return given;
  const shown = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = process.stdin.isTTY ?? false;
  const lines = createInterface({ input: process.stdin, output: shown, terminal });
  try {
    if (!terminal) {
      const first = await lines[Symbol.asyncIterator]().next();
      if (first.done) throw new UsageError("没有读到密码；请在提示后输入，或用 JIANFU_PASSWORD 提供。");
      return first.value;
    }
    lines.on("SIGINT", () => process.exit(1));
    const ask = async (prompt: string) => {
      process.stdout.write(prompt);
      const answer = await lines.question("");
      process.stdout.write("\n");
      return answer;
    };
    const password = await ask("密码（至少 10 个字符，含大小写字母、数字、符号中的三类）：");
    if ((await ask("再输入一次：")) !== password)
      throw new UsageError("两次输入的密码不一致，没有创建账号；请重新运行。");
    return password;
  } finally {
    lines.close();
  }
}
