import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { StartError } from "#db/start-error.ts";
import { runScript } from "./edge.ts";

const MARK = join(".next", "built-from");
const SOURCES = [
  "app",
  "db",
  "lib",
  "public",
  "next.config.ts",
  "package.json",
  "package-lock.json",
  "proxy.ts",
  "tsconfig.json",
];

/** A hash of every file that the build is made from. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const add = (path: string) => hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  for (const source of SOURCES.filter((path) => existsSync(path))) {
    if (/\.\w+$/.test(source)) add(source);
    else {
      const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) add(path);
    }
  }
  return hash.digest("hex");
}

/** Builds the pages unless they were built from these very sources. True when it built. Throws StartError. */
export async function ensureBuild(signal?: AbortSignal): Promise<boolean> {
  const now = fingerprint();
  if (existsSync(MARK) && existsSync(join(".next", "BUILD_ID")) && readFileSync(MARK, "utf8") === now) return false;
  console.log("正在构建页面，首次约需一分钟……");
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const { code, output } = await new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [next, "build"], {
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
  if (code !== 0) {
    console.error(output);
    throw new StartError("页面没有构建成功，原因见上；改正后重新启动，或先运行 npm ci 恢复依赖。");
  }
  // What the build itself may rewrite (tsconfig.json) counts as built.
  writeFileSync(MARK, fingerprint());
  return true;
}

if (import.meta.main) {
  await runScript(async (signal) => {
    if (!(await ensureBuild(signal))) console.log("页面已是最新，无需构建。");
    return 0;
  });
}
