import { saysNone } from "./declared.ts";
import type { PortfolioFacts, SimilarApp } from "./facts.ts";

export const SIMILARITY_LIMITS = {
  minCovered: { label: "本应用功能被另一应用覆盖的比例", unit: "比例（0—1）", default: 0.6 },
  minShared: { label: "相同功能的最少个数", unit: "个", default: 2 },
} as const;
type Limits = Readonly<Record<keyof typeof SIMILARITY_LIMITS, number>>;

/** The apps that do so much of what this one does that the limits call them similar, the most similar first. */
export function similarBeyond(
  similarApps: PortfolioFacts["similarApps"],
  { minCovered, minShared }: Limits,
): SimilarApp[] {
  return (
    similarApps?.similar.filter(({ covered, shared }) => covered >= minCovered && shared.length >= minShared) ?? []
  );
}

/** The similar apps that a department declares; "无" declares that there are none. Undefined: it declares nothing. */
export function admittedSimilar(declaredSimilar: readonly string[] | undefined): string[] | undefined {
  return declaredSimilar?.filter((name) => !saysNone(name));
}
