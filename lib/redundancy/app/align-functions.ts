import { functionsByKey } from "./function-key.ts";

/** One function over the compared apps: by what name each has it, null where it has it not, in the order of the apps. */
export type FunctionRow = { name: string; names: (string | null)[]; apps: number };

/**
 * The functions of apps side by side, those that most have first; an app that lists none (undefined) has null in every row, and
 * nothing is known of it.
 */
export function alignFunctions(apps: readonly (readonly string[] | undefined)[]): FunctionRow[] {
  const named = apps.map(functionsByKey);
  const keys = new Set(named.flatMap((one) => [...(one?.keys() ?? [])]));
  return [...keys]
    .map((key): FunctionRow => {
      const names = named.map((one) => one?.get(key) ?? null);
      const has = names.filter((name) => name !== null);
      return { name: has[0] ?? key, names, apps: has.length };
    })
    .sort((a, b) => b.apps - a.apps);
}
