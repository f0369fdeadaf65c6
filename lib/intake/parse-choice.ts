import { type Parsed, plain, value, wrong } from "./cell.ts";
import { CHOICE_ALIASES } from "./choice-aliases.ts";

const YES = new Set(["是", "有", "√", "✓", "✔", "☑", "true", "yes", "y", "1", "已", "对", "具备", "需要", "能"]);
const NO = new Set([
  "否",
  "无",
  "×",
  "✗",
  "✘",
  "x",
  "false",
  "no",
  "n",
  "0",
  "未",
  "没有",
  "不",
  "不是",
  "不具备",
  "不需要",
  "不能",
]);

export function parseBoolean(text: string): Parsed<boolean> {
  const word = plain(text);
  if (YES.has(word) || /^已\S{1,6}$/.test(word)) return value(true);
  if (NO.has(word) || /^(未|没有?|尚未|不)\S{1,6}$/.test(word)) return value(false);
  return wrong("不是“是”或“否”", "请填“是”或“否”，不清楚时留空");
}

/** One of `options` (code -> label), by its label, its code, or a word that ledgers use for it. */
export function parseChoice(field: string, options: Readonly<Record<string, string>>, text: string): Parsed<string> {
  const word = plain(text);
  for (const [code, label] of Object.entries(options)) {
    if (word === code || word === plain(label)) return value(code);
  }
  const alias = CHOICE_ALIASES[field]?.[word];
  if (alias !== undefined && alias in options) return value(alias);
  return wrong("不在可选范围内", `可填：${Object.values(options).join("、")}；不清楚时留空`);
}

export const splitWords = (text: string) =>
  text
    .split(/[、,，;；/|\n]+/)
    .map((word) => word.trim())
    .filter((word) => word !== "");

/** Several of `options`, separated by 、 or the like; one that is not among them rejects the cell. */
export function parseChoices(field: string, options: Readonly<Record<string, string>>, text: string): Parsed<string[]> {
  const codes = new Set<string>();
  for (const word of splitWords(text)) {
    const choice = parseChoice(field, options, word);
    if (choice.is === "wrong") return wrong(`“${word}”${choice.message}`, choice.mend);
    if (choice.is === "value") codes.add(choice.value);
  }
  return value([...codes].sort());
}
