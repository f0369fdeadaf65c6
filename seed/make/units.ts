import type { Unit } from "#lib/asset/asset.ts";
import type { Board, WorkLine } from "#lib/asset/vocabulary.ts";
import { creditCodeWarning } from "#lib/unit/credit-code.ts";
import type { UnitType } from "#lib/unit/unit.ts";
import { COUNTY, regions, TOWNS } from "../county/regions.ts";
import { COUNTY_UNITS, TOWN_HEADCOUNTS, WRONG_CODE_UNIT } from "../county/units.ts";
import { idFrom, type Random, randomFrom } from "../random.ts";

/** A unit, with what its items inherit: the short name in their titles, its line and its board. */
export type SampleUnit = Unit & { short: string; line: WorkLine; board: Board };

/** 登记管理部门 and 机构类别 by unit type (GB 32100-2015). */
const CODE_HEAD: Record<UnitType, string> = {
  department: "11",
  public_institution: "12",
  mass_organization: "13",
  street: "11",
  town: "11",
  community: "55",
  village: "54",
  other: "91",
};
const DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

function organisationCode(random: Random): string {
  const digits = Array.from({ length: 8 }, () => random.between(0, 9));
  const sum = digits.reduce((total, digit, index) => total + digit * ([3, 7, 9, 10, 5, 8, 4, 2][index] ?? 0), 0);
  const check = 11 - (sum % 11);
  return digits.join("") + (check === 11 ? "0" : check === 10 ? "X" : String(check));
}

/** A credit code of the sample county whose check character is right, or wrong on purpose. */
function creditCode(random: Random, type: UnitType, right: boolean): string {
  const body = `${CODE_HEAD[type]}990101${organisationCode(random)}`;
  const fits = (char: string) => (creditCodeWarning(body + char) === undefined) === right;
  return body + [...DIGITS].find(fits);
}

/** All units of the county, its towns and its villages. */
export function units(): SampleUnit[] {
  const rows: Omit<SampleUnit, "id" | "creditCode">[] = COUNTY_UNITS.map((unit) => ({
    ...unit,
    regionCode: COUNTY,
    name: `示范县${unit.short}`,
    level: "county",
  }));
  TOWNS.forEach((town, index) => {
    const type = town.name.endsWith("街道") ? "street" : "town";
    rows.push({
      regionCode: town.code,
      name: `${town.name}${type === "street" ? "办事处" : "人民政府"}`,
      short: town.name,
      type,
      headcount: TOWN_HEADCOUNTS[index] ?? null,
      level: "town",
      line: "general_office",
      board: "livelihood",
    });
  });
  for (const village of regions().filter((region) => region.level === "village")) {
    const type = village.name.endsWith("社区") ? "community" : "village";
    rows.push({
      regionCode: village.code,
      name: `${village.name}${type === "community" ? "居民委员会" : "民委员会"}`,
      short: village.name,
      type,
      headcount: randomFrom(`headcount|${village.name}`).chance(0.6) ? randomFrom(village.name).between(4, 9) : null,
      level: "village",
      line: "general_office",
      board: "livelihood",
    });
  }
  return rows.map((row) => {
    const random = randomFrom(`unit|${row.name}`);
    const wrong = row.name === WRONG_CODE_UNIT;
    const known = row.type !== null && (wrong || random.chance(row.level === "village" ? 0.3 : 0.65));
    return {
      ...row,
      id: idFrom(`unit|${row.name}`),
      creditCode: known && row.type !== null ? creditCode(random, row.type, !wrong) : null,
    };
  });
}
