import { axisOf } from "../field/lexicon/axis.ts";
import type { FieldReading, Reading } from "../field/reading.ts";
import { SILENT_QUALIFIERS } from "../field/relations.ts";
import { ONE_HEAD, ONE_QUALIFIER } from "../field/same-names.ts";

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
  return {
    holder: bound || holder === null ? ofMatter(matter, bound) : plain(holder, "的"),
    qualifiers: qualifiersOf(reading, head),
    residue: residue.length < 2 ? plain(residue[0] ?? "") : plain(residue.join("")),
    ordinal,
    head,
  };
}

/** The parts of each datum that a field lets be filled in. */
export function fieldParts({ readings, joint, label }: FieldReading): readonly KeyParts[] {
  const [first] = readings as readonly [Reading];
  // 法定代表人(负责人) asks for the first; what follows in brackets takes its place where there is none.
  if (readings.length === 1 || (joint === "either" && /[(（]/.test(label))) return [partsOf(first)];
  return readings.map(partsOf);
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
export function fieldElementKey(parts: readonly KeyParts[]): string {
  if (parts.length === 1) return keyOf(parts[0] as KeyParts);
  return [...new Set(parts.map(keyOf))].sort().join(JOINT);
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
  let first: Told | null = null;
  let more: readonly Told[] | null = null;
  for (const { name } of qualifiers) {
    const one = toldOf(name);
    if (one.silentWith?.includes(head)) continue;
    // What the matter says already does not single out a datum of it.
    if (bound && notions.has(name)) continue;
    if (first === null) first = one;
    else more = withOne(more ?? [first], one);
  }
  if (more !== null) return more.map(({ name }) => name);
  return first === null ? NONE : first.alone;
}

/** The qualifiers with one more, unless its name is among them, in the order in which people write them. */
function withOne(told: readonly Told[], one: Told): readonly Told[] {
  if (told.some(({ name }) => name === one.name)) return told;
  const at = told.findIndex(({ name, rank }) => rank > one.rank || (rank === one.rank && name > one.name));
  return at < 0 ? [...told, one] : told.toSpliced(at, 0, one);
}

const NONE: readonly string[] = [];

/** A qualifier: the name that stands for all its names, its place among others, a list of it alone, as most stand. */
type Told = {
  name: string;
  rank: number;
  alone: readonly string[];
  /** Heads beside which it changes nothing. */
  silentWith: readonly string[] | undefined;
};
const byName = new Map<string, Told>();
const MOST_NAMES = 20_000;

function toldOf(qualifier: string): Told {
  let told = byName.get(qualifier);
  if (told === undefined) {
    // Headings of sections are qualifiers too, and any words may stand there.
    if (byName.size > MOST_NAMES) byName.clear();
    const name = plain(ONE_QUALIFIER.get(qualifier) ?? qualifier);
    const rank = AXES.indexOf(axisOf(name) ?? "attribute");
    told = { name, rank, alone: [name], silentWith: SILENT_QUALIFIERS.get(qualifier) };
    byName.set(qualifier, told);
  }
  return told;
}

/** The holder of what only the form's own matter holds; the fields of one form stand together. */
function ofMatter(matter: string, bound: boolean): string {
  if (matter !== lastMatter.matter)
    lastMatter = { matter, bound: plain(`《${matter}》`), unknown: plain(`？${matter}`) };
  return bound ? lastMatter.bound : lastMatter.unknown;
}

let lastMatter = { matter: "", bound: "《》", unknown: "？" };

/** Without the signs that keys are made with; `dot` stands for the first of them. */
function plain(text: string, dot = " "): string {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Most names are Chinese characters alone.
    if (unit < 0x4e00 || unit > 0x9fff)
      return SIGNS.test(text)
        ? text
            .replaceAll(DOT, dot)
            .replace(/[|~#≠]/g, " ")
            .trim()
        : text;
  }
  return text;
}

const SIGNS = /[·|~#≠]|^\s|\s$/;
