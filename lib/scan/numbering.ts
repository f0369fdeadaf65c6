const NUMBERING = /^\s*(?:[（(]?(?:[一二三四五六七八九十百]{1,4}|\d{1,3})(?:[）)、]|[.．](?!\d))\s*){1,3}/;

/** A sentence without the number that its list gives it: “（三）”, “3.”, “三、”, “一、（三）”. */
export function withoutNumbering(sentence: string): string {
  return sentence.replace(NUMBERING, "");
}
