import type { AnyAttributes } from "../../asset/fields.ts";
import type { AssetKind } from "../../asset/vocabulary.ts";
import { annualBurden } from "../../burden/annual-burden.ts";
import type { BurdenInputs } from "../../burden/inputs.ts";
import type { ProposalInput } from "./model.ts";
import { type WhatIfResult, whatIf } from "./what-if.ts";

/** An item that a what-if is asked about. */
export type AskedItem = { id: string; name: string; kind: AssetKind; attributes: AnyAttributes };
export const ITEM_FATES = ["remove", "merge", "stay"] as const;
export type ItemFate = (typeof ITEM_FATES)[number];
export const ITEM_FATE_LABEL: Record<ItemFate, string> = { remove: "取消", merge: "合并为一本", stay: "不动" };

/** An app, group or account that goes: what it takes a year, null where that is unknown, and what is missing for it. */
export type RemovedItem = {
  id: string;
  name: string;
  kind: AssetKind;
  hours: number | null;
  missing: readonly string[];
  /** Yuan a year; null is unknown, and for forms there is none. */
  yearlyCost: number | null;
};

export type ItemsWhatIf = {
  forms: WhatIfResult;
  others: readonly RemovedItem[];
  /** Hours a year that are known to be saved, forms and others together, and how many items are not in it. */
  hours: { saved: number; unknown: number };
  /** Yuan a year of upkeep that is known to fall away, and how many apps and accounts are not in it. */
  upkeep: { saved: number; unknown: number };
  /** Upkeep and hours x wage; null where nobody has said what an hour costs. */
  money: number | null;
};

/**
 * What doing away with some items and making one ledger of some forms would save and lose. Only forms merge; forms are priced with
 * `whatIf` among all forms of `input`, other items at the burden and cost that their own pages show.
 */
export function itemsWhatIf(
  input: ProposalInput,
  {
    items,
    fateOf,
    hourlyWage,
  }: { items: readonly AskedItem[]; fateOf: (id: string) => ItemFate; hourlyWage: number | null },
): ItemsWhatIf {
  const known = new Set(input.forms.map(({ id }) => id));
  const forms = items.filter(({ id, kind }) => kind === "form" && known.has(id));
  const withFate = (fate: ItemFate) => forms.filter(({ id }) => fateOf(id) === fate).map(({ id }) => id);
  const merged = withFate("merge");
  const result = whatIf(input, {
    remove: withFate("remove"),
    merge: merged.length > 1 ? [merged] : [],
    hourlyWage,
  });
  const others = items
    .filter(({ id, kind }) => kind !== "form" && fateOf(id) === "remove")
    .map(({ id, name, kind, attributes }): RemovedItem => {
      const burden = annualBurden(kind, attributes as BurdenInputs);
      const cost = "yearlyCost" in attributes ? attributes.yearlyCost : undefined;
      return {
        id,
        name,
        kind,
        hours: burden.known ? burden.hours.mid : null,
        missing: burden.known ? [] : burden.missing,
        yearlyCost: typeof cost === "number" ? cost : null,
      };
    });
  const saved = result.hours.saved + sum(others.map(({ hours }) => hours));
  const costly = others.filter(({ kind }) => kind !== "group");
  const upkeep = sum(costly.map(({ yearlyCost }) => yearlyCost));
  return {
    forms: result,
    others,
    hours: { saved, unknown: result.unmeasured.length + others.filter(({ hours }) => hours === null).length },
    upkeep: { saved: upkeep, unknown: costly.filter(({ yearlyCost }) => yearlyCost === null).length },
    money: hourlyWage === null ? null : upkeep + saved * hourlyWage,
  };
}

function sum(figures: readonly (number | null)[]): number {
  return figures.reduce<number>((total, figure) => total + (figure ?? 0), 0);
}
