import { describe, expect, test } from "vitest";
import { type AppUsers, sharedUsers } from "#lib/redundancy/app/shared-users.ts";

const users = (rest: Partial<AppUsers> = {}): AppUsers => ({ reachesLevel: "village", workLine: "publicity", ...rest });
const verdict = (a: Partial<AppUsers>, b: Partial<AppUsers>) => sharedUsers(users(a), users(b)).verdict;

describe("sharedUsers(a, b)", () => {
  test("is alike on one level and line, partly on one of the two, apart on neither", () => {
    expect(verdict({}, {})).toBe("alike");
    expect(verdict({}, { workLine: "health" })).toBe("partly");
    expect(verdict({}, { reachesLevel: "county" })).toBe("partly");
    expect(verdict({}, { reachesLevel: "county", workLine: "health" })).toBe("apart");
  });

  test("is apart where one faces the grass roots and the other does not, however little else is known", () => {
    const unknown = { reachesLevel: undefined, workLine: null };
    expect(verdict({ ...unknown, facesGrassroots: true }, { facesGrassroots: false })).toBe("apart");
  });

  test("is partly alike where one is the same and the other unknown, and says what is not known", () => {
    expect(sharedUsers(users(), users({ reachesLevel: undefined }))).toEqual({
      verdict: "partly",
      words: ["有一个没有登记“使用延伸到”", "同为宣传条线"],
    });
  });

  test("is unknown where nothing is known to be the same, and not all is known", () => {
    expect(verdict({ workLine: null, reachesLevel: undefined }, {})).toBe("unknown");
    expect(verdict({ workLine: null }, { reachesLevel: "county" })).toBe("unknown");
  });

  test("puts the numbers beside each other, and leaves unknown what is", () => {
    expect(sharedUsers(users({ targetUsers: 1200 }), users()).words).toContain("应使用 1,200 人、未知");
    expect(sharedUsers(users(), users()).words).toEqual(["都延伸到村（社区）", "同为宣传条线"]);
  });
});
