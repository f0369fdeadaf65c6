/** A notion with the words for it; in `phrases` and `not`, blanks divide phrases, `(a|b)` is a choice and `[a]` may be missing. */
export type Concept = {
  /** What it stands for, in Chinese. */
  label: string;
  phrases: string;
  /** Longer phrases in which those words mean something else. */
  not?: string;
};

/** All phrases that a line of templates stands for. */
export function phrasesOf(templates: string): string[] {
  return [...new Set(templates.split(/\s+/).filter(Boolean).flatMap(expand))];
}

function expand(template: string): string[] {
  const open = template.search(/[[(]/);
  if (open < 0) return [template];
  const optional = template[open] === "[";
  const close = closing(template, open);
  const inner = template.slice(open + 1, close);
  const choices = [...split(inner).flatMap(expand), ...(optional ? [""] : [])];
  const rest = expand(template.slice(close + 1));
  return choices.flatMap((choice) => rest.map((tail) => template.slice(0, open) + choice + tail));
}

function closing(template: string, open: number): number {
  let depth = 0;
  for (let at = open; at < template.length; at++) {
    if ("[(".includes(template.charAt(at))) depth++;
    if ("])".includes(template.charAt(at)) && --depth === 0) return at;
  }
  throw new Error(`句式不完整：${template}`);
}

function split(inner: string): string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const character of inner) {
    if ("[(".includes(character)) depth++;
    if ("])".includes(character)) depth--;
    if (character === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}
