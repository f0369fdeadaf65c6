import { describe, expect, test } from "vitest";
import { DEMANDS } from "#lib/asset/vocabulary.ts";
import { basesOf } from "#lib/indicator/bases.ts";
import { indicatorName } from "#lib/indicator/indicator-name.ts";
import { recommendedRemoval } from "#lib/indicator/removal.ts";
import { INDICATOR_MOVES, refuseMove } from "#lib/indicator/transitions.ts";
import { INDICATOR_BASES, INDICATOR_STATES } from "#lib/indicator/vocabulary.ts";
import { weightIn } from "#lib/indicator/weight.ts";

describe("basesOf(demands)", () => {
  test("names what an indicator rests on, each once, in the order of display", () => {
    expect(basesOf(["ranking", "usage_assessment", "forced_login"])).toEqual(["app_usage", "ranking"]);
  });
  test("has a basis for every demand, and “other” only alone", () => {
    for (const demand of DEMANDS) expect(basesOf([demand])).toHaveLength(1);
    expect(basesOf(["zombie", "photo_trace"])).toEqual(["upload"]);
    expect(basesOf(["zombie"])).toEqual(["other"]);
  });
});

describe("weightIn(sentence)", () => {
  test.each([
    ["使用率达到90%以上，占21分。", "占21分"],
    ["迟报一次扣2分，扣完为止。", "扣2分"],
    ["群众关注数（10分）：每少一人扣0.5分。", "扣0.5分"],
    ["关注数量（10 分）", "10 分"],
    ["登录率权重为10％。", "权重为10％"],
    ["每上传一篇加０.５分", "加０.５分"],
    ["满分为一百分", "满分为一百分"],
  ])("reads %s as %s", (sentence, weight) => {
    expect(weightIn(sentence)).toBe(weight);
  });
  test("is null where no weight stands, and quick on a long row of figures", () => {
    expect(weightIn("使用率要达到90%以上，分三步实施")).toBeNull();
    expect(weightIn("占 ".repeat(200_000))).toBeNull();
  });
});

describe("indicatorName(sentence, weight)", () => {
  test("is what stands before the weight, without numbering and marks", () => {
    expect(indicatorName("（二）智慧网格使用率，占21分。", "占21分")).toBe("智慧网格使用率");
    expect(indicatorName("按期上报。", null)).toBe("按期上报");
    expect(indicatorName("长".repeat(100), null)).toHaveLength(61);
  });
});

describe("recommendedRemoval(name, bases)", () => {
  test("says for every basis what to do instead", () => {
    for (const basis of INDICATOR_BASES)
      expect(recommendedRemoval("登录率", [basis])).toMatch(/^对指标“登录率”，建议.+。$/);
    expect(recommendedRemoval("甲", ["install", "ranking"])).toContain("；");
  });
});

describe("refuseMove(from, to, what is said)", () => {
  const said = { note: "修订后的细则已删去", removedOn: "2026-09-01", today: "2026-09-15" };
  test("lets every move of the table pass when what it needs is said, and no other", () => {
    for (const from of INDICATOR_STATES) {
      for (const to of INDICATOR_STATES) {
        expect(refuseMove(from, to, said) === undefined).toBe(INDICATOR_MOVES[from].includes(to));
      }
    }
  });
  test("needs a proof and a day that has come for a removal, and a reason to keep", () => {
    expect(refuseMove("listed", "removed", { ...said, note: null })?.field).toBe("stateNote");
    expect(refuseMove("listed", "removed", { ...said, removedOn: null })?.field).toBe("removedOn");
    expect(refuseMove("listed", "removed", { ...said, removedOn: "2026-09-16" })?.field).toBe("removedOn");
    expect(refuseMove("listed", "removed", { ...said, removedOn: said.today })).toBeUndefined();
    expect(refuseMove("listed", "kept", { ...said, note: null })?.field).toBe("stateNote");
    expect(refuseMove("listed", "removal_requested", { ...said, note: null, removedOn: null })).toBeUndefined();
  });
});
