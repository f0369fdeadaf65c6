import { describe, expect, test } from "vitest";
import { sourceFiles } from "./imports.ts";
import { CLIENT_RULE, LAYER_RULES, type LayerRule } from "./matrix.ts";

const files = sourceFiles();

function offences(rule: LayerRule, among = files): string[] {
  return among
    .filter((file) => rule.from.test(file.path) && !rule.except?.test(file.path))
    .flatMap((file) =>
      file.imports
        .filter((one) => rule.to.test(one.target) && !(rule.allowTypes && one.typeOnly))
        .map((one) => `${file.path} imports ${one.target}: ${rule.advice}`),
    );
}

describe("layers", () => {
  test("every import follows the matrix", () => {
    expect(LAYER_RULES.flatMap((rule) => offences(rule))).toEqual([]);
  });

  test("client components reach the database through types and actions only", () => {
    expect(
      offences(
        CLIENT_RULE,
        files.filter((file) => file.client),
      ),
    ).toEqual([]);
  });

  test("no two modules need each other", () => {
    const edges = new Map(
      files.map((file) => [file.path, file.imports.filter((one) => !one.typeOnly).map((one) => one.target)]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]) => {
      if (trail.includes(path)) {
        cycles.push(
          `${[...trail.slice(trail.indexOf(path)), path].join(" -> ")}: move the shared part into a module of its own`,
        );
        return;
      }
      if (done.has(path)) return;
      for (const target of edges.get(path) ?? []) if (edges.has(target)) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const path of edges.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  test("the matrix refuses what it says it refuses", () => {
    const offender = {
      path: "lib/risk/x.ts",
      client: false,
      text: "",
      imports: [{ target: "node:fs", typeOnly: false }],
    };
    expect(LAYER_RULES.flatMap((rule) => offences(rule, [offender]))).toHaveLength(1);
    const typed = {
      path: "db/queries/x.ts",
      client: false,
      text: "",
      imports: [{ target: "db/client.ts", typeOnly: true }],
    };
    expect(LAYER_RULES.flatMap((rule) => offences(rule, [typed]))).toEqual([]);
  });
});

describe("sources", () => {
  test("only composition roots read the clock", () => {
    const roots = /^(scripts|tests)\/|^app\/|^db\/(server|embedded|migrate)\.ts/;
    const offenders = files
      .filter((file) => !roots.test(file.path) && /\bnew Date\(\)|\bDate\.now\(\)/.test(file.text))
      .map((file) => `${file.path} reads the clock: take the time as an argument`);
    expect(offenders).toEqual([]);
  });

  test("only the composition roots and db/server.ts read the environment", () => {
    const roots = /^(scripts|tests)\/|^app\/_server\/|^db\/(server|embedded)\.ts/;
    const offenders = files
      .filter((file) => !roots.test(file.path) && /process\.env/.test(file.text))
      .map((file) => `${file.path} reads the environment: take the setting as an argument`);
    expect(offenders).toEqual([]);
  });

  test("no file is a junk drawer", () => {
    const offenders = files.filter((file) => /\/(utils?|helpers?|common|misc|shared)\.tsx?$/.test(file.path));
    expect(offenders.map((file) => `${file.path}: name it after its one idea`)).toEqual([]);
  });
});
