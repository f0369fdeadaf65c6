import { DEMAND_LABEL } from "../asset/vocabulary.ts";
import type { Hit } from "./hit.ts";
import { STANCE_LABEL } from "./stance.ts";

/** Which pattern found a hit and which rule decided how the text stands to it, in a sentence for people. */
export function explainHit(hit: Hit): string {
  return `${DEMAND_LABEL[hit.demand]}（${STANCE_LABEL[hit.stance]}）：句式 ${hit.pattern}，语气规则 ${hit.stanceRule}。`;
}
