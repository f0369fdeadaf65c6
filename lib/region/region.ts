/** Levels of a 12-digit statistical division code, from the widest to the narrowest. */
export const REGION_LEVELS = ["nation", "province", "city", "county", "town", "village"] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

export const REGION_LEVEL_LABEL: Record<RegionLevel, string> = {
  nation: "国家级",
  province: "省级",
  city: "地市级",
  county: "县级",
  town: "乡镇（街道）级",
  village: "村（社区）级",
};

export const NATION = "000000000000";

/** Digits that carry meaning at each level (2 + 2 + 2 + 3 + 3). */
const DIGITS: Record<RegionLevel, number> = { nation: 0, province: 2, city: 4, county: 6, town: 9, village: 12 };

/** Pads 2, 4, 6, 9 or 12 digits to a 12-digit code; undefined when the text is no division code. */
export function parseRegionCode(text: string): string | undefined {
  const digits = text.trim();
  return /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(digits) ? digits.padEnd(12, "0") : undefined;
}

/** The level of a 12-digit code, read off its trailing zeros. */
export function regionLevel(code: string): RegionLevel {
  if (code === NATION) return "nation";
  for (const level of ["province", "city", "county", "town"] as const) {
    if (/^0*$/.test(code.slice(DIGITS[level]))) return level;
  }
  return "village";
}

/** The meaningful digits of a code: "990101000000" is "990101"; the nation is "". */
export function regionPrefix(code: string): string {
  return code.slice(0, DIGITS[regionLevel(code)]);
}

/** The code one level up; undefined for the nation. */
export function parentRegion(code: string): string | undefined {
  const level = regionLevel(code);
  if (level === "nation") return undefined;
  const up = REGION_LEVELS[REGION_LEVELS.indexOf(level) - 1] as RegionLevel;
  return code.slice(0, DIGITS[up]).padEnd(12, "0");
}

/** The regions that a region lies in, the nearest first. */
export function regionsAbove(code: string): string[] {
  const above: string[] = [];
  for (let at = parentRegion(code); at !== undefined; at = parentRegion(at)) above.push(at);
  return above;
}

/** The half-open range [from, to) of codes in the subtree of `code`, for an index range in "C" collation. */
export function regionRange(code: string): { from: string; to: string } {
  const prefix = regionPrefix(code);
  return { from: prefix === "" ? "0" : prefix, to: `${prefix}~` };
}

/** Whether `code` lies in the subtree of `scope`, itself included. */
export function regionWithin(code: string, scope: string): boolean {
  return code.startsWith(regionPrefix(scope));
}

/** Whether one of the two lies in the other, so that somebody is in both. */
export function areOnOneLine(one: string, other: string): boolean {
  return one === other || regionWithin(one, other) || regionWithin(other, one);
}
