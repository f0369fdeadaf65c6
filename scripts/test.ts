/**
 * `npm test`: every check there is, in one run, ending in one line "N passed, N failed"; `npm run verify`: the quick ones of them.
 * These run side by side, each printed whole when it ends. What needs the machine for itself runs after them, one at a time.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Counts = { passed: number; failed: number };
type Check = { title: string; command: string; args: string[]; report?: string };

const scratch = mkdtempSync(join(tmpdir(), "jianfu-test-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
const bin = (name: string) => join("node_modules", ".bin", name);

/** A tool that gives no counts is one check. */
const tool = (title: string, command: string, ...args: string[]): Check => ({ title, command, args });

function suite(title: string, project: string, ...options: string[]): Check {
  const report = join(scratch, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return { title, command: bin("vitest"), args: ["run", "--project", project, ...options, ...reporters], report };
}

function countsOf(succeeded: boolean, report: string | undefined): Counts {
  if (report === undefined) {
    return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }
  try {
    const result = JSON.parse(readFileSync(report, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
    };
    // A suite that breaks before its tests, or an error outside a test, fails the run without failing a test.
    const failed = result.numFailedTests + result.numPendingTests;
    return { passed: result.numPassedTests, failed: succeeded ? failed : Math.max(1, failed) };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

async function alone({ title, command, args, report }: Check): Promise<Counts> {
  console.log(`\n== ${title}`);
  const [code] = await once(spawn(command, args, { stdio: "inherit" }), "exit");
  return countsOf(code === 0, report);
}

async function beside({ title, command, args, report }: Check): Promise<Counts> {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...colour } });
  const printed: Buffer[] = [];
  child.stdout.on("data", (bytes: Buffer) => printed.push(bytes));
  child.stderr.on("data", (bytes: Buffer) => printed.push(bytes));
  const [code] = await once(child, "close");
  console.log(`\n== ${title}\n${Buffer.concat(printed)}`);
  return countsOf(code === 0, report);
}

const quick: Record<string, Check> = {
  lint: tool("Format and lint", bin("biome"), "ci", "--error-on-warnings", "."),
  types: tool("Types", bin("tsc"), "--noEmit"),
  unit: suite("Unit, property and architecture tests", "unit", "--maxWorkers=100%"),
  component: suite("Component tests", "component"),
};
const whole: Record<string, Check> = {
  migrations: tool("Migrations match the schema", bin("drizzle-kit"), "check"),
  db: suite("Database and golden tests, in a real Postgres", "db"),
  build: tool("Build", process.execPath, "scripts/build.ts"),
  e2e: suite("The way of a user, in a real browser", "e2e"),
};

const names = process.argv.slice(2);
const only = names.flatMap((name) => (name === "quick" ? Object.keys(quick) : [name]));
const asked = (checks: Record<string, Check>) =>
  Object.entries(checks).flatMap(([name, check]) => (only.length === 0 || only.includes(name) ? [check] : []));

const unknown = only.filter((name) => !(name in quick || name in whole));
if (unknown.length > 0) {
  console.error(
    `No such check: ${unknown.join(", ")}. There are quick, ${Object.keys({ ...quick, ...whole }).join(", ")}.`,
  );
  process.exit(2);
}

const counts = await Promise.all(asked(quick).map(beside));
for (const check of asked(whole)) {
  counts.push(await alone(check));
}

const passed = counts.reduce((sum, one) => sum + one.passed, 0);
const failed = counts.reduce((sum, one) => sum + one.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
