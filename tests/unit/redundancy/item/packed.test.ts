import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appElements, appWords } from "#lib/redundancy/item/app-elements.ts";
import { asSet } from "#lib/redundancy/item/item-set.ts";
import { pack, unpack } from "#lib/redundancy/item/packed.ts";
import { touchedKeys } from "#lib/redundancy/item/touched-keys.ts";

const numbers = fc.array(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 50 });

describe("asSet(numbers)", () => {
  test("is ascending, each number once", () => {
    expect([...asSet([7, 4_000_000_000, 7, 0])]).toEqual([0, 7, 4_000_000_000]);
  });
});

describe("pack(members)", () => {
  test("is four bytes a member, the highest first", () => {
    expect([...pack(asSet([1, 0x01020304]))]).toEqual([0, 0, 0, 1, 1, 2, 3, 4]);
  });

  test("is read back as what was packed, wherever the bytes lie", () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 9 }), (given, offset) => {
        const members = asSet(given);
        const packed = pack(members);
        const moved = new Uint8Array(packed.length + offset);
        moved.set(packed, offset);
        expect(unpack(moved.subarray(offset))).toEqual(members);
      }),
    );
  });
});

describe("appElements(app)", () => {
  test("are its functions, and as headers the matters entered into it, each once however it is written", () => {
    const app = { name: "甲", functions: ["在线审批", "在线 审批功能", ""], matters: ["在线审批"] };
    expect(appElements(app)).toEqual([
      { key: "功能·在线审批", header: false },
      { key: "事项·在线审批", header: true },
    ]);
  });

  test("are none of an app of which nothing is known", () => {
    expect(appElements({ name: "甲" })).toEqual([]);
  });
});

describe("appWords(app)", () => {
  test("are pairs of neighbouring characters within a run of letters, of name and purpose", () => {
    expect(appWords({ name: "网格通", purpose: "通讯。网格" })).toHaveLength(3);
    expect(appWords({ name: "网格通" })).toEqual(appWords({ name: "《网格通》" }));
  });
});

describe("touchedKeys(answer, others)", () => {
  const side = (key: string, label = key) => ({ label, form: null, key });
  const told = (a: string, b: string, answer: "same" | "different" = "same") => ({
    a: side(a),
    b: side(b),
    answer,
    decidedBy: "甲",
  });

  test("are both keys and all that other answers unite with them", () => {
    const keys = touchedKeys(told("a", "b"), [
      told("c", "b"),
      told("d", "c"),
      told("x", "y"),
      told("a", "z", "different"),
    ]);
    expect(keys.sort()).toEqual(["a", "b", "c", "d"]);
  });

  test("hold what an answer set apart from one of them", () => {
    const apart = { a: side("a", "姓名"), b: side("a", "名字"), answer: "different" as const, decidedBy: "甲" };
    const keys = touchedKeys(apart, []);
    expect(keys).toHaveLength(2);
    expect(keys.find((key) => key !== "a")).toContain("名字");
  });
});
