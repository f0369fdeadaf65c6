import type { NormalText } from "../text/normalise.ts";

/** How applications are named: 巡山通, 云岭办, 健康码, 智慧村务. */
const LAST = "通办码云宝网线家眼e";
const FIRST = ["智慧", "掌上", "数字", "云上", "指尖", "互联网"];
/** What is done to applications and to nothing else in quotation marks. */
const VERBS = ["下载", "安装", "注册", "激活", "登录", "绑定"];
const OPENERS = "“「『";
const CURLY = OPENERS.charCodeAt(0);
const CORNER = OPENERS.charCodeAt(1);
const DOUBLE_CORNER = OPENERS.charCodeAt(2);
const CLOSERS = "”」』";
const LONGEST_NAME = 10;
/** With blanks between its characters. */
const LONGEST_QUOTE = 24;

/** Names in quotation marks that sound like an application's, as stretches of the normalised text; rising, linear. */
export function quotedNames(text: string, { text: normal, at }: NormalText): { start: number; end: number }[] {
  const names: { start: number; end: number }[] = [];
  for (let open = 0; open < text.length; open++) {
    const unit = text.charCodeAt(open);
    if (unit !== CURLY && unit !== CORNER && unit !== DOUBLE_CORNER) continue;
    const inner = text.slice(open + 1, open + 1 + LONGEST_QUOTE);
    const length = inner.indexOf(CLOSERS.charAt(OPENERS.indexOf(text.charAt(open))));
    if (length < 2) continue;
    const start = firstAtOrAfter(at, open + 1);
    const end = firstAtOrAfter(at, open + 1 + length);
    if (end - start > LONGEST_NAME || !isName(normal, start, end)) continue;
    names.push({ start, end });
    open += length;
  }
  return names;
}

function isName(normal: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  const name = normal.slice(start, end);
  return (
    LAST.includes(name.charAt(name.length - 1)) ||
    FIRST.some((word) => name.startsWith(word)) ||
    VERBS.includes(normal.slice(Math.max(0, start - 2), start))
  );
}

/** Offset in the normalised text of the first unit that comes from `offset` or later. */
function firstAtOrAfter(at: Int32Array, offset: number): number {
  let low = 0;
  let high = at.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
