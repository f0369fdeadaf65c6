import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FunctionalApp, mergeTargets } from "#lib/redundancy/app/merge-targets.ts";

const COUNTY = "990101000000";
const app = (id: string, functions: string[] | undefined, rest: Partial<FunctionalApp> = {}): FunctionalApp => ({
  id,
  regionCode: COUNTY,
  functions,
  isUnifiedPlatform: false,
  ...rest,
});
const platform = app("p", ["公文", "会议", "上报"], { isUnifiedPlatform: true });

describe("mergeTargets(apps, minCovered)", () => {
  test("says what a platform could take, what it has already and what it lacks, in the words of the app", () => {
    const apps = [platform, app("a", ["公文功能", "会议"]), app("b", ["上报", "打卡"]), app("c", ["打卡"])];
    expect(mergeTargets(apps, 0.5)[0]).toEqual({
      id: "p",
      isUnifiedPlatform: true,
      takes: [
        { id: "a", taken: ["公文功能", "会议"], lacking: [], covered: 1 },
        { id: "b", taken: ["上报"], lacking: ["打卡"], covered: 0.5 },
      ],
      lacking: [{ name: "打卡", apps: 1 }],
      compared: 3,
      unlisted: 0,
    });
  });

  test("offers the other app that could take most, where there is one", () => {
    const apps = [app("a", ["甲", "乙", "丙"]), app("b", ["甲"]), app("c", ["乙"]), app("d", undefined)];
    expect(mergeTargets(apps, 1)).toMatchObject([
      { id: "a", isUnifiedPlatform: false, takes: [{ id: "b" }, { id: "c" }], compared: 2, unlisted: 1 },
    ]);
    expect(mergeTargets([app("a", ["甲"]), app("b", ["乙"])], 0.5)).toEqual([]);
  });

  test("gives a town's app to the county, and not the county's to a town or to another county", () => {
    const town = app("t", ["公文"], { regionCode: "990101001000" });
    const elsewhere = app("e", ["公文"], { regionCode: "990102000000" });
    expect(mergeTargets([platform, town, elsewhere], 0.5)).toMatchObject([
      { id: "p", takes: [{ id: "t" }], compared: 1 },
    ]);
    const low = { ...platform, regionCode: "990101001000" };
    expect(mergeTargets([low, app("a", ["公文"])], 0.5)[0]?.takes).toEqual([]);
  });

  test("takes no platform into another", () => {
    const other = { ...platform, id: "q" };
    expect(mergeTargets([platform, other], 0.1).map(({ takes }) => takes)).toEqual([[], []]);
  });

  test("agrees with looking at every pair, and each app's functions are taken or lacking", () => {
    const functions = fc.subarray(["甲", "乙", "丙", "丁", "戊"]);
    const some = fc
      .array(fc.record({ functions, isUnifiedPlatform: fc.boolean() }), { minLength: 1, maxLength: 8 })
      .map((list) => list.map((rest, index) => app(`a${index}`, rest.functions, rest)));
    fc.assert(
      fc.property(some, fc.constantFrom(0.3, 0.5, 0.8, 1), (apps, minCovered) => {
        for (const target of mergeTargets(apps, minCovered)) {
          const own = apps.find(({ id }) => id === target.id)?.functions ?? [];
          const expected = apps.filter(({ id, isUnifiedPlatform, functions: theirs = [] }) => {
            const common = theirs.filter((name) => own.includes(name)).length;
            return id !== target.id && !isUnifiedPlatform && common > 0 && common / theirs.length >= minCovered;
          });
          expect(target.takes.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
          for (const { id, taken, lacking } of target.takes)
            expect([...taken, ...lacking].sort()).toEqual(
              [...(apps.find((one) => one.id === id)?.functions ?? [])].sort(),
            );
        }
      }),
    );
  });
});
