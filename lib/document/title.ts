const KINDS =
  "通知|方案|办法|细则|意见|报告|函|公告|通告|通报|制度|规定|规则|倡议书|决定|请示|批复|纪要|要求|要点|清单|计划|说明|标准|明白纸|须知|问卷|台账|指南|提示|简报";
const OFFICIAL = new RegExp(`(${KINDS})([（(][^（）()]{1,20}[)）])?$`);
const LOOK_AT = 20;
const LONGEST = 80;

/** The title of a document from its first lines: the one that names its kind, wrapped lines joined; else a short first line. */
export function titleOf(lines: readonly string[]): string | null {
  const top = lines.slice(0, LOOK_AT);
  for (const [index, line] of top.entries()) {
    if (line.length > LONGEST || /[。！？；]$/.test(line) || line.includes("\t")) continue;
    if (OFFICIAL.test(line) && (line.includes("关于") || line.length <= 40)) return line;
    if (!line.includes("关于")) continue;
    // A long title is set in two or three lines.
    for (const count of [2, 3]) {
      const joined = top.slice(index, index + count).join("");
      if (joined.length <= LONGEST && OFFICIAL.test(joined)) return joined;
    }
  }
  const [first] = lines;
  return first !== undefined && first.length <= 60 && !/[。！？；：]$/.test(first) && !first.includes("\t")
    ? first
    : null;
}
