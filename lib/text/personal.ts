/** Numbers that tell one person, and that no judgement needs. */
export const PERSONAL_KINDS = ["mobile", "identity"] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];
export const PERSONAL_LABEL: Record<PersonalKind, string> = { mobile: "手机号", identity: "身份证号" };

export type PersonalCounts = Record<PersonalKind, number>;
type Place = { kind: PersonalKind; start: number; end: number };

export const PERSONAL_MASK = "***";

const D = "[0-9０-９]";
/** Between the groups of a number. */
const GAP = "[ \\t　\\-－—]?";
const MOBILE = `[1１][3-9３-９]${D}${GAP}${D}{4}${GAP}${D}{4}`;
const IDENTITY = `${D}{6}${GAP}(?:[1１][9９]|[2２][0０])${D}{6}${GAP}${D}{3}[0-9０-９XxＸｘ]`;
const NUMBER = new RegExp(`(?<!${D})(?:(?<identity>${IDENTITY})|(?<mobile>${MOBILE}))(?!${D})`, "g");

/** Mobile numbers and numbers of identity cards in a text, in order, in UTF-16 offsets; full-width and grouped ones too. */
export function personalNumbers(text: string): Place[] {
  const places: Place[] = [];
  for (const { 0: found, index, groups } of text.matchAll(NUMBER)) {
    const kind = groups?.identity === undefined ? "mobile" : "identity";
    if (kind === "identity" && !isIdentity(found)) continue;
    places.push({ kind, start: index, end: index + found.length });
  }
  return places;
}

/** The text with `***` for each such number, and how many of each kind there were. */
export function maskPersonal(text: string): { text: string; counts: PersonalCounts } {
  const counts: PersonalCounts = { mobile: 0, identity: 0 };
  let masked = "";
  let from = 0;
  for (const { kind, start, end } of personalNumbers(text)) {
    counts[kind]++;
    masked += text.slice(from, start) + PERSONAL_MASK;
    from = end;
  }
  return { text: masked + text.slice(from), counts };
}

/** "手机号 2 个、身份证号 1 个"; null where there is none. */
export function personalText(counts: PersonalCounts): string | null {
  const said = PERSONAL_KINDS.filter((kind) => counts[kind] > 0).map(
    (kind) => `${PERSONAL_LABEL[kind]} ${counts[kind]} 个`,
  );
  return said.length === 0 ? null : said.join("、");
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A number with a day of birth at its place. Numbers of cases are built the same way, from region, day and serial: of a recent
 * day only one whose check digit (GB 11643) is right.
 */
function isIdentity(found: string): boolean {
  const digits = found
    .normalize("NFKC")
    .replace(/[^0-9Xx]/g, "")
    .toUpperCase();
  const [year, month, day] = [digits.slice(6, 10), digits.slice(10, 12), digits.slice(12, 14)].map(Number) as [
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  if (year < 2015) return true;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits[17] === "10X98765432"[sum % 11];
}
