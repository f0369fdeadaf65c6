import type { Asset } from "../asset/asset.ts";
import { type Changes, type Recordable, withBefore } from "../asset/change.ts";
import { GROUP_FIELDS } from "../asset/fields/group.ts";
import { type BurdenChange, burdenChange } from "./change.ts";

/** Attributes that the hours of an item are computed from. */
const INPUTS: ReadonlySet<string> = new Set(
  Object.entries(GROUP_FIELDS)
    .filter(([key, field]) => field.section === "burden" || key === "members")
    .map(([key]) => key),
);

/**
 * What the latest change of its inputs did to the hours a year of an item; undefined where the entries name none. `history` is
 * newest first, as shown; a first registration changes nothing.
 */
export function latestBurdenChange<E extends { verb: string; change: Changes }>(
  asset: Recordable & Pick<Asset, "kind">,
  history: readonly E[],
): { entry: E; change: BurdenChange } | undefined {
  let after = asset;
  for (const entry of history) {
    if (entry.verb === "create") return undefined;
    const before = withBefore(after, entry.change).item;
    if (Object.keys(entry.change).some((key) => INPUTS.has(key))) {
      return { entry, change: burdenChange(asset.kind, { inputs: before.attributes }, { inputs: after.attributes }) };
    }
    after = before;
  }
  return undefined;
}
