import fc from "fast-check";
import { asSet, type ItemSet } from "#lib/redundancy/item/item-set.ts";

const REGIONS = [
  "000000000000",
  "990000000000",
  "990100000000",
  "990101000000",
  "990101001000",
  "990101001001",
  "990101002000",
  "990102000000",
  "442000000000",
  "442000100000",
];
const NAMES = ["低保户台账", "残疾人补贴登记表", "困难家庭调查表", "2025年低保户台账", "高龄津贴申领表"];

/** Items of a few regions with few elements, so that many of them overlap; a member below 6 is a header. */
export const itemSets = fc
  .array(
    fc.record({
      regionCode: fc.constantFrom(...REGIONS),
      kind: fc.constantFrom("form" as const, "form" as const, "app" as const),
      name: fc.constantFrom(...NAMES),
      respondent: fc.constantFrom(null, "village", "town"),
      members: fc.array(fc.integer({ min: 1, max: 18 }), { maxLength: 14 }),
      words: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }),
    }),
    { maxLength: 24 },
  )
  .map((items) => items.map((item, at) => itemSet({ ...item, id: idOf(at) })));

export const idOf = (at: number): string => `00000000-0000-4000-8000-${at.toString(16).padStart(12, "0")}`;

type Given = Partial<Omit<ItemSet, "members" | "own" | "words">> & {
  members: readonly number[];
  words?: Iterable<number> | null;
};

/** An item whose members below 6 are headers. */
export function itemSet({ members, words, ...item }: Given): ItemSet {
  const kind = item.kind ?? "form";
  return {
    regionCode: "990101000000",
    id: idOf(0),
    name: "台账",
    respondent: null,
    ...item,
    kind,
    members: asSet(members),
    own: asSet(members.filter((member) => member >= 6)),
    words: kind === "app" ? asSet(words ?? []) : words ? asSet(words) : null,
  };
}
