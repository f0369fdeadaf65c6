/** How a text stands to a demand that it names; the order is the order of display, those that count first. */
export const STANCES = [
  "order",
  "practice",
  "criticism",
  "prohibition",
  "clue_call",
  "proposal",
  "voluntary",
  "result",
  "mention",
] as const;
export type Stance = (typeof STANCES)[number];
export const STANCE_LABEL: Record<Stance, string> = {
  order: "要求",
  practice: "做法",
  criticism: "反映问题",
  prohibition: "禁止",
  clue_call: "征集线索",
  proposal: "建议",
  voluntary: "自愿",
  result: "减负成效",
  mention: "提及",
};

/** The stances in which a demand counts: the text orders it, or describes it as being done. */
export const COUNTING_STANCES = ["order", "practice", "criticism"] as const satisfies readonly Stance[];
const COUNTING: ReadonlySet<Stance> = new Set(COUNTING_STANCES);

/** Whether a demand in this stance counts against whoever wrote or did it. */
export function stanceCounts(stance: Stance): boolean {
  return COUNTING.has(stance);
}
