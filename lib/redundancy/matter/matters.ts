import type { AssetOf } from "../../asset/asset.ts";
import { annualBurden } from "../../burden/annual-burden.ts";
import { regionsAbove } from "../../region/region.ts";
import { matterKey } from "./matter-key.ts";

/** What people enter matters into, or are called upon for them in. */
export type MatterItem = AssetOf<"app"> | AssetOf<"form"> | AssetOf<"group">;

/** One place where a matter has to be entered or answered for. */
export type MatterEntry = {
  id: string;
  kind: MatterItem["kind"];
  name: string;
  regionCode: string;
  unitId: string | null;
  /** The system: of an app the app itself, of a form the one it is filled in; null for groups, and where it is unknown. */
  system: string | null;
  /** In which words it names the matter. */
  words: string;
  /** Read off the name of a function, because the app's matters are not known. */
  isInferred: boolean;
  /** Hours a year of the whole item; null is unknown. Those of an app cover all of its matters. */
  hours: number | null;
};

/** A matter and all that the same event has to be entered into. */
export type Matter = {
  key: string;
  /** What it is shown as: its words where it goes by one name only. */
  name: string;
  /** The words it goes by, the most frequent first. */
  words: string[];
  /** Apps, then forms, then groups. */
  entries: MatterEntry[];
  systems: string[];
  /** Systems, and forms and groups, that one place at the grass roots meets at most: those of its own region and of those above. */
  met: {
    systems: number;
    /** Systems besides that are only concluded from the name of a function. */
    inferred: number;
    forms: number;
    groups: number;
  };
  /** Hours a year of its forms and groups that are known, and how many of them are not. */
  hours: number;
  hoursUnknown: number;
};

/** The matters of running items, those that are entered into most systems first, then by name. */
export function matters(items: readonly MatterItem[]): Matter[] {
  const stated = new Map<string, MatterEntry[]>();
  const add = (item: MatterItem, words: string, isInferred: boolean) => {
    const key = matterKey(words);
    if (key === "") return;
    const entries = stated.get(key);
    // An app that names a matter twice, in two words, is entered into once.
    if (entries?.some(({ id }) => id === item.id)) return;
    const entry = entryOf(item, words, isInferred);
    if (entries) entries.push(entry);
    else stated.set(key, [entry]);
  };
  for (const item of items) for (const words of mattersOf(item)) add(item, words, false);
  for (const item of items) {
    if (item.kind !== "app" || item.attributes.matters !== undefined) continue;
    for (const words of item.attributes.functions ?? []) if (stated.has(matterKey(words))) add(item, words, true);
  }
  return [...stated]
    .map(([key, entries]) => matterOf(key, entries))
    .sort(
      (a, b) =>
        b.met.systems - a.met.systems ||
        b.met.inferred - a.met.inferred ||
        b.met.forms + b.met.groups - (a.met.forms + a.met.groups) ||
        (a.key < b.key ? -1 : 1),
    );
}

/** The matters that an item states; none where they are unknown. */
export function mattersOf(item: MatterItem): readonly string[] {
  if (item.kind === "app") return item.attributes.matters ?? [];
  return item.attributes.matter === undefined ? [] : [item.attributes.matter];
}

/** The system that a matter is entered into by an item; null for groups, and where a form's system is unknown. */
export function systemOf(item: MatterItem): string | null {
  if (item.kind === "app") return item.name;
  return item.kind === "form" ? (item.attributes.system ?? null) : null;
}

function entryOf(item: MatterItem, words: string, isInferred: boolean): MatterEntry {
  const burden = annualBurden(item.kind, item.attributes);
  return {
    id: item.id,
    kind: item.kind,
    name: item.name,
    regionCode: item.regionCode,
    unitId: item.unitId,
    system: systemOf(item),
    words,
    isInferred,
    hours: burden.known ? burden.hours.mid : null,
  };
}

const KINDS: readonly MatterEntry["kind"][] = ["app", "form", "group"];

function matterOf(key: string, found: readonly MatterEntry[]): Matter {
  const entries = found.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  const counts = new Map<string, number>();
  for (const { words } of entries) counts.set(words, (counts.get(words) ?? 0) + 1);
  const costly = entries.filter(({ kind }) => kind !== "app");
  const words = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([one]) => one);
  const [only] = words;
  return {
    key,
    name: words.length === 1 && only !== undefined ? only : key,
    words,
    entries,
    systems: systemsOf(entries),
    met: metAtMost(entries),
    hours: costly.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
    hoursUnknown: costly.filter(({ hours }) => hours === null).length,
  };
}

const systemsOf = (entries: readonly MatterEntry[]) =>
  [...new Set(entries.flatMap(({ system }) => system ?? []))].sort();

/** Whoever sits in a region is met by what is asked there and above; the place that is met by most systems stands for the matter. */
function metAtMost(entries: readonly MatterEntry[]): Matter["met"] {
  let most: Matter["met"] = { systems: 0, inferred: 0, forms: 0, groups: 0 };
  for (const place of new Set(entries.map(({ regionCode }) => regionCode))) {
    const line = new Set([place, ...regionsAbove(place)]);
    const met = entries.filter(({ regionCode }) => line.has(regionCode));
    const stated = systemsOf(met.filter(({ isInferred }) => !isInferred)).length;
    const here = {
      systems: stated,
      inferred: systemsOf(met).length - stated,
      forms: met.filter(({ kind }) => kind === "form").length,
      groups: met.filter(({ kind }) => kind === "group").length,
    };
    const isMore =
      here.systems - most.systems ||
      here.inferred - most.inferred ||
      here.forms + here.groups - (most.forms + most.groups);
    if (isMore > 0) most = here;
  }
  return most;
}
