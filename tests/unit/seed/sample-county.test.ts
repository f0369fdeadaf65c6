import { describe, expect, it } from "vitest";
import type { FieldSpec } from "#lib/asset/field.ts";
import { FIELDS } from "#lib/asset/fields.ts";
import { ASSET_KINDS, ASSET_STATES, type AssetKind, BOARDS, DEMANDS, WORK_LINES } from "#lib/asset/vocabulary.ts";
import divisions from "#lib/region/divisions.json" with { type: "json" };
import { parentRegion, regionLevel, regionWithin } from "#lib/region/region.ts";
import { creditCodeWarning } from "#lib/unit/credit-code.ts";
import { UNIT_TYPES } from "#lib/unit/unit.ts";
import { COUNTY, SAMPLE_AS_OF, sampleCounty } from "#seed/sample-county.ts";

const county = sampleCounty();
const ofKind = (kind: AssetKind) => county.assets.filter((asset) => asset.kind === kind);
const shareOf = (kind: AssetKind) => ofKind(kind).length / county.assets.length;

describe("sampleCounty()", () => {
  it("is the same at every call", () => {
    expect(sampleCounty()).toEqual(county);
    expect(JSON.stringify(sampleCounty())).toBe(JSON.stringify(county));
  });

  it("has about as many units and items as a small county, most of them groups", () => {
    expect(county.units.length).toBeGreaterThanOrEqual(65);
    expect(county.units.length).toBeLessThanOrEqual(80);
    expect(county.assets.length).toBeGreaterThanOrEqual(420);
    expect(county.assets.length).toBeLessThanOrEqual(540);
    expect(shareOf("group")).toBeGreaterThan(0.58);
    expect(shareOf("account")).toBeGreaterThan(0.07);
    expect(shareOf("app")).toBeGreaterThan(0.07);
    expect(shareOf("form")).toBeGreaterThan(0.15);
  });

  it("gives every row an id and every item a key of its own", () => {
    const rows = [...county.units, ...county.assets, ...county.demands];
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    const keys = county.assets.map((asset) => `${asset.regionCode} ${asset.kind} ${asset.key}`);
    expect(new Set(keys).size).toBe(keys.length);
    const names = county.units.map((unit) => `${unit.regionCode} ${unit.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it("puts every item into its unit's region, and every region under its parent", () => {
    const units = new Map(county.units.map((unit) => [unit.id, unit]));
    for (const asset of county.assets) {
      if (asset.unitId !== null) expect(units.get(asset.unitId)?.regionCode).toBe(asset.regionCode);
    }
    for (const region of county.regions) {
      expect(regionLevel(region.code)).toBe(region.level);
      expect(parentRegion(region.code)).toBe(region.parentCode);
      expect(regionWithin(region.code, "990000000000")).toBe(true);
    }
    expect(county.assets.some((asset) => asset.unitId === null)).toBe(true);
  });

  it("hangs every field, month and demand on an item of the right kind", () => {
    const kinds = new Map(county.assets.map((asset) => [asset.id, asset.kind]));
    expect(new Set(county.formFields.map((field) => kinds.get(field.assetId)))).toEqual(new Set(["form"]));
    expect(new Set(county.usage.map((month) => kinds.get(month.assetId)))).toEqual(new Set(["app", "account"]));
    expect([...county.demands.map((demand) => kinds.get(demand.assetId))]).not.toContain(undefined);
  });

  it("tells of no month that is not over yet", () => {
    const months = county.usage.map((row) => row.month).sort();
    expect(months.at(-1)).toBe("2026-10");
    expect(months[0]).toBe("2025-11");
    expect((months.at(-1) ?? "") < SAMPLE_AS_OF.slice(0, 7)).toBe(true);
  });

  it("registers Jianfu itself, and hangs no demand on it", () => {
    const self = county.assets.find((asset) => asset.kind === "app" && asset.name.startsWith("减负"));
    expect(self?.attributes).toMatchObject({ facesGrassroots: false, filingState: "not_required" });
    expect(county.demands.filter((demand) => demand.assetId === self?.id)).toEqual([]);
  });

  it("names no real place", () => {
    const real = Object.values(divisions.names).filter((name) => name.length > 2);
    const names = [...county.units, ...county.assets, ...county.regions].map((row) =>
      row.name.replaceAll("示范县", ""),
    );
    const clashes = names.filter((name) => real.some((place) => name.includes(place)));
    expect(clashes).toEqual([]);
  });

  it("has credit codes that are right, one that is wrong, and many that are unknown", () => {
    const codes = county.units.map((unit) => unit.creditCode);
    const known = codes.filter((code) => code !== null);
    expect(known.filter((code) => creditCodeWarning(code) !== undefined)).toHaveLength(1);
    expect(known.length).toBeGreaterThan(20);
    expect(codes.length - known.length).toBeGreaterThan(20);
  });

  it("has departments in each of the tiers that quotas tell apart, and some whose headcount is unknown", () => {
    const counts = county.units.filter((unit) => unit.type === "department").map((unit) => unit.headcount);
    expect(counts.filter((count) => count !== null && count <= 20).length).toBeGreaterThan(2);
    expect(counts.filter((count) => count !== null && count > 20 && count < 100).length).toBeGreaterThan(2);
    expect(counts.filter((count) => count !== null && count >= 100).length).toBeGreaterThan(2);
    expect(counts).toContain(null);
    expect(counts).toContain(20);
    expect(counts).toContain(99);
  });

  it("has forms of 6 to 35 fields that ask the same under several names", () => {
    const perForm = new Map<string, number>();
    for (const field of county.formFields) perForm.set(field.assetId, (perForm.get(field.assetId) ?? 0) + 1);
    expect(perForm.size).toBe(ofKind("form").length);
    expect(Math.min(...perForm.values())).toBeGreaterThanOrEqual(6);
    expect(Math.max(...perForm.values())).toBeLessThanOrEqual(35);
    const labels = new Set(county.formFields.map((field) => field.label));
    for (const label of ["身份证号码", "公民身份号码", "手机号", "联系电话", "家庭住址", "现住址"]) {
      expect(labels).toContain(label);
    }
    expect(county.formFields.some((field) => field.technical)).toBe(true);
  });
});

describe("the vocabularies in the sample county", () => {
  const all = <T>(values: readonly T[]) => new Set(values);

  it("all occur", () => {
    expect(all(county.assets.map((asset) => asset.kind))).toEqual(all(ASSET_KINDS));
    expect(all(county.assets.map((asset) => asset.state))).toEqual(all(ASSET_STATES));
    expect(all(county.assets.map((asset) => asset.workLine))).toEqual(all([...WORK_LINES, null]));
    expect(all(county.assets.map((asset) => asset.board))).toEqual(all([...BOARDS, null]));
    expect(all(county.units.map((unit) => unit.type))).toEqual(all([...UNIT_TYPES, null]));
    expect(all(county.demands.map((demand) => demand.type))).toEqual(all(DEMANDS));
  });

  it.each(choices())("%s.%s has an item for each choice", (field, kind, options) => {
    const kinds = kind === "every kind" ? ASSET_KINDS : [kind as AssetKind];
    const seen = kinds.flatMap(ofKind).flatMap((asset) => (asset.attributes as Record<string, unknown>)[field] ?? []);
    expect(new Set(seen)).toEqual(new Set(options));
  });
});

/** Fields with choices; those that several kinds share are looked for over all kinds. */
function choices(): [field: string, kind: string, options: string[]][] {
  const rows = ASSET_KINDS.flatMap((kind) =>
    Object.entries(FIELDS[kind]).flatMap(([field, spec]): [string, string, string[]][] => {
      if (!("options" in spec)) return [];
      const shared = ASSET_KINDS.every((other) => FIELDS[other][field] === spec);
      return [[field, shared ? "every kind" : kind, Object.keys(spec.options)]];
    }),
  );
  return [...new Map(rows.map((row) => [`${row[0]} ${row[1]}`, row])).values()];
}

describe("attributes in the sample county", () => {
  it("are of the catalogue, and of the type that it names", () => {
    for (const asset of county.assets) {
      for (const [key, value] of Object.entries(asset.attributes)) {
        if (key === "extra") continue;
        const spec = FIELDS[asset.kind][key];
        expect(spec, `${asset.kind}.${key}`).toBeDefined();
        if (spec) expect(fits(spec, value), `${asset.name}.${key} = ${JSON.stringify(value)}`).toBe(true);
      }
    }
  });

  it("are blank where a ledger is: about a quarter of what describes an item", () => {
    const [known, asked] = county.assets.reduce(
      ([known, asked], { kind, attributes }) => {
        const keys = DESCRIBING[kind];
        return [known + keys.filter((key) => key in attributes).length, asked + keys.length];
      },
      [0, 0],
    );
    expect(1 - known / asked).toBeGreaterThan(0.15);
    expect(1 - known / asked).toBeLessThan(0.4);
  });
});

/** What a ledger of the kind has columns for. */
const DESCRIBING: Record<AssetKind, string[]> = {
  app: [
    "formFactor",
    "launchedOn",
    "builder",
    "filingState",
    "hasProjectApproval",
    "hasAcceptance",
    "facesGrassroots",
    "functions",
    "signIn",
    "hasComplaintChannel",
    "keepsPaper",
    "targetUsers",
    "buildCost",
  ],
  group: [
    "platform",
    "groupType",
    "topic",
    "matter",
    "createdOn",
    "isApproved",
    "ownerRank",
    "includesVillageHeads",
    "members",
    "lastActiveOn",
  ],
  account: ["platform", "registeredOn", "isFiled", "hasInteraction", "lastPostOn", "followers", "maintainers"],
  form: [
    "system",
    "issuingBody",
    "frequency",
    "grain",
    "inCatalogue",
    "isStatutory",
    "channels",
    "dueTime",
    "dataChange",
  ],
};

function fits(spec: FieldSpec, value: unknown): boolean {
  switch (spec.type) {
    case "text":
    case "longtext":
      return typeof value === "string" && value !== "";
    case "date":
      return typeof value === "string" && new Date(value).toISOString().startsWith(value);
    case "boolean":
      return typeof value === "boolean";
    case "tags":
      return Array.isArray(value) && value.every((tag) => typeof tag === "string" && tag !== "");
    case "integer":
    case "number": {
      const whole = spec.type === "number" || Number.isInteger(value);
      return typeof value === "number" && whole && value >= (spec.min ?? -Infinity) && value <= (spec.max ?? Infinity);
    }
    case "enum":
      return typeof value === "string" && value in spec.options;
    case "enums":
      return Array.isArray(value) && value.length > 0 && value.every((one) => String(one) in spec.options);
  }
}

describe("the story of the sample county", () => {
  it("has a street with more groups than it may run, and villages with one and with several", () => {
    const groups = (unit: string) => {
      const id = county.units.find(({ name }) => name === unit)?.id;
      return ofKind("group").filter(({ unitId, state }) => unitId === id && state === "in_use").length;
    };
    expect(groups("和风街道办事处")).toBeGreaterThan(10);
    expect(groups("麦浪镇人民政府")).toBeLessThanOrEqual(10);
    const villages = county.units.filter(({ level }) => level === "village").map(({ name }) => groups(name));
    expect(Math.min(...villages)).toBe(1);
    expect(Math.max(...villages)).toBeGreaterThan(2);
  });

  it("has one event that must be entered in four systems", () => {
    const quoted = county.assets.filter(({ name }) =>
      ["文明实践云", "宣传阵地管理平台", "智慧文化云", "文化活动备案系统"].includes(name),
    );
    expect(quoted).toHaveLength(4);
    for (const { id } of quoted) {
      expect(county.demands.some(({ assetId, type }) => assetId === id && type === "duplicate_reporting")).toBe(true);
    }
  });

  it("lies in the county, and its accounts reach no further than they should", () => {
    for (const account of county.accounts) {
      if (account.username !== "inspector-nation") expect(account.scope).toBe(COUNTY);
      expect(account.role === "department").toBe(account.unitId !== null);
    }
  });
});
