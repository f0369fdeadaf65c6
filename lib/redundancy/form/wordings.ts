import { normalText } from "../../text/normalise.ts";
import type { ElementKey } from "../element/element.ts";
import { matterOf } from "../field/form-subject.ts";
import { labelParts } from "../field/label-parts.ts";
import { Recent } from "../field/recent.ts";

/** What a label may share with the title at least, to be taken as the title's. */
const SHARED_AT_LEAST = 2;

/** A field as far as its wording counts: what it asks for, null for no datum, and whether every form asks that. */
type AskingField = { label: string; element: Pick<ElementKey, "header"> | null };

/**
 * How a form words what it asks of its own: the labels without what only its own title names (护照号 on a form about 护照 is 号), each
 * once. One template under two names words them alike, also where the data are of two kinds of people or of two matters; what every
 * form asks is worded alike everywhere and tells nothing.
 */
export function wordingsOf(title: string, fields: readonly AskingField[]): Set<string> {
  const matter = matterOf(normalText(title));
  const wordings = new Set<string>();
  for (const { label, element } of fields) {
    if (element === null || element.header) continue;
    const main = mains.of(label, mainOf);
    wordings.add(main.replace(longestShared(main, matter), "") || main);
  }
  return wordings;
}

/** Labels taken to pieces of late. */
const mains = new Recent<string>();
const mainOf = (label: string) => labelParts(label).main;

/** The same as numbers of 32 bits (FNV-1a), ascending: wordings of one region are too few to meet by chance. */
export function wordingNumbers(wordings: Iterable<string>): Uint32Array {
  return Uint32Array.from(new Set(Array.from(wordings, hashOf))).sort();
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The longest run of characters that stands in both, the first of several; empty below two characters. */
function longestShared(text: string, other: string): string {
  let longest = "";
  for (let from = 0; from < text.length; from++)
    for (let length = Math.max(longest.length + 1, SHARED_AT_LEAST); from + length <= text.length; length++) {
      const run = text.slice(from, from + length);
      if (!other.includes(run)) break;
      longest = run;
    }
  return longest;
}
