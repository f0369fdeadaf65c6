import { DEMAND_LABEL } from "../asset/vocabulary.ts";
import { PATTERNS } from "./grammar/patterns/index.ts";
import { STANCE_RULES } from "./grammar/stance-rules.ts";
import type { Hit } from "./hit.ts";
import { STANCE_LABEL } from "./stance.ts";

const PATTERN_SAYS = new Map(PATTERNS.map(({ id, says }) => [id, says]));
const RULE_SAYS = new Map(STANCE_RULES.map(({ id, says }) => [id, says]));
/** What is said when no rule applies: the text describes it. */
const NO_RULE = "没有禁止、取消、自愿等字样";

/** What a hit was found by and why the text stands to it as it does, in two sentences for people; of an older grammar only what is known. */
export function explainHit({ demand, stance, counts, pattern, stanceRule }: Hit): string {
  const found = PATTERN_SAYS.get(pattern);
  const says = RULE_SAYS.get(stanceRule) ?? NO_RULE;
  return `${found === undefined ? "认出" : `${found}，认出`}“${DEMAND_LABEL[demand]}”。${says}，判为“${STANCE_LABEL[stance]}”，${counts ? "计入" : "不计入"}。`;
}
