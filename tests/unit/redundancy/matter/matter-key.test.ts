import { describe, expect, test } from "vitest";
import { matterKey } from "#lib/redundancy/matter/matter-key.ts";
import { MATTER_NOTIONS } from "#lib/redundancy/matter/notions.ts";

describe("matterKey(name)", () => {
  test.each([
    ["文化活动", "群众文体活动"],
    ["文化活动登记", "开展文化活动"],
    ["文化 活动", "“文化活动”信息报送"],
    ["矛盾纠纷排查化解", "矛盾纠纷"],
    ["低保", "最低生活保障工作"],
  ])("is the same for %s and %s", (a, b) => {
    expect(matterKey(a)).toBe(matterKey(b));
  });

  test.each([
    ["文化活动", "体育活动"],
    ["森林防火", "防汛"],
    ["志愿服务", "文化活动"],
    ["食品安全检查", "安全生产检查"],
  ])("is another for %s and %s", (a, b) => {
    expect(matterKey(a)).not.toBe(matterKey(b));
  });

  test("is never empty for a name that says something, and its own key", () => {
    for (const name of ["工作", "信息", "登记", "上报情况"]) expect(matterKey(name)).not.toBe("");
    for (const word of MATTER_NOTIONS.split(/\s+/).filter(Boolean))
      expect(matterKey(matterKey(word))).toBe(matterKey(word));
  });
});

test("a name of a matter stands in one line only, for the matter it is", () => {
  const lines = MATTER_NOTIONS.split("\n").filter((line) => line !== "");
  const wrong = lines.flatMap((line) => {
    const [shown, ...others] = line.split(" ");
    return [shown, ...others].filter((word) => word !== undefined && matterKey(word) !== shown);
  });
  expect(wrong).toEqual([]);
});
