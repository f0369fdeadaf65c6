import { DEMAND_LABEL } from "../asset/vocabulary.ts";
import { CONCEPTS, type ConceptName } from "./grammar/concepts/index.ts";
import { PATTERNS } from "./grammar/patterns/index.ts";
import { STANCE_RULES } from "./grammar/stance-rules.ts";
import type { Hit } from "./hit.ts";
import { STANCE_LABEL } from "./stance.ts";

const PATTERN_WORDS = new Map(PATTERNS.map(({ id, all }) => [id, all.map(slotWords).join("＋")]));
const RULE_SAYS = new Map(STANCE_RULES.map(({ id, says }) => [id, says]));
/** What is said when no rule applies: the text describes it. */
const NO_RULE = "没有禁止、取消、自愿等字样";

/** Which pattern found a hit and which rule decided how the text stands to it, in two sentences for people. */
export function explainHit({ demand, stance, counts, pattern, stanceRule }: Hit): string {
  const words = PATTERN_WORDS.get(pattern);
  const found = `按句式 ${pattern}${words === undefined ? "" : `（${words}）`}认出“${DEMAND_LABEL[demand]}”。`;
  const says = RULE_SAYS.get(stanceRule) ?? NO_RULE;
  return `${found}按语气规则 ${stanceRule}（${says}）判为“${STANCE_LABEL[stance]}”，${counts ? "计入" : "不计入"}。`;
}

function slotWords(slot: ConceptName | readonly ConceptName[]): string {
  const names = typeof slot === "string" ? [slot] : slot;
  return names.map((name) => CONCEPTS[name].label).join("或");
}
