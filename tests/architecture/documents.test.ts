import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const documents = readdirSync(".", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md") && !/^(node_modules|\.next|\.data)\//.test(path))
  .sort();

describe("documents", () => {
  test("the glossary is what the vocabularies say", () => {
    execFileSync(process.execPath, ["scripts/print-glossary.ts", "--check"]);
  });

  test.each(documents)("%s cites only paths and commands that exist", (path) => {
    const text = readFileSync(path, "utf8");
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/") + 1) : "";
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target]) => `${folder}${target}`);
    const cited = [...text.matchAll(/`((?:app|db|lib|scripts|seed|tests)\/[\w./[\]()-]+\.\w+)`/g)].map(
      ([, target]) => target as string,
    );
    const scripts = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).scripts);
    const commands = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name as string);
    expect([...links, ...cited].filter((target) => !existsSync(target))).toEqual([]);
    expect(commands.filter((name) => name !== "bench" && !scripts.includes(name))).toEqual([]);
  });

  test("README is at most two screens", () => {
    expect(readFileSync("README.md", "utf8").split("\n").length).toBeLessThanOrEqual(90);
  });

  test("no lock file or document names a registry or a path of one machine", () => {
    const offenders = ["package-lock.json", ...documents].filter((path) =>
      /"resolved"|https?:\/\/registry|\/work\/|\/root\/|\/home\//.test(readFileSync(path, "utf8")),
    );
    expect(offenders).toEqual([]);
  });

  test("migrations are named by what they do", () => {
    const names = readdirSync("db/migrations").filter((name) => name.endsWith(".sql"));
    expect(names.filter((name) => !/^\d{4}_(create|add|drop|rename|backfill|allow|guard|change)_/.test(name))).toEqual(
      [],
    );
  });
});
