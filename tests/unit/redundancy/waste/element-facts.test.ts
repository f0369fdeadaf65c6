import { describe, expect, test } from "vitest";
import type { DataElement } from "#lib/redundancy/catalogue/data-element.ts";
import { knownElement, sourcesOf } from "#lib/redundancy/waste/element-facts.ts";

const datum = (own: Partial<DataElement> = {}): DataElement => ({
  identifier: "X-1",
  name: "户籍地址",
  definition: null,
  synonyms: [],
  grain: "resident",
  representation: null,
  valueDomain: null,
  sourceDepartment: "公安机关",
  updateFrequency: "daily",
  changesPerYear: 0.1,
  sharing: "unconditional",
  sensitivity: 1,
  minutesPerCell: null,
  origin: null,
  own: null,
  ...own,
});
const element = (entry: DataElement | null) =>
  knownElement({ id: 7, key: "本人·户籍地址", header: false }, entry, ["户籍地址"]);
const OFFICES = new Map([
  ["police", "示范县公安局"],
  ["civil", "示范县民政局"],
  ["unknown", null],
]);

describe("knownElement(row, entry)", () => {
  test("knows nothing of an element without an entry but its name", () => {
    expect(element(null)).toMatchObject({ element: 7, changesPerYear: null, sensitivity: null, minutesPerCell: null });
    expect(element(null).name).not.toBe("");
  });
});

describe("knownElement(row, entry), identifying", () => {
  test("is what says who or where somebody is, by the identifier that an office keeps", () => {
    expect(element(datum({ identifier: "JF-A006" })).identifying).toBe(true);
    expect(element(datum()).identifying).toBe(false);
    expect(element(null).identifying).toBe(false);
  });
});

describe("sourcesOf(element, offices)", () => {
  test("has every office use what is shared with all, but for the one that holds it", () => {
    expect(sourcesOf(element(datum()), OFFICES)).toEqual([
      { element: 7, grain: "resident", department: "公安机关", timesPerYear: 250, offices: ["civil", "unknown"] },
    ]);
  });

  test("knows the unit that holds it by what the office said, too", () => {
    const own = { id: "1", regionCode: "990101000000", sourceUnitId: "civil", version: 1, replaces: false };
    const [source] = sourcesOf(element(datum({ sourceDepartment: "数据局", own })), OFFICES);
    expect(source?.offices).toEqual(["police", "unknown"]);
  });

  test("names no office where none of them holds it", () => {
    expect(sourcesOf(element(datum({ sourceDepartment: "税务部门" })), OFFICES)[0]?.offices).toBeNull();
  });

  test("is none where it is shared on conditions or not at all, or nobody knows with whom, by whom or of what", () => {
    for (const own of [
      { sharing: "conditional" },
      { sharing: "none" },
      { sharing: null },
      { sourceDepartment: null },
      { grain: null },
    ] as const)
      expect(sourcesOf(element(datum(own)), OFFICES)).toEqual([]);
  });

  test("is none of what says who somebody is: by it the rest is found", () => {
    expect(sourcesOf(element(datum({ identifier: "JF-E001", name: "统一社会信用代码" })), OFFICES)).toEqual([]);
  });

  test("is of unknown freshness where nobody says how often it is brought up to date", () => {
    expect(sourcesOf(element(datum({ updateFrequency: null })), OFFICES)[0]?.timesPerYear).toBeNull();
    expect(sourcesOf(element(datum({ updateFrequency: "on_demand" })), OFFICES)[0]?.timesPerYear).toBeNull();
  });
});
