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
  const whose = bound ? `《${matter}》` : holder === null ? `？${matter}` : holder.replaceAll(DOT, "的");
  return {
    holder: plain(whose),
    qualifiers: qualifiersOf(reading, head),
    residue: residue.length === 0 ? "" : plain(residue.join("")),
    ordinal,
    head,
  };
}

/** Parts as one text; equal parts make equal texts, and `readKey` finds the parts in it. */
export function keyOf({ holder, qualifiers, residue, ordinal, head }: KeyParts): string {
  let key = holder;
  for (const qualifier of qualifiers) key += DOT + qualifier;
  if (residue !== "") key += `${DOT}~${residue}`;
  if (ordinal !== null) key += `${DOT}#${ordinal}`;
  return key + DOT + head;
}

/** The parts of a key that `keyOf` made. */
export function readKey(key: string): KeyParts {
  const parts = key.split(DOT);
  const [holder = "", head = UNKNOWN_HEAD] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
  const read = { holder, qualifiers: [] as string[], residue: "", ordinal: null as string | null, head };
  for (const part of parts.slice(1, -1)) {
    if (part.startsWith("~")) read.residue ||= part.slice(1);
    else if (part.startsWith("#")) read.ordinal ??= part.slice(1);
    else read.qualifiers.push(part);
  }
  return read;
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

function qualifiersOf({ qualifiers, bound, notions }: Reading, head: string): readonly string[] {
  if (qualifiers.length === 0) return NONE;
  const told: Told[] = [];
  for (const { name } of qualifiers) {
    if (isSilent(name, head)) continue;
    // What the matter says already does not single out a datum of it.
    if (bound && notions.has(name)) continue;
    const one = toldOf(name);
    if (!told.some((other) => other.name === one.name)) told.push(one);
  }
  if (told.length === 1) return (told[0] as Told).alone;
  return told.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1)).map(({ name }) => name);
}

const NONE: readonly string[] = [];

/** A qualifier by the name that stands for all its names, its place among others, and a list of it alone, as most stand. */
type Told = { name: string; rank: number; alone: readonly string[] };
const byName = new Map<string, Told>();
const MOST_NAMES = 20_000;

function toldOf(qualifier: string): Told {
  let told = byName.get(qualifier);
  if (told === undefined) {
    // Headings of sections are qualifiers too, and any words may stand there.
    if (byName.size > MOST_NAMES) byName.clear();
    const name = plain(ONE_QUALIFIER.get(qualifier) ?? qualifier);
    told = { name, rank: AXES.indexOf(axisOf(name) ?? "attribute"), alone: [name] };
    byName.set(qualifier, told);
  }
  return told;
}

/** Without the signs that keys are made with. */
function plain(text: string): string {
  return SIGNS.test(text) ? text.replace(/[·|~#≠]/g, " ").trim() : text;
}

const SIGNS = /[·|~#≠]|^\s|\s$/;
