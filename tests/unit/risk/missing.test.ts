import { describe, expect, test } from "vitest";
import { ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { assessAsset } from "#lib/risk/assess.ts";
import { groupUnknowns, SUPPLIER_ADVICE, SUPPLIER_LABEL, SUPPLIERS, whoCanSupply } from "#lib/risk/missing.ts";
import { clear, unknown } from "#lib/risk/outcome.ts";
import { NATIONAL } from "#lib/risk/packs/index.ts";
import { AS_OF, account, app, form, group } from "./facts.ts";

const TEXTS = "通知、考核细则等文本";

describe("groupUnknowns(findings)", () => {
  test("gathers the rules that wait for the same thing, what most wait for first", () => {
    expect(
      groupUnknowns([
        { ruleId: "no-acceptance", outcome: unknown("有上线验收") },
        { ruleId: "forced-login", outcome: unknown(TEXTS) },
        { ruleId: "ranking", outcome: unknown("备案申请表的功能设置情况", TEXTS) },
        { ruleId: "unfiled-app", outcome: clear([]) },
      ]),
    ).toEqual([
      { missing: TEXTS, ruleIds: ["forced-login", "ranking"], findings: 2, whoCanSupply: "text" },
      { missing: "备案申请表的功能设置情况", ruleIds: ["ranking"], findings: 1, whoCanSupply: "filing_authority" },
      { missing: "有上线验收", ruleIds: ["no-acceptance"], findings: 1, whoCanSupply: "department" },
    ]);
  });

  test("counts findings of several items, and names a rule once", () => {
    expect(
      groupUnknowns(["甲", "乙"].map(() => ({ ruleId: "ranking", outcome: unknown(TEXTS, TEXTS) }))),
    ).toMatchObject([{ ruleIds: ["ranking"], findings: 2 }]);
  });

  test("says nothing where nothing is unknown", () => {
    expect(groupUnknowns([{ ruleId: "ranking", outcome: clear([]) }])).toEqual([]);
  });

  test("loses no unknown of an item of which nothing is known", () => {
    const blank = { app, group, account, form };
    for (const kind of ASSET_KINDS) {
      const { findings, unknowns } = assessAsset(blank[kind](), NATIONAL, AS_OF);
      expect(new Set(groupUnknowns(findings).flatMap(({ ruleIds }) => ruleIds)).size).toBe(unknowns);
    }
  });
});

describe("whoCanSupply(missing)", () => {
  test.each([
    ["备案状态", "filing_authority"],
    ["在报表目录内", "catalogue_authority"],
    ["2026-06 至 2026-08 的活跃用户数", "operator"],
    ["近 3 个月登录次数", "operator"],
    ["不受考核影响的真实使用数据", "operator"],
    ["近两个完整季度的登录次数", "operator"],
    ["截止前登录占比", "operator"],
    ["同一设备或地点打卡占比", "operator"],
    ["运行问题", "operator"],
    ["积分是否用于排名、通报或考核", "text"],
    ["考核、督查功能是否作为考评载体", "text"],
    ["在村社事务清单内", "catalogue_authority"],
    ["面向基层的理由依据", "filing_authority"],
    ["主办单位类型", "audit_office"],
    ["某局其他应用的“面向基层”", "department"],
    ["表单字段", "department"],
  ] as const)("of %s is %s", (missing, supplier) => {
    expect(whoCanSupply(missing)).toBe(supplier);
  });

  test("is always somebody with a name and a way to go", () => {
    for (const supplier of SUPPLIERS) {
      expect(SUPPLIER_LABEL[supplier]).not.toBe("");
      expect(SUPPLIER_ADVICE[supplier]).toMatch(/。$/);
    }
  });
});
