import type { Role } from "#lib/actor.ts";
import type { Asset, Demand, Unit, UnreadField, UsageMonth } from "#lib/asset/asset.ts";
import { assetKey } from "#lib/asset/key.ts";
import { SAMPLE_ACCOUNTS } from "./county/people.ts";
import { regions, type SampleRegion } from "./county/regions.ts";
import { accounts } from "./make/accounts.ts";
import { apps } from "./make/apps.ts";
import { forms } from "./make/forms.ts";
import { groups } from "./make/groups.ts";
import { type Made, type Of, unitNamed } from "./make/item.ts";
import { units } from "./make/units.ts";

export { SAMPLE_PASSWORD } from "./county/people.ts";
export { COUNTY } from "./county/regions.ts";
export { SAMPLE_AS_OF, SAMPLE_EARLIER_AS_OF, SAMPLE_STOCKTAKE } from "./date.ts";

/** The office that audits the sample county. */
export const SAMPLE_OFFICE = "示范县纪委监委";

export type SampleCounty = {
  regions: SampleRegion[];
  units: Unit[];
  assets: Asset[];
  formFields: Of<UnreadField>[];
  usage: Of<UsageMonth>[];
  demands: Of<Demand>[];
  accounts: { username: string; name: string; role: Role; scope: string; unitId: string | null }[];
};

/** Text attributes that a key may be made of; the kind decides which. */
function text(attributes: object, name: "formNumber" | "system" | "platform"): string | null {
  const value: unknown = (attributes as Record<string, unknown>)[name];
  return typeof value === "string" ? value : null;
}

function keyed({ asset, unit }: Made): Asset {
  const { kind, name, attributes } = asset;
  const key = assetKey({
    kind,
    name,
    ownerName: unit?.name ?? null,
    formNumber: text(attributes, "formNumber"),
    system: text(attributes, "system"),
    platform: text(attributes, "platform"),
    regionText: attributes.regionText ?? null,
  });
  return { ...asset, key } as Asset;
}

/** 示范县, a county that does not exist: the same rows at every call. */
export function sampleCounty(): SampleCounty {
  const all = units();
  const made = [...apps(all), ...groups(all), ...accounts(all), ...forms(all)];
  return {
    regions: regions(),
    units: all.map(({ short: _short, line: _line, board: _board, ...unit }) => unit),
    assets: made.map(keyed),
    formFields: made.flatMap(({ fields }) => fields),
    usage: made.flatMap(({ usage }) => usage),
    demands: made.flatMap(({ demands }) => demands),
    accounts: SAMPLE_ACCOUNTS.map(({ unit, ...account }) => ({ ...account, unitId: unitNamed(all, unit)?.id ?? null })),
  };
}

/** The unit of this short name; throws when there is none. */
export function sampleUnit(short: string): Pick<Unit, "id" | "name"> {
  const unit = unitNamed(units(), short);
  if (unit === null) throw new Error(`示范县没有单位“${short}”`);
  return unit;
}

/** The id of the unit of this short name; throws when there is none. */
export function sampleUnitId(short: string): string {
  return sampleUnit(short).id;
}

/** The id of the item with this name that the unit of this short name runs; throws when there is none. */
export function sampleAssetId(assets: readonly Asset[], item: { unit: string; name: string }): string {
  const unit = unitNamed(units(), item.unit);
  const asset = assets.find(({ name, unitId }) => name === item.name && unitId === unit?.id);
  if (!asset) throw new Error(`示范县没有“${item.unit}”的条目“${item.name}”`);
  return asset.id;
}
