/** What a number in a text measures. */
export const FIGURE_KINDS = [
  "percent",
  "duration",
  "distance",
  "times",
  "sheets",
  "place",
  "points",
  "people",
  "money",
  "clock",
  "date",
  "frequency",
  "count",
] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** A number with its unit and the words that bound it (不少于5张), in the normalised text. */
export type Figure = { kind: FigureKind; start: number; end: number };

const DIGITS = "0123456789";
const NUMERALS = "零〇一二两三四五六七八九十百千万亿半几";
/** Longer runs of digits are telephone numbers and codes. */
const LONGEST_NUMBER = 9;

/** Units after a number; the longer first where one begins another. */
const UNITS: readonly (readonly [string, FigureKind])[] = [
  ["个百分点", "percent"],
  ["%", "percent"],
  ["成", "percent"],
  ["个小时", "duration"],
  ["小时", "duration"],
  ["个钟头", "duration"],
  ["钟头", "duration"],
  ["分钟", "duration"],
  ["个学时", "duration"],
  ["学时", "duration"],
  ["课时", "duration"],
  ["秒", "duration"],
  ["多小时", "duration"],
  ["多分钟", "duration"],
  ["多个小时", "duration"],
  ["来分钟", "duration"],
  ["公里", "distance"],
  ["千米", "distance"],
  ["米", "distance"],
  ["里", "distance"],
  ["步", "distance"],
  ["次", "times"],
  ["回", "times"],
  ["遍", "times"],
  ["轮", "times"],
  ["趟", "times"],
  ["张", "sheets"],
  ["幅", "sheets"],
  ["余张", "sheets"],
  ["多张", "sheets"],
  ["名", "place"],
  ["位", "place"],
  ["强", "place"],
  ["分", "points"],
  ["人", "people"],
  ["户", "people"],
  ["元", "money"],
  ["块钱", "money"],
  ["点", "clock"],
  ["时", "clock"],
  ["日", "date"],
  ["月", "date"],
  ["号", "date"],
  ["个", "count"],
  ["条", "count"],
  ["篇", "count"],
  ["套", "count"],
  ["家", "count"],
  ["份", "count"],
  ["款", "count"],
  ["余个", "count"],
  ["多个", "count"],
  ["来个", "count"],
];
const UNITS_BY_FIRST = new Map<string, (readonly [string, FigureKind])[]>();
for (const unit of UNITS) {
  const first = unit[0].charAt(0);
  UNITS_BY_FIRST.set(
    first,
    [...(UNITS_BY_FIRST.get(first) ?? []), unit].sort((one, other) => other[0].length - one[0].length),
  );
}

const BOUNDS = [
  "不得少于",
  "不能少于",
  "不可少于",
  "不低于",
  "不得低于",
  "不能低于",
  "不少于",
  "至少",
  "不超过",
  "超过",
  "达到",
  "不足",
  "低于",
  "少于",
  "最低",
];
const RANKS = ["倒数第", "前", "后", "末", "第", "倒数"];
const EVERY = [
  "天",
  "日",
  "周",
  "月",
  "季度",
  "季",
  "年",
  "旬",
  "晚",
  "班",
  "半年",
  "半月",
  "星期",
  "小时",
  "学期",
  "人",
  "次",
];
/** Of these 按 makes a rhythm (按月); 按人 does not. */
const PERIODS: readonly string[] = ["天", "日", "周", "月", "季度", "季", "年", "旬", "班"];
const TWICE = ["早晚", "天天", "周周", "月月", "日日", "早中晚", "一早一晚", "上下午"];
/** Shares that are said without a number. */
const SHARES = ["全覆盖", "百分百", "一半", "过半", "半数", "多数"];

/** What a unit can be to a figure: all others are passed over at once. */
const NUMBER = 1;
const RHYTHM = 2;
const WORD = 4;
const ROLE = new Uint8Array(0x10000);
const give = (words: Iterable<string>, role: number) => {
  for (const word of words) ROLE[word.charCodeAt(0)] = (ROLE[word.charCodeAt(0)] as number) | role;
};
give(DIGITS, NUMBER);
give(NUMERALS, NUMBER);
give("每逐按", RHYTHM);
give([...SHARES, ...TWICE, "百分之", "一天", "一日"], WORD);

/** All numbers with a unit, rates and frequencies of a normalised text, by rising start; linear. */
export function figuresOf(text: string): Figure[] {
  const found: Figure[] = [];
  for (let at = 0; at < text.length; at++) {
    const role = ROLE[text.charCodeAt(at)] as number;
    if (role === 0) continue;
    const figure =
      ((role & RHYTHM) !== 0 ? rhythmAt(text, at) : undefined) ??
      ((role & WORD) !== 0 ? wordAt(text, at) : undefined) ??
      ((role & NUMBER) !== 0 ? numberAt(text, at) : undefined);
    if (figure === undefined) continue;
    found.push(figure);
    at = figure.end - 1;
  }
  return found;
}

function rhythmAt(text: string, at: number): Figure | undefined {
  const length = text.charAt(at + 1) === "个" ? 2 : 1;
  const every = EVERY.find((word) => text.startsWith(word, at + length));
  if (every === undefined || (text.charAt(at) === "按" && !PERIODS.includes(every))) return undefined;
  return { kind: "frequency", start: at, end: at + length + every.length };
}

function wordAt(text: string, at: number): Figure | undefined {
  const next = text.charAt(at + 1);
  if (text.charAt(at) === "一" && (next === "天" || next === "日") && !text.startsWith("一日", at + 2))
    return { kind: "frequency", start: at, end: at + 2 };
  const twice = TWICE.find((word) => text.startsWith(word, at));
  if (twice !== undefined) return { kind: "frequency", start: at, end: at + twice.length };
  const share = SHARES.find((word) => text.startsWith(word, at));
  if (share !== undefined) return { kind: "percent", start: at, end: at + share.length };
  if (!text.startsWith("百分之", at)) return undefined;
  const end = numberEnd(text, at + 3);
  return end > at + 3 ? { kind: "percent", start: boundStart(text, at), end } : undefined;
}

function numberAt(text: string, at: number): Figure | undefined {
  // Inside a run that was no number, because it is too long.
  if (at > 0 && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at))) return undefined;
  const end = numberEnd(text, at);
  if (end === at) return undefined;
  const clock = text.charAt(end) === ":" && end - at <= 2 && numberEnd(text, end + 1) === end + 3;
  return clock ? { kind: "clock", start: at, end: end + 3 } : withUnit(text, at, end);
}

function withUnit(text: string, at: number, end: number): Figure | undefined {
  const after = text.charAt(end);
  const from = after !== "" && "多余来几".includes(after) ? end + 1 : end;
  const unit = UNITS_BY_FIRST.get(text.charAt(from))?.find(([word]) => text.startsWith(word, from));
  if (unit === undefined) return undefined;
  const [word, kind] = unit;
  const stop = from + word.length;
  if (kind === "place") {
    const rank = RANKS.find((prefix) => at >= prefix.length && text.startsWith(prefix, at - prefix.length));
    return rank === undefined
      ? { kind: "people", start: boundStart(text, at), end: stop }
      : { kind: "place", start: at - rank.length, end: stop };
  }
  const start = boundStart(text, at);
  // 一个 is an article, not a count.
  if (kind === "count" && start === at && end === at + 1 && "一1".includes(text.charAt(at))) return undefined;
  return kind === "duration" ? duration(text, { start, number: at, numberEnd: end, stop }) : { kind, start, end: stop };
}

/** 十分钟内 is a deadline, 每两小时 a rhythm, 24小时 all day: none of them is an amount of time to spend. */
function duration(
  text: string,
  { start, number, numberEnd, stop }: { start: number; number: number; numberEnd: number; stop: number },
): Figure {
  const next = text.charAt(stop);
  if (next === "内" || ((next === "以" || next === "之") && text.charAt(stop + 1) === "内"))
    return { kind: "clock", start, end: stop };
  if (text.slice(number, numberEnd) === "24") return { kind: "clock", start, end: stop };
  if (start > 0 && text.charAt(start - 1) === "每") return { kind: "frequency", start: start - 1, end: stop };
  if (start > 1 && text.startsWith("每隔", start - 2)) return { kind: "frequency", start: start - 2, end: stop };
  return { kind: "duration", start, end: stop };
}

/** End of the number that begins here, `at` itself when none does or it is too long. */
function numberEnd(text: string, at: number): number {
  let end = at;
  while (end - at <= LONGEST_NUMBER) {
    const unit = text.charCodeAt(end);
    const inside = (unit === POINT || unit === COMMA) && end > at && isDigit(text.charCodeAt(end + 1));
    if (!inside && ((ROLE[unit] ?? 0) & NUMBER) === 0) break;
    end++;
  }
  return end - at > LONGEST_NUMBER ? at : end;
}

const POINT = 46;
const COMMA = 44;

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Where the words before a number that bound it (不少于) begin. */
function boundStart(text: string, at: number): number {
  if (at === 0 || !BOUND_ENDS.includes(text.charAt(at - 1))) return at;
  const bound = BOUNDS.find((word) => at >= word.length && text.startsWith(word, at - word.length));
  return bound === undefined ? at : at - bound.length;
}

const BOUND_ENDS = BOUNDS.map((word) => word.charAt(word.length - 1)).join("");
