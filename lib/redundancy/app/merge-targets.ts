import { functionsByKey } from "./function-key.ts";

/** An app as the functions it names. */
export type FunctionalApp = {
  id: string;
  name: string;
  functions: readonly string[] | undefined;
  isUnifiedPlatform: boolean;
};

/** What a platform could take over of one app; functions are in the app's own words. */
export type Takeable = { id: string; taken: string[]; lacking: string[]; covered: number };

export type MergeTarget = {
  id: string;
  /** It is a unified platform by the inventory; else it is the app that takes most of the others. */
  isUnifiedPlatform: boolean;
  /** Apps of which it has enough of the functions, those with nothing lacking first. */
  takes: Takeable[];
  /** Functions that it would have to be given for these, the most often lacking first, with how many apps need each. */
  lacking: { name: string; apps: number }[];
  /** Apps that list no function: of these nothing is said. */
  unlisted: number;
  compared: number;
};

/** Where apps could be merged into; `minCovered` is the least share of an app's functions that a target must have. */
export function mergeTargets(apps: readonly FunctionalApp[], minCovered: number): MergeTarget[] {
  const listed = apps.flatMap((app) => {
    const named = functionsByKey(app.functions);
    return named === undefined ? [] : [{ app, named }];
  });
  const targetOf = ({ app, named }: (typeof listed)[number]): MergeTarget => {
    const takes = listed
      .filter((other) => other.app.id !== app.id && !other.app.isUnifiedPlatform)
      .map((other) => takeable(other.app.id, other.named, named))
      .filter(({ taken, covered }) => taken.length > 0 && covered >= minCovered)
      .sort((a, b) => b.covered - a.covered || b.taken.length - a.taken.length || (a.id < b.id ? -1 : 1));
    return {
      id: app.id,
      isUnifiedPlatform: app.isUnifiedPlatform,
      takes,
      lacking: lackingOf(takes),
      unlisted: apps.length - listed.length,
      compared: listed.filter((other) => other.app.id !== app.id && !other.app.isUnifiedPlatform).length,
    };
  };
  const platforms = listed.filter(({ app }) => app.isUnifiedPlatform).map(targetOf);
  const others = listed.filter(({ app }) => !app.isUnifiedPlatform).map(targetOf);
  const [widest] = others.sort(byTakes);
  const found = widest !== undefined && widest.takes.length > 0 ? [...platforms, widest] : platforms;
  return found.sort((a, b) => Number(b.isUnifiedPlatform) - Number(a.isUnifiedPlatform) || byTakes(a, b));
}

function byTakes(a: MergeTarget, b: MergeTarget): number {
  const covered = ({ takes }: MergeTarget) => takes.reduce((sum, one) => sum + one.covered, 0);
  return b.takes.length - a.takes.length || covered(b) - covered(a) || (a.id < b.id ? -1 : 1);
}

function takeable(id: string, own: ReadonlyMap<string, string>, target: ReadonlyMap<string, string>): Takeable {
  const [taken, lacking]: [string[], string[]] = [[], []];
  for (const [key, name] of own) (target.has(key) ? taken : lacking).push(name);
  return { id, taken, lacking, covered: taken.length / own.size };
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
