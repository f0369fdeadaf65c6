import type { Asset, Demand, UnreadField, UsageMonth } from "#lib/asset/asset.ts";
import type { Attributes } from "#lib/asset/fields.ts";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { DECLARATIONS } from "../county/declarations.ts";
import { COUNTY } from "../county/regions.ts";
import type { DemandSketch, ItemSketch } from "../county/sketch.ts";
import { idFrom, randomFrom } from "../random.ts";
import { withBlanks } from "./blanks.ts";
import type { SampleUnit } from "./units.ts";
import { usageMonths } from "./usage.ts";

export type Of<T> = T & { regionCode: string; assetId: string };
/** An item with everything that belongs to it; its key is set when the county is put together. */
export type Made = {
  asset: Omit<Asset, "key"> & { key?: string };
  unit: SampleUnit | null;
  fields: Of<UnreadField>[];
  usage: Of<UsageMonth>[];
  demands: Of<Demand>[];
};

/** The unit with this short name; throws when the county has none, because the sketch then has a slip. */
export function unitNamed(units: readonly SampleUnit[], short: string | null): SampleUnit | null {
  if (short === null) return null;
  const unit = units.find((one) => one.short === short);
  if (!unit) throw new Error(`示范县没有单位“${short}”`);
  return unit;
}

/** The seed of one item: what follows from it does not change when other items do. */
export function seedOf(kind: AssetKind, unit: SampleUnit | null, sketch: { name: string; known: object }): string {
  const platform = "platform" in sketch.known ? String(sketch.known.platform) : "";
  return `${kind}|${unit?.name ?? ""}|${sketch.name}|${platform}`;
}

export function demandRows(owner: { regionCode: string; id: string }, demands: readonly DemandSketch[]): Of<Demand>[] {
  return demands.map((demand) => ({
    ...demand,
    id: idFrom(`${owner.id}|${demand.type}|${demand.quote}`),
    figure: demand.figure ?? null,
    regionCode: owner.regionCode,
    assetId: owner.id,
  }));
}

/** Makes the rows of one item from its sketch and what was drawn for the rest of its attributes. */
export function makeItem<K extends AssetKind>(
  kind: K,
  units: readonly SampleUnit[],
  sketch: ItemSketch<K>,
  drawn: Attributes[K],
): Made {
  const unit = unitNamed(units, sketch.unit);
  const seed = seedOf(kind, unit, sketch);
  const random = randomFrom(seed);
  const owner = { id: idFrom(`asset|${seed}`), regionCode: unit?.regionCode ?? COUNTY };
  const loose = sketch.complete !== true;
  const line = sketch.line === undefined ? (unit?.line ?? null) : sketch.line;
  const board = sketch.board === undefined ? (unit?.board ?? null) : sketch.board;
  // A department that filled in the self-check columns says "no"; most ledgers do not have them.
  const declares = sketch.complete || (!sketch.demands?.length && random.chance(0.3));
  const known = declares ? { extra: { ...DECLARATIONS[kind] }, ...sketch.known } : sketch.known;
  const asset = {
    ...owner,
    kind,
    name: sketch.name,
    unitId: unit?.id ?? null,
    state: sketch.state ?? "in_use",
    workLine: loose && random.chance(0.08) ? null : line,
    board: loose && random.chance(0.25) ? null : board,
    attributes: withBlanks(kind, random, loose ? drawn : ({} as Attributes[K]), known),
    version: 1,
  } as Made["asset"];
  const usage = sketch.usage ? usageMonths(sketch.usage, random, !loose) : [];
  return {
    asset,
    unit,
    fields: [],
    usage: usage.map((month) => ({ ...month, regionCode: owner.regionCode, assetId: owner.id })),
    demands: demandRows(owner, sketch.demands ?? []),
  };
}
