/** Stretches that a text takes out of what it says (“除安保、应急等特殊场景外”): rising, apart from one another. */
export type Cuts = { starts: number[]; ends: number[] };

/** An exception is named in few words; what is further apart belongs to different thoughts. */
const LONGEST = 40;
const CLOSERS = ["外", "之外", "以外"];
/** “除打卡外，还要拍照” adds to a demand instead of taking out of it. */
const ADDITIONS = ["还", "也", "另", "同时", "仍", "再", "并", "均", "都", "要"];

/** Finds the exceptions of a normalised text, in one pass. */
export function exceptions(text: string): Cuts {
  const cuts: Cuts = { starts: [], ends: [] };
  let from = text.indexOf("除");
  while (from >= 0) {
    const end = exceptionEnd(text, from);
    if (end > 0) {
      cuts.starts.push(from);
      cuts.ends.push(end);
    }
    from = text.indexOf("除", end > 0 ? end : from + 1);
  }
  return cuts;
}

/** Where the exception that begins at `from` ends; -1 when it is none. */
function exceptionEnd(text: string, from: number): number {
  if ("清删解扣排免废消铲破".includes(text.charAt(from - 1)) && from > 0) return -1;
  const to = Math.min(text.length, from + LONGEST);
  for (let at = from + 2; at < to; at++) {
    const unit = text.charAt(at);
    if ("。;!?\n".includes(unit)) return -1;
    if (unit !== "外" || !CLOSERS.some((closer) => text.endsWith(closer, at + 1))) continue;
    const next = text.charAt(at + 1);
    if ("出部勤地来卖包网".includes(next) && next !== "") continue;
    const rest = text.slice(at + 1, at + 14).replace(/^,/, "");
    return ADDITIONS.some((word) => rest.startsWith(word)) || /仍|还需|还要|另/.test(rest) ? -1 : at + 1;
  }
  return -1;
}
