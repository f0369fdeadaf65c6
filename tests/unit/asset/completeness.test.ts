import { describe, expect, test } from "vitest";
import { completeness, MATTERING } from "#lib/asset/completeness.ts";
import { FIELDS } from "#lib/asset/fields.ts";
import { ASSET_KINDS } from "#lib/asset/vocabulary.ts";

describe("MATTERING", () => {
  test.each(ASSET_KINDS)("names only attributes that a %s has", (kind) => {
    for (const { anyOf } of MATTERING[kind]) for (const key of anyOf) expect(FIELDS[kind]).toHaveProperty(key);
  });
});

describe("completeness(asset)", () => {
  test("names everything that matters of an item of which only the name is known", () => {
    const { missing, known, total } = completeness({ kind: "account", unitId: null, workLine: null, attributes: {} });
    expect(missing.slice(0, 3)).toEqual(["主办单位", "条线", "平台"]);
    expect([known, missing.length]).toEqual([0, total]);
  });

  test("counts no and zero as known", () => {
    const { missing } = completeness({
      kind: "group",
      unitId: "u",
      workLine: "health",
      attributes: {
        platform: "qq",
        groupType: "work",
        topic: "grid",
        members: 0,
        includesVillageHeads: false,
        watchMinutesPerDay: 0,
      },
    });
    expect(missing).toEqual([]);
  });

  test("takes any one of the ways to tell the same", () => {
    const form = { kind: "form", unitId: "u", workLine: "health" } as const;
    const { missing } = completeness({ ...form, attributes: { timesPerYear: 3, minutesLow: 5 } });
    expect(missing).not.toContain("填报频率或年次数");
    expect(missing).not.toContain("每次分钟数");
    expect(missing).toContain("填报单位数");
  });
});
