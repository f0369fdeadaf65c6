/** An exception is named in few words; what is further apart belongs to different thoughts. */
const LONGEST = 40;
/** “除打卡外，还要拍照” adds to a demand instead of taking out of it. */
const ADDITIONS = ["还", "也", "另", "同时", "仍", "再", "并", "均", "都", "要"];

/** Stretches that a normalised text takes out of what it says (“除安保、应急等特殊场景外”): rising, apart; one pass. */
export function exceptions(text: string): { start: number; end: number }[] {
  const cuts: { start: number; end: number }[] = [];
  let from = text.indexOf("除");
  while (from >= 0) {
    const end = exceptionEnd(text, from);
    if (end > 0) cuts.push({ start: from, end });
    from = text.indexOf("除", end > 0 ? end : from + 1);
  }
  return cuts;
}

/** Where the exception that begins at `from` ends; -1 when it is none. */
function exceptionEnd(text: string, from: number): number {
  if (from > 0 && "清删解扣排免废消铲破".includes(text.charAt(from - 1))) return -1;
  const to = Math.min(text.length, from + LONGEST);
  for (let at = from + 2; at < to; at++) {
    const unit = text.charAt(at);
    if ("。;!?\n".includes(unit) || unit === "除") return -1;
    if (unit !== "外") continue;
    const next = text.charAt(at + 1);
    if (next !== "" && "出部勤地来卖包网".includes(next)) continue;
    const rest = text.slice(at + 1, at + 14).replace(/^,/, "");
    return ADDITIONS.some((word) => rest.startsWith(word)) || /仍|还需|还要|另/.test(rest) ? -1 : at + 1;
  }
  return -1;
}
