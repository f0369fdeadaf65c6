import { sameValue } from "../asset/change.ts";
import { FORM_FIELDS } from "../asset/fields/form.ts";
import type { Draft, DraftedRow } from "./draft.ts";
import type { PlacedField } from "./match-fields.ts";
import type { RowProblem } from "./outcome.ts";

/** What a file says of one item: one row, or the rows of one form where a ledger has a row a field. */
export type ItemGroup = {
  regionCode: string | null;
  key: string | null;
  rows: GroupedRow[];
  /** Null when every row is rejected. */
  draft: Omit<Draft, "field"> | null;
};

/** A rejected row still counts for the places of the others. */
export type GroupedRow = DraftedRow & { field: PlacedField | null };

/** Puts neighbouring rows about the same form together; any other row stands alone. Keeps no more than one form in memory. */
export async function* groupRows(
  rows: AsyncIterable<DraftedRow> | Iterable<DraftedRow>,
  hasFieldRows: boolean,
): AsyncGenerator<ItemGroup, void, undefined> {
  let held: DraftedRow[] = [];
  for await (const row of rows) {
    const first = held[0];
    const joins =
      first !== undefined &&
      hasFieldRows &&
      row.key !== null &&
      row.key === first.key &&
      row.regionCode === first.regionCode;
    if (first !== undefined && !joins) {
      yield group(held);
      held = [];
    }
    held.push(row);
  }
  if (held.length > 0) yield group(held);
}

function group(rows: DraftedRow[]): ItemGroup {
  const { regionCode, key } = rows[0] as DraftedRow;
  let merged: Omit<Draft, "field"> | null = null;
  let mergedFrom = 0;
  const perField = new Map<string, { label: string; text: string }[]>();
  const grouped: GroupedRow[] = [];
  rows.forEach((row, index) => {
    const next: GroupedRow = { ...row, field: null };
    grouped.push(next);
    if (row.draft === null) return;
    if (rows.length > 1 && row.draft.field === null && index > 0) {
      const problem = repeatedRow(row, rows[0] as DraftedRow);
      next.problems = [...row.problems, problem];
      if (problem.level === "error") next.draft = null;
      return;
    }
    const { field, ...said } = row.draft;
    const conflict = merged && conflictBetween(merged, said);
    if (conflict) {
      next.problems = [...row.problems, { ...conflict, message: `${conflict.message}（见第 ${mergedFrom} 行）` }];
      next.draft = null;
      return;
    }
    merged = merged ? join(merged, said) : said;
    mergedFrom ||= row.rowNo;
    if (field) {
      next.field = { position: index + 1, ...field };
      for (const [column, text] of Object.entries({ ...said.extra, ...noteOf(said) })) {
        perField.set(column, [...(perField.get(column) ?? []), { label: field.label, text }]);
      }
    }
  });
  return {
    regionCode,
    key,
    rows: grouped,
    draft: merged && withFieldTexts(merged, perField, grouped.filter((row) => row.field).length),
  };
}

const noteOf = (said: Omit<Draft, "field">) =>
  typeof said.attributes.note === "string" ? { note: said.attributes.note } : {};

function repeatedRow(row: DraftedRow, first: DraftedRow): RowProblem {
  return sameValue(row.draft, first.draft)
    ? {
        level: "warning",
        column: "",
        value: row.draft?.name ?? "",
        message: `与第 ${first.rowNo} 行完全相同`,
        mend: "请删除重复的行",
      }
    : {
        level: "error",
        column: "",
        value: row.draft?.name ?? "",
        message: `与第 ${first.rowNo} 行是同一条目，内容却不同`,
        mend: "请只保留正确的一行",
      };
}

/** The first thing that two rows of one form say differently; remarks and unknown columns may differ from field to field. */
function conflictBetween(a: Omit<Draft, "field">, b: Omit<Draft, "field">): RowProblem | undefined {
  const flat = (draft: Omit<Draft, "field">): Record<string, unknown> => {
    const { note: _note, ...attributes } = draft.attributes;
    const labelled = Object.entries(attributes).map(([key, of]) => [labelOf(key), of]);
    return {
      名称: draft.name,
      主办单位: draft.ownerName,
      条线: draft.workLine,
      板块: draft.board,
      ...Object.fromEntries(labelled),
    };
  };
  const left = flat(a);
  for (const [column, to] of Object.entries(flat(b))) {
    const from = left[column] ?? null;
    if (from !== null && to !== null && !sameValue(from, to)) {
      return {
        level: "error",
        column,
        value: String(to),
        message: `同一张表单的“${column}”前后不一致，前面是“${from}”`,
        mend: "请改成一致",
      };
    }
  }
  return undefined;
}

const labelOf = (key: string) => (key in FORM_FIELDS ? FORM_FIELDS[key as keyof typeof FORM_FIELDS].label : key);

function join(a: Omit<Draft, "field">, b: Omit<Draft, "field">): Omit<Draft, "field"> {
  return {
    name: a.name,
    ownerName: a.ownerName ?? b.ownerName,
    creditCode: a.creditCode ?? b.creditCode,
    workLine: a.workLine ?? b.workLine,
    board: a.board ?? b.board,
    attributes: { ...b.attributes, ...a.attributes },
    extra: { ...b.extra, ...a.extra },
  };
}

/** Texts that differ from field to field are kept as lines "字段：文字", so that none is lost. */
function withFieldTexts(
  draft: Omit<Draft, "field">,
  perField: Map<string, { label: string; text: string }[]>,
  fields: number,
): Omit<Draft, "field"> {
  const extra: Record<string, string> = { ...draft.extra };
  const attributes: Record<string, unknown> = { ...draft.attributes };
  for (const [column, texts] of perField) {
    if (texts.length === fields && texts.every(({ text }) => text === texts[0]?.text)) continue;
    const lines = texts.map(({ label, text }) => `${label}：${text}`).join("\n");
    if (column === "note") attributes.note = lines;
    else extra[column] = lines;
  }
  return { ...draft, attributes, extra };
}
