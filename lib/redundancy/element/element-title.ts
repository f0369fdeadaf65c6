import { readKey, splitKey } from "./element-key.ts";
import { elementName, holderName } from "./element-name.ts";

/** A wording that is longer than this explains more than it names. */
const LONGEST = 20;

/**
 * What an element is called where the labels are at hand that ask for it (one a field): by its name where one of them says the same,
 * else as most of them word it, for words that are put together again from a key seldom stand as people write them.
 */
export function elementTitle(key: string, labels: readonly string[]): string {
  const name = elementName(key);
  const { keys, apart } = splitKey(key);
  const [single = "", ...more] = keys;
  const label = commonest(labels);
  if (more.length > 0 || apart !== null || label === null || label.length > LONGEST) return name;
  const { holder, qualifiers, residue } = readKey(single);
  if (holder === "") return label;
  const whose = holderName(holder);
  if (whose.startsWith("《")) return `${whose}的${label}`;
  const isImplied = IMPLIED.has(holder);
  if (isImplied && residue === "" && qualifiers.length < 2) return name;
  const said = bare(isImplied && name.startsWith(whose) ? name.slice(whose.length) : name);
  if (labels.some((one) => bare(one).includes(said))) return name;
  return isImplied && !label.includes(whose) ? `${whose}的${label}` : label;
}

/** Holders that labels seldom name, for the form does. */
const IMPLIED = new Set(["本人", "本单位", "？"]);

const bare = (text: string) => text.replaceAll("的", "");

/** The label that occurs most, then the shortest, then by code point; null where there is none. */
function commonest(labels: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}
