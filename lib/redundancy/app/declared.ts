import { functionKey } from "./function-key.ts";

/** Held against what a department declares of similar apps. */
export type DeclaringApp = {
  id: string;
  /** The similar apps it declares, in its words; [] declares that there are none; undefined: it declares nothing. */
  declared: readonly string[] | undefined;
  /** Whether its functions are listed: without them nothing can be found. */
  listed: boolean;
};
type Named = { id: string; name: string };

/** What became of the declaration of one app. `unknown`: it declares nothing, or what it does is not listed. */
export const DECLARATION_OUTCOMES = ["both", "declared_only", "found_only", "none", "unknown"] as const;
export type DeclarationOutcome = (typeof DECLARATION_OUTCOMES)[number];
export const DECLARATION_LABEL: Record<DeclarationOutcome, string> = {
  both: "申报了，比对也发现",
  declared_only: "只有申报，比对没有发现",
  found_only: "只有比对发现，没有申报",
  none: "申报和比对都没有",
  unknown: "无法核对",
};

export type Declaration = {
  outcome: DeclarationOutcome;
  /** Declared names with the app found for each; null: nothing that was found goes by this name. */
  declared: { name: string; found: Named | null }[];
  /** Found, and declared under no name. */
  undeclared: Named[];
  /** Why nothing can be said. */
  why: "not_declared" | "not_listed" | null;
};

/** Holds what an app declares against the similar ones that were found. What was found and not declared outweighs the rest. */
export function checkDeclaration(app: DeclaringApp, found: readonly Named[]): Declaration {
  const names = (app.declared ?? []).map((name) => ({
    name,
    found: found.find((other) => isSameName(name, other.name)) ?? null,
  }));
  const undeclared = found.filter(({ name }) => !names.some((one) => isSameName(one.name, name)));
  const result = { declared: names, undeclared };
  if (app.declared === undefined) return { ...result, outcome: "unknown", why: "not_declared" };
  if (!app.listed && found.length === 0) return { ...result, outcome: "unknown", why: "not_listed" };
  const outcome =
    undeclared.length > 0
      ? "found_only"
      : names.length === 0
        ? "none"
        : names.some((one) => one.found !== null)
          ? "both"
          : "declared_only";
  return { ...result, outcome, why: null };
}

/** Whether a name as it was declared means this app: people leave out the county, add “系统” or a bracket. */
export function isSameName(declared: string, name: string): boolean {
  const [one, other] = [functionKey(declared), functionKey(name)];
  return one !== "" && other !== "" && (other.includes(one) || one.includes(other));
}
