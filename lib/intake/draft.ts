import { endedQuestion } from "../asset/contradictions.ts";
import { FIELDS } from "../asset/fields.ts";
import { assetKey, normalizedName } from "../asset/key.ts";
import { BOARD_LABEL, type Board, WORK_LINE_LABEL, type WorkLine } from "../asset/vocabulary.ts";
import { parseRegionCode, regionWithin } from "../region/region.ts";
import { cellName, isCellError } from "../table/table.ts";
import { creditCodeWarning } from "../unit/credit-code.ts";
import { isUnknownWord, type Parsed } from "./cell.ts";
import type { RowProblem } from "./outcome.ts";
import { cellRefusal, parseCell, parseText } from "./parse-cell.ts";
import { parseBoolean, parseChoice } from "./parse-choice.ts";
import type { Cells, Setup } from "./setup.ts";

/** What a row says of an item; null and absent mean that the row does not say. */
export type Draft = {
  name: string;
  ownerName: string | null;
  creditCode: string | null;
  workLine: WorkLine | null;
  board: Board | null;
  attributes: Readonly<Record<string, unknown>>;
  /** Columns that the catalogue does not know, word for word. */
  extra: Readonly<Record<string, string>>;
  /** The field of the form that the row is about, where a ledger has one row a field. */
  field: { label: string; technical: boolean } | null;
};

export type DraftedRow = {
  rowNo: number;
  cells: Cells;
  /** Where the item lies and its key; null when the row does not tell. */
  regionCode: string | null;
  key: string | null;
  /** Null when the row is rejected. */
  draft: Draft | null;
  problems: RowProblem[];
};

const TOTALS = new Set(["合计", "总计", "小计", "共计", "合 计", "总 计"].map(normalizedName));
const REGION_MEND = "请核对代码，或在导入设置里选择“统一归口”";

/** Reads one row; every doubt becomes a problem that names the column, the value and the mend. Errors leave no draft. */
export function draftRow(rowNo: number, cells: Cells, setup: Setup): DraftedRow {
  const reader = new RowReader(rowNo, cells, setup);
  const draft = reader.draft();
  return {
    rowNo,
    cells,
    regionCode: reader.regionCode,
    key: reader.key,
    draft: reader.problems.some((problem) => problem.level === "error") ? null : draft,
    problems: reader.problems,
  };
}

class RowReader {
  readonly problems: RowProblem[] = [];
  regionCode: string | null = null;
  key: string | null = null;
  private readonly rowNo: number;
  private readonly cells: Cells;
  private readonly setup: Setup;

  constructor(rowNo: number, cells: Cells, setup: Setup) {
    this.rowNo = rowNo;
    this.cells = cells;
    this.setup = setup;
  }

  draft(): Draft | null {
    this.refuseSurplus();
    const name = this.name();
    const ownerName = this.owner();
    const attributes = this.attributes();
    const extra = this.extra();
    this.region(attributes, extra);
    const fieldLabel = this.one("fieldLabel", (text) => parseText(text));
    const technical = this.one("fieldTechnical", parseBoolean);
    const workLine = this.one("workLine", (text) => parseChoice("workLine", WORK_LINE_LABEL, text));
    const board = this.one("board", (text) => parseChoice("board", BOARD_LABEL, text));
    const creditCode = this.creditCode(extra);
    if (name === null) return null;
    this.key = assetKey({
      kind: this.setup.kind,
      name,
      ownerName,
      formNumber: textOf(attributes.formNumber),
      system: textOf(attributes.system),
      platform: textOf(attributes.platform),
      regionText: textOf(attributes.regionText),
    });
    return {
      name,
      ownerName,
      creditCode,
      workLine: workLine as WorkLine | null,
      board: board as Board | null,
      attributes,
      extra,
      field: fieldLabel === null ? null : { label: fieldLabel, technical: technical ?? false },
    };
  }

  private name(): string | null {
    const column = this.columnsFor("name")[0] ?? "名称";
    const name = this.one("name", (text) => parseText(text));
    if (name === null) {
      if (!this.hasError(column)) this.error(column, "", "名称是空的", "请填写名称；如果是空行或说明行，请删除这一行");
      return null;
    }
    if (TOTALS.has(normalizedName(name))) {
      this.error(column, name, "这是合计行，不是条目", "请删除这一行");
      return null;
    }
    return name;
  }

  private owner(): string | null {
    const { ownUnit } = this.setup;
    const column = this.columnsFor("owner")[0] ?? "主办单位";
    const owner = this.one("owner", (text) => parseText(text));
    if (!ownUnit) return owner;
    if (owner !== null && normalizedName(owner) !== normalizedName(ownUnit.name)) {
      this.error(column, owner, `您只能导入本单位（${ownUnit.name}）的条目`, "请删除这一行，或把单位改为本单位、留空");
    }
    return ownUnit.name;
  }

  private attributes(): Record<string, unknown> {
    const { kind } = this.setup;
    const attributes: Record<string, unknown> = {};
    for (const [field, spec] of Object.entries(FIELDS[kind])) {
      if (field === "regionText") continue;
      const found = this.one(field, (text, column) => parseCell(field, spec, text, column));
      if (found !== null) attributes[field] = found;
    }
    const places = this.columnsFor("regionText").flatMap((column) => {
      const text = this.read(column, (written) => parseText(written));
      return text === null ? [] : [text];
    });
    if (places.length > 0) attributes.regionText = joinPlaces(places);
    this.askWhetherEnded(textOf(attributes.statusText));
    return attributes;
  }

  private askWhetherEnded(statusText: string | null): void {
    const column = this.columnsFor("statusText")[0];
    if (column === undefined || statusText === null || endedQuestion(statusText) === undefined) return;
    this.warn(
      column,
      statusText,
      "状态说明像是已停止，条目仍按“在用”登记",
      "请核实；确已停止的，提交后在条目页改状态，或列入评审",
    );
  }

  private extra(): Record<string, string> {
    const extra: Record<string, string> = {};
    for (const column of this.columnsFor("")) {
      const text = this.cells[column] ?? "";
      if (text === "") continue;
      const refusal = cellRefusal(text);
      if (refusal) this.warn(column, text, this.at(column, refusal.message), `${refusal.mend}；本列没有登记`);
      else extra[column] = text;
    }
    return extra;
  }

  /** Sets `regionCode`; a code that is not used as the place is kept as text. */
  private region(attributes: Record<string, unknown>, extra: Record<string, string>): void {
    const { assignRegion, batchRegion, ownUnit, scope } = this.setup;
    const column = this.columnsFor("regionCode")[0];
    const written = column === undefined ? "" : (this.cells[column] ?? "");
    this.regionCode = batchRegion;
    if (column === undefined || isUnknownWord(written)) return;
    if (assignRegion) {
      if (attributes.regionText === undefined) attributes.regionText = written;
      else extra[column] = written;
      return;
    }
    this.regionCode = null;
    const refusal = cellRefusal(written);
    const code = parseRegionCode(written.normalize("NFKC"));
    if (refusal) this.error(column, written, this.at(column, refusal.message), refusal.mend);
    else if (code === undefined)
      this.error(column, written, "不是区划代码（应为 2、4、6、9 或 12 位数字）", REGION_MEND);
    else if (ownUnit && code !== ownUnit.regionCode) {
      this.error(column, written, "与本单位所在的区划不同", "请改为本单位所在的区划代码，或留空");
    } else if (!regionWithin(code, scope)) {
      this.error(column, written, "不在您管辖的区划范围内", REGION_MEND);
    } else this.regionCode = code;
  }

  private creditCode(extra: Record<string, string>): string | null {
    const column = this.columnsFor("creditCode")[0];
    const code = this.one("creditCode", (text) => parseText(text.normalize("NFKC").toUpperCase()));
    if (code === null || column === undefined) return null;
    const warning = creditCodeWarning(code);
    if (warning) this.warn(column, code, `统一社会信用代码${warning}`, "请与登记证书核对；不影响导入");
    extra[column] = code;
    return code;
  }

  private refuseSurplus(): void {
    const known = new Set(this.setup.columns);
    const surplus = Object.keys(this.cells).filter((column) => !known.has(column));
    if (surplus.length === 0) return;
    const column = surplus[0] as string;
    this.error(
      column,
      this.cells[column] as string,
      `本行比表头多出 ${surplus.length} 列`,
      "多半是单元格里的逗号没有加引号，请检查这一行，或给多出的列补上列名",
    );
  }

  private columnsFor(target: string): string[] {
    return this.setup.columns.filter((column) => this.setup.mapping[column] === target);
  }

  private one<T>(target: string, parse: (text: string, column: string) => Parsed<T>): T | null {
    const column = this.columnsFor(target)[0];
    return column === undefined ? null : this.read(column, parse);
  }

  private read<T>(column: string, parse: (text: string, column: string) => Parsed<T>): T | null {
    const text = this.cells[column] ?? "";
    const parsed = cellRefusal(text) ?? (isUnknownWord(text) ? ({ is: "unknown" } as const) : parse(text, column));
    if (parsed.is === "wrong") {
      this.error(column, text, isCellError(text) ? this.at(column, parsed.message) : parsed.message, parsed.mend);
      return null;
    }
    if (parsed.is === "unknown") return null;
    if (parsed.warning) this.warn(column, text, parsed.warning.message, parsed.warning.mend);
    return parsed.value;
  }

  private at(column: string, message: string): string {
    return `单元格 ${cellName(this.setup.columns.indexOf(column), this.rowNo)} ${message}`;
  }

  private hasError(column: string): boolean {
    return this.problems.some((problem) => problem.level === "error" && problem.column === column);
  }

  private error(column: string, text: string, message: string, mend: string): void {
    this.problems.push({ level: "error", column, value: text, message, mend });
  }

  private warn(column: string, text: string, message: string, mend: string): void {
    this.problems.push({ level: "warning", column, value: text, message, mend });
  }
}

const textOf = (of: unknown): string | null => (typeof of === "string" ? of : null);

/** "福建省", "福建省福州市", "鼓楼区" become one text in which nothing is said twice. */
function joinPlaces(places: readonly string[]): string {
  return places.reduce((joined, place) =>
    place.startsWith(joined) ? place : joined.endsWith(place) ? joined : joined + place,
  );
}
