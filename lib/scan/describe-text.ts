import { titleOf } from "../document/title.ts";
import { MAX_TITLE } from "./inputs.ts";
import type { TextKind } from "./vocabulary.ts";

/** What a text says of itself. */
export type TextDescription = {
  title: string;
  /** 发文字号, as written; null where there is none. */
  number: string | null;
  /** The day under its end, an ISO day; null where there is none. */
  day: string | null;
  kind: TextKind;
};

/** Lines at the head and at the end of a text that are looked at. */
const HEAD = 12;
const TAIL = 12;
const NUMBER = /[\p{L}]{1,20}[〔[（(【]\s?20\d{2}\s?[〕\]）)】]\s?第?\s?\d{1,5}\s?号/u;
const DAY = /(20\d{2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/;

/** Proposes title, number, day and kind of a text from its first and last lines; a file's name stands in for a title that it lacks. */
export function describeText(content: string, fileName?: string | null): TextDescription {
  const head = lines(content.slice(0, 4000)).slice(0, HEAD);
  const tail = lines(content.slice(-4000)).slice(-TAIL);
  const title = titleOf(head) ?? fromFileName(fileName) ?? head[0] ?? "未命名文本";
  const shown = title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE - 1)}…` : title;
  return {
    title: shown,
    number: head.map((line) => NUMBER.exec(line)?.[0]).find((found) => found !== undefined) ?? null,
    day: dayAmong(tail) ?? null,
    kind: kindOf(shown, head),
  };
}

/** The units whose name stands under the end of a text, or in its title: who issued it, as far as its words tell. */
export function issuersAmong<U extends { name: string }>(content: string, units: readonly U[]): U[] {
  const tail = lines(content.slice(-4000)).slice(-TAIL).map(bare);
  const signed = units.filter((unit) => tail.includes(bare(unit.name)));
  if (signed.length > 0) return signed;
  const head = lines(content.slice(0, 4000)).slice(0, 4).map(bare);
  return units.filter((unit) => head.some((line) => line.startsWith(bare(unit.name))));
}

const bare = (line: string) => line.normalize("NFKC").replace(/\s+/g, "");

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function fromFileName(fileName: string | null | undefined): string | undefined {
  const name = fileName
    ?.split(/[\\/]/)
    .at(-1)
    ?.replace(/\.[A-Za-z]{2,5}$/, "")
    .trim();
  return name === undefined || name === "" ? undefined : name;
}

function dayAmong(tail: readonly string[]): string | undefined {
  for (const line of [...tail].reverse()) {
    const match = DAY.exec(line.normalize("NFKC"));
    if (match === null) continue;
    const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
    const at = new Date(Date.UTC(year, month - 1, day));
    if (at.getUTCMonth() === month - 1 && at.getUTCDate() === day) return at.toISOString().slice(0, 10);
  }
  return undefined;
}

function kindOf(title: string, head: readonly string[]): TextKind {
  if (/考核|评分|考评|计分|扣分/.test(title)) return "scheme";
  if (/群公告/.test(title) || head.some((line) => /@所有人|群公告|各位群友|【群主】/.test(line)))
    return "group_announcement";
  if (/反映|座谈|调研|投诉|访谈|留言/.test(title)) return "report";
  if (/通知|通报|方案|函|意见|公告|提示/.test(title)) return "notice";
  return "other";
}
