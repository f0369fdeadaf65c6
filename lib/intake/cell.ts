/** What a cell comes to. "wrong" rejects its row; a warning does not. */
export type Parsed<T> =
  | { is: "unknown" }
  | { is: "value"; value: T; warning?: { message: string; mend: string } }
  | { is: "wrong"; message: string; mend: string };

export const UNKNOWN = { is: "unknown" } as const;
export const value = <T>(of: T, warning?: { message: string; mend: string }): Parsed<T> =>
  warning ? { is: "value", value: of, warning } : { is: "value", value: of };
export const wrong = (message: string, mend: string) => ({ is: "wrong", message, mend }) as const;

/** Words that people write where they do not know; "无" is not one of them: it says that there is none. */
const UNKNOWN_WORDS = new Set([
  "",
  "/",
  "\\",
  "-",
  "--",
  "—",
  "——",
  "?",
  "??",
  "不详",
  "未知",
  "暂无",
  "不清楚",
  "未填",
  "未填写",
  "待核实",
  "待补充",
  "空",
  "n/a",
  "null",
  "无数据",
  "暂无数据",
]);

/** Width, case and white space evened out, for comparing; what is stored as text stays as written. */
export const plain = (text: string) => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

export function isUnknownWord(text: string): boolean {
  return UNKNOWN_WORDS.has(plain(text));
}
