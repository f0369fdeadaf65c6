import { describe, expect, test } from "vitest";
import { checkDeclaration } from "#lib/redundancy/app/declared.ts";

const app = (declared: string[] | undefined, listed = true) => ({ id: "a", declared, listed });
const FOUND = { id: "b", name: "示范县食安巡检系统" };

describe("checkDeclaration(app, found)", () => {
  test("has four outcomes of what is declared and what is found", () => {
    expect(checkDeclaration(app(["食安巡检"]), [FOUND])).toMatchObject({
      outcome: "both",
      declared: [{ name: "食安巡检", found: FOUND }],
      undeclared: [],
    });
    expect(checkDeclaration(app(["别的应用"]), []).outcome).toBe("declared_only");
    expect(checkDeclaration(app([]), [FOUND])).toMatchObject({ outcome: "found_only", undeclared: [FOUND] });
    expect(checkDeclaration(app([]), []).outcome).toBe("none");
  });

  test("tells what was found and not declared before what agrees", () => {
    const other = { id: "c", name: "场所检查通" };
    expect(checkDeclaration(app(["食安巡检"]), [FOUND, other])).toMatchObject({
      outcome: "found_only",
      undeclared: [other],
    });
  });

  test("is unknown, not clear, where nothing is declared, or nothing can be found", () => {
    expect(checkDeclaration(app(undefined), [FOUND])).toMatchObject({ outcome: "unknown", why: "not_declared" });
    expect(checkDeclaration(app([], false), [])).toMatchObject({ outcome: "unknown", why: "not_listed" });
  });
});
