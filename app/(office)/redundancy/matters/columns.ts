import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import type { EntryRow, MatterRow } from "./load-matters.ts";

/** How an entry came to be of the matter: in which words it says so, or by which function that was concluded. */
export function wordsText({ name }: Pick<MatterRow, "name">, { words, isInferred }: EntryRow): string {
  if (isInferred) return `按功能“${words}”推断，待核`;
  return words === name ? "同名" : `叫“${words}”`;
}

type Column = {
  title: string;
  width: number;
  value: (row: { matter: MatterRow; entry: EntryRow }) => string | number | null;
};

/** The columns of the workbook: one row an item of a matter. */
export const EXPORT_COLUMNS: readonly Column[] = [
  { title: "事项", width: 22, value: ({ matter }) => matter.name },
  { title: "同一单位最多进的系统数", width: 20, value: ({ matter }) => matter.met.systems },
  { title: "另按功能推断（待核）", width: 20, value: ({ matter }) => matter.met.inferred },
  { title: "条目", width: 30, value: ({ entry }) => entry.name },
  { title: "种类", width: 16, value: ({ entry }) => ASSET_KIND_LABEL[entry.kind] },
  { title: "录入的系统", width: 24, value: ({ entry }) => entry.system },
  { title: "主办单位", width: 24, value: ({ entry }) => entry.unitName },
  { title: "在条目里的叫法", width: 28, value: ({ matter, entry }) => wordsText(matter, entry) },
  {
    title: "年负担（小时，应用含其全部事项）",
    width: 28,
    value: ({ entry }) => (entry.hours === null ? null : Math.round(entry.hours * 10) / 10),
  },
];
