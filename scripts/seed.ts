/** `npm run seed`: loads the sample county into a new database of choice. Refuses one that is in use, or not on this machine. */
import { parseArgs } from "node:util";
import { connect } from "#db/client.ts";
import { createAccount } from "#db/commands/create-account.ts";
import { loadSample } from "#db/commands/load-sample.ts";
import { setInstallation } from "#db/commands/set-installation.ts";
import { migrate } from "#db/migrate.ts";
import { openServer, type Server } from "#db/server.ts";
import { systemActor } from "#lib/actor.ts";
import { NATION } from "#lib/region/region.ts";
import { COUNTY, SAMPLE_OFFICE, SAMPLE_PASSWORD, SAMPLE_STOCKTAKE, sampleCounty } from "#seed/sample-county.ts";
import { runScript, UsageError } from "./edge.ts";
import { earlier, tellSampleStory } from "./sample-story.ts";

type Into = Pick<Server, "owner" | "app" | "auth"> & { print: (line: string) => void };

/**
 * Loads the sample county: items, accounts, two assessments, two review sessions, and the office last, so that a load that was
 * broken off is seen to be one. Throws DomainError "conflict" when the database is in use.
 */
export async function loadSampleCounty({ app, print }: Into): Promise<void> {
  const connection = connect(app, { max: 4 });
  try {
    const { accounts, ...county } = sampleCounty();
    const now = new Date();
    const context = { db: connection.db, actor: systemActor("装入示例县", COUNTY), now };
    // The county's province, and an account for all regions, lie beyond the county.
    const wide = { ...context, actor: systemActor("装入示例县", NATION) };
    const loaded = await loadSample(
      { ...wide, now: earlier(now, SAMPLE_STOCKTAKE) },
      { ...county, regionCode: COUNTY },
    );
    print(`已装入示范县：${loaded.units} 个单位，${loaded.assets} 个条目，${loaded.formFields} 个表单字段。`);
    await Promise.all(
      accounts.map(({ scope, ...account }) =>
        createAccount(wide, { ...account, regionCode: scope, password: SAMPLE_PASSWORD }),
      ),
    );
    await tellSampleStory(context, county.assets, print);
    await setInstallation(context, { name: SAMPLE_OFFICE, regionCode: COUNTY, isSample: true });
  } finally {
    await connection.close();
  }
}

const LOCAL_HOSTS = ["localhost", "127.0.0.1", "::1", "[::1]", ""];

/** Throws unless the database is on this machine: a sample county in an office's own database would be a mess. */
export function refuseDistant(url: string): void {
  // What is no address is refused, with the reason, where it is opened.
  if (!URL.canParse(url)) return;
  const { hostname } = new URL(url);
  if (LOCAL_HOSTS.includes(hostname)) return;
  throw new UsageError(`数据库在 ${hostname} 上，不是本机；确要装入示例县，请加 --yes-really。`);
}

function readOptions() {
  try {
    return parseArgs({ options: { "yes-really": { type: "boolean" } }, strict: true }).values;
  } catch (error) {
    throw new UsageError("用法：npm run seed -- [--yes-really]", { cause: error });
  }
}

async function main(): Promise<number> {
  const options = readOptions();
  // Before anything is opened: opening makes the database's roles ready.
  const given = process.env.DATABASE_URL;
  if (given && !options["yes-really"]) refuseDistant(given);
  const server = await openServer("command");
  try {
    await migrate(server.owner);
    const { owner, app, auth } = server;
    await loadSampleCounty({ owner, app, auth, print: (line) => console.log(line) });
    console.log(`完成。账号密码均为 ${SAMPLE_PASSWORD}。`);
    return 0;
  } finally {
    await server.stop();
  }
}

// `npm start` takes the function only.
if (import.meta.main) await runScript(main);
