import type { AssetKind } from "../asset/vocabulary.ts";
import { HINT_PREFIX } from "./hint-columns.ts";
import { type Target, targetsOf } from "./targets.ts";

/** The meaning of a column that the system itself had added: it is passed over. */
export const PASSED_OVER = "-";

/** Column name in the file -> what it means; "" keeps it word for word. */
export type Mapping = Record<string, Target>;

export type ColumnProblem = { column: string; message: string; mend: string };

export type Recognition = {
  mapping: Mapping;
  /** Columns that mean nothing to the catalogue, kept word for word with the item. */
  unrecognised: string[];
  /** What keeps the file from being read; empty when it can be. */
  problems: ColumnProblem[];
};

/** One way to write a column name: NFKC, lower case, no white space, no mark of a required column at its ends. */
export function normalizedColumn(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/^[*:#]+|[*:]+$/g, "");
}

/** The same without a last bracket, which holds a unit or a remark: "成员数（人）" is "成员数". */
const withoutBracket = (normalized: string) =>
  normalized.replace(/[([【][^()[\]【】]*[)\]】]$/, "").replace(/[*:]+$/, "");

const namesByKind = new Map<AssetKind, Map<string, Target>>();

function namesOf(kind: AssetKind): Map<string, Target> {
  let names = namesByKind.get(kind);
  if (!names) {
    names = new Map();
    for (const [target, { label, aliases }] of Object.entries(targetsOf(kind))) {
      for (const name of [label, ...aliases]) {
        const normalized = normalizedColumn(name);
        if (!names.has(normalized)) names.set(normalized, target);
      }
    }
    namesByKind.set(kind, names);
  }
  return names;
}

/** What a column of that name means, or undefined. */
export function targetOf(kind: AssetKind, column: string): Target | undefined {
  const names = namesOf(kind);
  const normalized = normalizedColumn(column);
  return names.get(normalized) ?? names.get(withoutBracket(normalized));
}

/** How many of the names mean something for the kind; what the header row is found by. */
export function recognisedCount(kind: AssetKind, names: readonly string[]): number {
  return names.filter((name) => name !== "" && targetOf(kind, name) !== undefined).length;
}

/** The place that a ledger names may stand in several columns (省, 县); everything else in one. */
const MANY_COLUMNS = new Set<Target>(["regionText"]);

/**
 * What each column means. `manual` (column -> target key or its Chinese label, "" to keep it) goes before recognition;
 * a column that recognition would give to the same target is then kept word for word.
 */
export function recogniseColumns(
  kind: AssetKind,
  columns: readonly string[],
  manual: Readonly<Record<string, string>> = {},
): Recognition {
  const targets = targetsOf(kind);
  const problems: ColumnProblem[] = [];
  const mapping: Mapping = {};
  const claimed = new Set<Target>();
  for (const [column, wanted] of Object.entries(manual)) {
    const target = wanted === "" ? "" : wanted in targets ? wanted : targetOf(kind, wanted);
    if (!columns.includes(column)) {
      problems.push({ column, message: `文件里没有“${column}”这一列`, mend: "请核对列对应中的列名" });
    } else if (target === undefined) {
      problems.push({
        column,
        message: `“${wanted}”不是可以对应的内容`,
        mend: "请在列对应中改为系统里有的项目，或留空表示原样保留",
      });
    } else {
      mapping[column] = target;
      claimed.add(target);
    }
  }
  for (const column of columns) {
    if (column in mapping) continue;
    if (column.startsWith(HINT_PREFIX)) {
      mapping[column] = PASSED_OVER;
      continue;
    }
    const target = targetOf(kind, column) ?? "";
    mapping[column] = target !== "" && claimed.has(target) && !MANY_COLUMNS.has(target) ? "" : target;
  }
  const byTarget = Map.groupBy(columns, (column) => mapping[column] as Target);
  for (const [target, several] of byTarget) {
    if (target === "" || target === PASSED_OVER || several.length < 2 || MANY_COLUMNS.has(target)) continue;
    problems.push({
      column: several.join("、"),
      message: `${several.map((column) => `“${column}”`).join("和")}都对应“${targets[target]?.label ?? target}”`,
      mend: "请在列对应中只保留一列，另一列选“原样保留”",
    });
  }
  if (!byTarget.has("name")) {
    problems.push({
      column: targets.name?.label ?? "名称",
      message: `没有找到“${targets.name?.label}”列`,
      mend: "请把该列改名为“名称”，或手工指定哪一列是名称",
    });
  }
  return { mapping, unrecognised: columns.filter((column) => mapping[column] === ""), problems };
}

/** The set of a file's column names, in one text: what a mapping made by hand is remembered by. */
export function headerKey(columns: readonly string[]): string {
  return [...new Set(columns.map(normalizedColumn))].sort().join("|");
}
