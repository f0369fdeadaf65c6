const NUMBER = "[\\d０-９.．]{1,8}|[一二三四五六七八九十百两半]{1,4}";
const UNIT = "个?百分点|分|%|％";
/** The first that a sentence has is its weight: a share of the total before a gain or a loss. */
const PATTERNS = [
  new RegExp(`(?:满分|分值|权重|占比|共计|占|计|共)\\s{0,3}(?:为|是|：|:)?\\s{0,3}(?:${NUMBER})\\s{0,3}(?:${UNIT})`),
  new RegExp(`(?:倒扣|扣减|扣除|扣|加|得|减)\\s{0,3}(?:${NUMBER})\\s{0,3}(?:${UNIT})`),
  new RegExp(`[（(]\\s{0,3}(?:${NUMBER})\\s{0,3}分\\s{0,3}[）)]`),
];

/** The weight that a sentence gives an indicator, as it is written ("占21分", "每次扣2分" gives "扣2分"); null where it gives none. */
export function weightIn(sentence: string): string | null {
  for (const pattern of PATTERNS) {
    const found = pattern.exec(sentence)?.[0];
    if (found !== undefined) return found.replace(/^[（(]\s*|\s*[）)]$/g, "");
  }
  return null;
}
