import { regionWithin } from "../../region/region.ts";
import { functionsByKey } from "./function-key.ts";

/** An app as the functions it names. */
export type FunctionalApp = {
  id: string;
  regionCode: string;
  functions: readonly string[] | undefined;
  isUnifiedPlatform: boolean;
};

/** What a platform could take over of one app; functions are in the app's own words. */
export type Takeable = { id: string; taken: string[]; lacking: string[]; covered: number };

export type MergeTarget = {
  id: string;
  /** It is a unified platform by the inventory; else it is the app that could take most of the others. */
  isUnifiedPlatform: boolean;
  /** Apps of its region and below of which it has enough of the functions, those with least lacking first. */
  takes: Takeable[];
  /** Functions that it would have to be given for these, the most often lacking first, with how many of the apps have each. */
  lacking: { name: string; apps: number }[];
  /** Apps that were held against it: of its region and below, with functions listed, and no unified platform themselves. */
  compared: number;
  /** Apps of its region and below that list no function: of these nothing is said. */
  unlisted: number;
};

type Listed = { app: FunctionalApp; named: ReadonlyMap<string, string> };

/**
 * Where apps could be merged into: every unified platform, and the other app that could take most. `minCovered` (0 to 1) is the least
 * share of an app's functions that a target must have already.
 */
export function mergeTargets(apps: readonly FunctionalApp[], minCovered: number): MergeTarget[] {
  const listed = apps.flatMap((app): Listed[] => {
    const named = functionsByKey(app.functions);
    return named === undefined ? [] : [{ app, named }];
  });
  const having = new Map<string, Listed[]>();
  for (const one of listed) {
    if (one.app.isUnifiedPlatform) continue;
    for (const key of one.named.keys()) {
      const others = having.get(key);
      if (others) others.push(one);
      else having.set(key, [one]);
    }
  }
  const takesOf = (target: Listed): Listed[] => {
    const shared = new Map<Listed, number>();
    for (const key of target.named.keys())
      for (const other of having.get(key) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    return [...shared].flatMap(([other, count]) =>
      other !== target && isBelow(other.app, target.app) && count / other.named.size >= minCovered ? [other] : [],
    );
  };
  const [widest] = listed
    .filter(({ app }) => !app.isUnifiedPlatform)
    .map((target) => ({ target, takes: takesOf(target).length }))
    .sort((a, b) => b.takes - a.takes || b.target.named.size - a.target.named.size || byId(a.target.app, b.target.app));
  const platforms = listed.filter(({ app }) => app.isUnifiedPlatform);
  const targets = widest !== undefined && widest.takes > 0 ? [...platforms, widest.target] : platforms;
  return targets
    .map((target) => targetOf(target, takesOf(target), listed, apps))
    .sort(
      (a, b) =>
        Number(b.isUnifiedPlatform) - Number(a.isUnifiedPlatform) || b.takes.length - a.takes.length || byId(a, b),
    );
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
/** A county's platform can take what towns run, not the other way round. */
const isBelow = (app: FunctionalApp, target: FunctionalApp) => regionWithin(app.regionCode, target.regionCode);

function targetOf(
  { app, named }: Listed,
  taken: readonly Listed[],
  listed: readonly Listed[],
  apps: readonly FunctionalApp[],
): MergeTarget {
  const takes = taken
    .map((other) => takeable(other, named))
    .sort((a, b) => b.covered - a.covered || b.taken.length - a.taken.length || byId(a, b));
  const below = apps.filter((other) => other.id !== app.id && !other.isUnifiedPlatform && isBelow(other, app)).length;
  const compared = listed.filter(
    (other) => other.app.id !== app.id && !other.app.isUnifiedPlatform && isBelow(other.app, app),
  ).length;
  return {
    id: app.id,
    isUnifiedPlatform: app.isUnifiedPlatform,
    takes,
    lacking: lackingOf(takes),
    compared,
    unlisted: below - compared,
  };
}

function takeable({ app, named }: Listed, target: ReadonlyMap<string, string>): Takeable {
  const [taken, lacking]: [string[], string[]] = [[], []];
  for (const [key, name] of named) (target.has(key) ? taken : lacking).push(name);
  return { id: app.id, taken, lacking, covered: taken.length / named.size };
}

function lackingOf(takes: readonly Takeable[]): MergeTarget["lacking"] {
  const lacking = new Map<string, { name: string; apps: number }>();
  for (const take of takes) {
    for (const [key, name] of functionsByKey(take.lacking) ?? []) {
      const known = lacking.get(key);
      if (known) known.apps += 1;
      else lacking.set(key, { name, apps: 1 });
    }
  }
  return [...lacking.values()].sort((a, b) => b.apps - a.apps || (a.name < b.name ? -1 : 1));
}
