/** `npm test`: every check there is, in one run, ending in one line "N passed, N failed". */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Counts = { passed: number; failed: number };

const scratch = mkdtempSync(join(tmpdir(), "jianfu-test-"));
const bin = (name: string) => join("node_modules", ".bin", name);

function run(title: string, command: string, args: string[]): boolean {
  console.log(`\n== ${title}`);
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

/** A tool that gives no counts is one check. */
function check(title: string, command: string, args: string[]): Counts {
  return run(title, command, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function suite(title: string, project: string): Counts {
  const report = join(scratch, `${project}.json`);
  const ended = run(title, bin("vitest"), [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  try {
    const result = JSON.parse(readFileSync(report, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
    };
    // A suite that breaks before its tests, or an error outside a test, fails the run without failing a test.
    const failed = result.numFailedTests + result.numPendingTests;
    return { passed: result.numPassedTests, failed: ended ? failed : Math.max(1, failed) };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

const only = process.argv.slice(2);
const steps: [string, () => Counts][] = [
  ["lint", () => check("Format and lint", bin("biome"), ["ci", "--error-on-warnings", "."])],
  ["types", () => check("Types", bin("tsc"), ["--noEmit"])],
  ["migrations", () => check("Migrations match the schema", bin("drizzle-kit"), ["check"])],
  ["unit", () => suite("Unit, property and architecture tests", "unit")],
  ["component", () => suite("Component tests", "component")],
  ["db", () => suite("Database and golden tests, in a real Postgres", "db")],
  ["build", () => check("Build", process.execPath, ["scripts/build.ts"])],
  ["e2e", () => suite("The way of a user, in a real browser", "e2e")],
];
const counts = steps.filter(([name]) => only.length === 0 || only.includes(name)).map(([, step]) => step());
rmSync(scratch, { recursive: true, force: true });

const passed = counts.reduce((sum, one) => sum + one.passed, 0);
const failed = counts.reduce((sum, one) => sum + one.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
