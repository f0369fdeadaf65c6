import { axisOf } from "../field/lexicon/axis.ts";
import type { FieldReading, Reading } from "../field/reading.ts";
import { isSilent, ONE_HEAD, ONE_QUALIFIER } from "../field/same-names.ts";

/**
 * The parts of a key: whose datum (holder, or the form's own matter), which one (qualifiers, characters without a meaning, place
 * among like ones), what (head). Everything that says one datum in two ways has been folded into one.
 */
export type KeyParts = {
  /** 本人, 本单位, 团组织的负责人; “” for what says the same whoever holds it; 《…》 the form's own matter; ？… nobody can tell. */
  holder: string;
  qualifiers: readonly string[];
  residue: string;
  ordinal: string | null;
  head: string;
};

const DOT = "·";
const UNKNOWN_HEAD = "?";
/** In which order qualifiers are named, so that they read as people write them; axes that are not listed come first, unknown words as attributes. */
const AXES = ["moment", "period", "house", "topic", "act", "address", "attribute", "bound", "phone"];

/** The parts of one reading, folded. */
export function partsOf(reading: Reading): KeyParts {
  const { holder, bound, matter, residue, ordinal } = reading;
  const head = headOf(reading);
  const whose = bound ? `《${matter}》` : holder === null ? `？${matter}` : holder.split(DOT).join("的");
  return {
    holder: plain(whose),
    qualifiers: qualifiersOf(reading, head),
    residue: plain(residue.join("")),
    ordinal,
    head,
  };
}

/** Parts as one text; equal parts make equal texts, and `readKey` finds the parts in it. */
export function keyOf({ holder, qualifiers, residue, ordinal, head }: KeyParts): string {
  const which = [...qualifiers];
  if (residue !== "") which.push(`~${residue}`);
  if (ordinal !== null) which.push(`#${ordinal}`);
  return [holder, ...which, head].join(DOT);
}

/** The parts of a key that `keyOf` made. */
export function readKey(key: string): KeyParts {
  const [holder = "", ...rest] = key.split(DOT);
  const head = rest.pop() ?? UNKNOWN_HEAD;
  return {
    holder,
    qualifiers: rest.filter((part) => !/^[~#]/.test(part)),
    residue: rest.find((part) => part.startsWith("~"))?.slice(1) ?? "",
    ordinal: rest.find((part) => part.startsWith("#"))?.slice(1) ?? null,
    head,
  };
}

/** What stands between the keys of a field that lets several data be filled in. */
const JOINT = " | ";
/** What stands before the label that a person set apart from the others of its key. */
const APART = " ≠ ";

/** The key of a field: several data that may be filled in are one key of their own, in whatever order they stand. */
export function fieldElementKey({ readings, joint, label }: FieldReading): string {
  const keys = readings.map((reading) => keyOf(partsOf(reading)));
  // 法定代表人(负责人) asks for the first; what follows in brackets takes its place where there is none.
  if (joint === "either" && /[(（]/.test(label)) return keys[0] as string;
  return [...new Set(keys)].sort().join(JOINT);
}

/** The key of a label that a person set apart from the others of a key, everywhere or on one form. */
export function apartKey(key: string, label: string, form: string | null): string {
  return `${key}${APART}${form === null ? "" : `《${form}》`}${label}`;
}

/** The keys of which a key is made, and the label that it is set apart by. */
export function splitKey(key: string): { keys: string[]; apart: string | null } {
  const at = key.indexOf(APART);
  const whole = at < 0 ? key : key.slice(0, at);
  return { keys: whole.split(JOINT), apart: at < 0 ? null : key.slice(at + APART.length) };
}

function headOf({ head, holder, bound }: Reading): string {
  if (head === null) return UNKNOWN_HEAD;
  // Only a person's paper is taken for the identity card.
  if (bound || holder === "本单位") return head;
  return ONE_HEAD.get(head) ?? head;
}

function qualifiersOf({ qualifiers, bound, notions }: Reading, head: string): string[] {
  const told = new Set<string>();
  for (const { name } of qualifiers) {
    if (isSilent(name, head)) continue;
    // What the matter says already does not single out a datum of it.
    if (bound && notions.has(name)) continue;
    told.add(plain(ONE_QUALIFIER.get(name) ?? name));
  }
  return [...told].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function rank(name: string): number {
  return AXES.indexOf(axisOf(name) ?? "attribute");
}

/** Without the signs that keys are made with. */
function plain(text: string): string {
  return text.replace(/[·|~#≠]/g, " ").trim();
}
