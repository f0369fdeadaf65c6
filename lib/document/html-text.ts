import { Parser } from "htmlparser2";
import { DomainError } from "../errors.ts";
import type { Words } from "./docx-text.ts";
import { Flow } from "./flow.ts";
import { MAX_DEPTH } from "./limits.ts";
import { ordinal } from "./ordinal.ts";
import { tooDeep } from "./xml-events.ts";

const set = (names: string) => new Set(names.split(" "));
const LEFT_OUT = set(
  "script style noscript template nav footer aside svg math iframe object embed canvas audio video select button textarea input dialog map",
);
const BLOCKS = set(
  "address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary ul",
);
/** Names that pages give to what stands around the text. */
const AROUND = /^(nav|navbar|navigation|menu|breadcrumbs?|footer|copyright|share)$/i;
const CONTAINERS = set("div ul ol section");
const LIST_FORMATS: Record<string, string> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
  "1": "decimal",
};

type List = { next: number; step: number; format: string } | null;

/** The lines of a web page without what is not its text: scripts, styles, navigation, forms, what is hidden. */
export function htmlText(html: string): Words {
  const flow = new Flow(tidyLine);
  const lists: List[] = [];
  const heading: string[] = [];
  let depth = 0;
  let skipFrom: number | null = null;
  let preserved = 0;
  let inTitle = false;
  let pageTitle = "";
  let articleTitle = "";
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > MAX_DEPTH) throw tooDeep();
      if (name === "title" && skipFrom === null) inTitle = true;
      if (name === "meta" && attributes.name?.toLowerCase() === "articletitle") articleTitle = attributes.content ?? "";
      if (skipFrom !== null) return;
      if (LEFT_OUT.has(name) || isHidden(attributes) || (CONTAINERS.has(name) && isAround(attributes))) {
        skipFrom = depth;
        return;
      }
      if (BLOCKS.has(name) || name === "br") flow.endLine();
      if (name === "pre") preserved += 1;
      else if (name === "ol") lists.push(orderedList(attributes));
      else if (name === "ul") lists.push(null);
      else if (name === "li") flow.text(itemMark(lists, attributes));
      else if (name === "table") flow.openTable();
      else if (name === "tr") flow.openRow();
      else if (name === "td" || name === "th") flow.openCell();
    },
    onclosetag(name) {
      const at = depth;
      depth -= 1;
      if (name === "title") inTitle = false;
      if (skipFrom !== null) {
        if (at === skipFrom) skipFrom = null;
        return;
      }
      if (name === "h1") heading.push(tidyLine(flow.line));
      if (BLOCKS.has(name)) flow.endLine();
      if (name === "pre") preserved -= 1;
      else if (name === "ol" || name === "ul") lists.pop();
      else if (name === "table") flow.closeTable();
      else if (name === "tr") flow.closeRow();
      else if (name === "td" || name === "th") flow.closeCell();
    },
    ontext(text) {
      if (inTitle) pageTitle += text;
      else if (skipFrom === null && preserved === 0) flow.text(text);
      else if (skipFrom === null) {
        for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
          if (index > 0) flow.endLine();
          flow.text(line);
        }
      }
    },
  });
  parser.end(html);
  const lines = flow.finish();
  if (lines.length === 0)
    throw new DomainError("invalid", "网页里没有文字（可能要联网才显示），请打开网页后把正文复制粘贴过来");
  const titles = [articleTitle, heading.find((line) => line !== "") ?? "", siteless(tidyLine(pageTitle))];
  return { lines, title: titles.map((title) => title.trim()).find((title) => title !== "") ?? null, notes: [] };
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
/** White space as a browser shows it, save that a line break between Chinese characters is none. */
function tidyLine(line: string): string {
  return line
    .replace(/[ \t\r\n\f]+/g, (white, at: number) => {
      const isWrap = white.includes("\n") && WIDE.test(line[at - 1] ?? "") && WIDE.test(line[at + white.length] ?? "");
      return isWrap ? "" : " ";
    })
    .replace(/[\u00a0\u2002\u2003\u3000]/g, " ")
    .trim();
}

function isHidden(attributes: Record<string, string>): boolean {
  return (
    attributes.hidden !== undefined ||
    attributes.role === "navigation" ||
    /(display\s?:\s?none|visibility\s?:\s?hidden)/i.test(attributes.style ?? "")
  );
}

function isAround(attributes: Record<string, string>): boolean {
  return [attributes.id ?? "", ...(attributes.class ?? "").split(/\s+/)].some((name) => AROUND.test(name));
}

function orderedList({ start, type, reversed }: Record<string, string>): List {
  const first = /^-?\d{1,6}$/.test(start ?? "") ? Number(start) : 1;
  return {
    next: first,
    step: reversed === undefined ? 1 : -1,
    format: LIST_FORMATS[type ?? "1"] ?? "decimal",
  };
}

function itemMark(lists: readonly List[], { value }: Record<string, string>): string {
  const list = lists.at(-1);
  if (!list) return "• ";
  if (/^-?\d{1,6}$/.test(value ?? "")) list.next = Number(value);
  const mark = `${ordinal(list.next, list.format)}. `;
  list.next += list.step;
  return mark;
}

/** The title without the site's name after it: "关于…的通知_某某县人民政府" is "关于…的通知". */
function siteless(title: string): string {
  return (title.split(/\s*[_|｜]\s*|\s+[-–—]+\s+/)[0] ?? "").trim();
}
