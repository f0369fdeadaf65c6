import type { TableRow } from "../../table/table.ts";
import type { ElementChange } from "./change-text.ts";
import { claimsOf, clashText } from "./claims.ts";
import type { DataElement } from "./data-element.ts";
import { cellTexts, FILE_COLUMNS, type FileColumn, recognised, toldOf } from "./file-columns.ts";
import { DataElementInput, type ToldDataElement } from "./inputs.ts";

/** What a row of the file comes to. `replaced`: it will stand in the place of a shipped one, or of one of a higher region. */
export type ImportRow =
  | {
      is: "error";
      rowNo: number;
      identifier: string | null;
      name: string | null;
      problems: { column: string | null; message: string }[];
    }
  | {
      is: "added" | "replaced" | "changed" | "same";
      rowNo: number;
      identifier: string;
      name: string;
      changes: ElementChange[];
      told: ToldDataElement;
      /** The office's own row that changes. */
      target: { id: string; version: number } | null;
    };

export type ImportPlan = { rows: ImportRow[]; passedOver: string[] };

export type ImportInput = {
  header: readonly string[];
  rows: readonly TableRow[];
  /** What holds in the region now. */
  catalogue: readonly DataElement[];
  /** Whose rows are written. */
  regionCode: string;
  /** The units that a row may name. */
  units: readonly { id: string; name: string }[];
};

type Draft = { row: TableRow; told: ToldDataElement; standing: DataElement | undefined };

/**
 * What an import would do, row by row, and what is wrong with the rows that cannot be taken. A column that the file does not have
 * leaves what stands; a blank cell says that it is not known. Nothing is written by it.
 */
export function planImport(input: ImportInput): ImportPlan {
  const { columns, passedOver } = recognised(input.header);
  const standing = new Map(input.catalogue.map((element) => [element.identifier, element]));
  const unitNames = new Map(input.units.map(({ id, name }) => [id, name]));
  // Nobody could say which of several units of one name is meant.
  const unitIds = new Map([...Map.groupBy(input.units, ({ name }) => name)].map(([name, all]) => [name, onlyId(all)]));
  const plan: ImportRow[] = [];
  const drafts: Draft[] = [];
  const firstAt = new Map<string, number>();
  for (const row of input.rows) {
    if (isFoot(row)) continue;
    const draft = readRow(row, columns, standing, unitIds);
    if (draft.is === "error") {
      plan.push(draft);
      continue;
    }
    const { identifier, name } = draft.told;
    const before = firstAt.get(identifier);
    if (before !== undefined) {
      const message = `标识符与第 ${before} 行相同，请只保留一行`;
      plan.push({ is: "error", rowNo: row.rowNo, identifier, name, problems: [{ column: "标识符", message }] });
      continue;
    }
    firstAt.set(identifier, row.rowNo);
    drafts.push(draft);
  }
  const after = new Map<string, Pick<DataElement, "identifier" | "name" | "synonyms" | "grain">>(standing);
  for (const { told } of drafts) after.set(told.identifier, told);
  const clashOf = claimsOf([...after.values()]);
  for (const draft of drafts) plan.push(compared(draft, input.regionCode, unitNames, clashOf));
  return { rows: plan.sort((a, b) => a.rowNo - b.rowNo), passedOver };
}

const onlyId = (units: readonly { id: string }[]): string | null =>
  units.length === 1 ? (units[0]?.id ?? null) : null;

/** The line with the number of rows that an export ends with. */
const isFoot = ({ cells }: TableRow) =>
  /^合计 \d+ 条/.test(cells[0] ?? "") && cells.slice(1).every((cell) => cell === "");

function readRow(
  { rowNo, cells }: TableRow,
  columns: ReadonlyMap<number, FileColumn>,
  standing: ReadonlyMap<string, DataElement>,
  unitIds: ReadonlyMap<string, string | null>,
): ({ is: "draft" } & Draft) | Extract<ImportRow, { is: "error" }> {
  const given: Record<string, unknown> = {};
  const problems: { column: string | null; message: string }[] = [];
  for (const [index, column] of columns) {
    const text = (cells[index] ?? "").trim();
    const cell = text === "" ? ({ is: "value", value: null } as const) : column.read(text, unitIds);
    if (cell.is === "value") given[column.field] = cell.value;
    else problems.push({ column: column.title, message: cell.message });
  }
  const identifier = DataElementInput.in.shape.identifier.safeParse(given.identifier ?? undefined);
  const known = identifier.success ? standing.get(identifier.data) : undefined;
  // A synonym list that is left blank is an empty one.
  if (given.synonyms === null) given.synonyms = [];
  const told = DataElementInput.safeParse({ ...(known && toldOf(known)), ...blankless(given) });
  for (const issue of told.error?.issues ?? []) {
    const column = FILE_COLUMNS.find(({ field }) => field === issue.path[0]);
    if (!problems.some((problem) => problem.column === column?.title))
      problems.push({ column: column?.title ?? null, message: issue.message });
  }
  if (told.success && problems.length === 0)
    return { is: "draft", row: { rowNo, cells }, told: told.data, standing: known };
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return { is: "error", rowNo, identifier: text(given.identifier), name: text(given.name), problems };
}

/** Identifier and name are never unknown: a blank one is absent, so that the input asks for it. */
function blankless({ identifier, name, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return {
    ...rest,
    ...(identifier !== undefined && { identifier: identifier ?? undefined }),
    ...(name !== undefined && { name: name ?? undefined }),
  };
}

function compared(
  { row: { rowNo }, told, standing }: Draft,
  regionCode: string,
  unitNames: ReadonlyMap<string, string>,
  clashOf: ReturnType<typeof claimsOf>,
): ImportRow {
  const { identifier, name } = told;
  const changes = standing === undefined ? [] : changesOf(toldOf(standing), told, unitNames);
  if (standing !== undefined && changes.length === 0)
    return { is: "same", rowNo, identifier, name, changes, told, target: null };
  const clash = clashOf(told);
  if (clash !== undefined)
    return {
      is: "error",
      rowNo,
      identifier,
      name,
      problems: [{ column: clash.name === name ? "名称" : "同义名", message: clashText(clash) }],
    };
  const own = standing?.own?.regionCode === regionCode ? standing.own : null;
  return {
    is: standing === undefined ? "added" : own === null ? "replaced" : "changed",
    rowNo,
    identifier,
    name,
    changes,
    told,
    target: own === null ? null : { id: own.id, version: own.version },
  };
}

/** What differs between two tellings of one data element, in the words of the columns; `unitNames` by the ids of units. */
export function changesOf(
  before: ToldDataElement,
  after: ToldDataElement,
  unitNames: ReadonlyMap<string, string>,
): ElementChange[] {
  const [told, now] = [cellTexts(before, unitNames), cellTexts(after, unitNames)];
  return FILE_COLUMNS.flatMap(({ title }, at) => {
    const [from, to] = [told[at] ?? "", now[at] ?? ""];
    return from === to ? [] : [{ column: title, from, to }];
  });
}
