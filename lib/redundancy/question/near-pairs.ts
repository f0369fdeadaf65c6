import { characterPairs } from "../../text/character-pairs.ts";
import { areNearHolders } from "../field/compare-readings.ts";
import { asksAlike, namesOnly, touchesMatter } from "../field/nearness.ts";
import type { FieldReading, Reading } from "../field/reading.ts";
import { UNCLEAR_HEADS } from "../field/relations.ts";
import { isSilent, ONE_HEAD, ONE_QUALIFIER } from "../field/same-names.ts";

/** One reading of one field as it is looked up. */
type Card = {
  field: number;
  reading: Reading;
  /** The head, one name for all names of one datum. */
  head: string;
  rest: string;
  told: ReadonlySet<string>;
};

/**
 * Pairs of fields (by their places in the list, the smaller first) among which are all that are the same or should be asked about:
 * only fields meet that share what two near ones must share. Never all pairs with each other.
 */
export function nearPairs(fields: readonly FieldReading[]): [number, number][] {
  const cards = fields.flatMap((field, at) => field.readings.map((reading) => cardOf(reading, at)));
  const shared = sharedNotions(cards);
  const blocks = new Map<string, Card[]>();
  const put = (key: string, card: Card) => {
    const block = blocks.get(key);
    if (block) block.push(card);
    else blocks.set(key, [card]);
  };
  for (const card of cards) {
    const { head, rest, reading } = card;
    // In doubt about anything but the content: the same content.
    put(`content\n${head}\n${rest}`, card);
    // In doubt about the content: of one holder, and near by meaning, or but for unknown words, or mostly the same characters.
    for (const whose of holdersOf(reading, shared)) {
      for (const relation of UNCLEAR.get(reading.head ?? "") ?? []) put(`near\n${relation}\n${rest}\n${whose}`, card);
      if (reading.named && (head === "" || namesOnly(reading))) put(`named\n${whose}`, card);
      if (head !== "") put(`words\n${head}\n${whose}`, card);
      for (const pair of characterPairs(rest + (reading.head ?? ""))) put(`signs\n${pair}\n${whose}`, card);
    }
  }
  const found = new Set<number>();
  for (const [key, block] of blocks) {
    const byContent = key.startsWith("content");
    for (let at = 1; at < block.length; at++) {
      const one = block[at] as Card;
      for (let to = 0; to < at; to++) {
        const other = block[to] as Card;
        if (one.field === other.field || !(byContent ? mayBeOfOne(one, other) : mayAskAlike(one, other))) continue;
        found.add(Math.min(one.field, other.field) * fields.length + Math.max(one.field, other.field));
      }
    }
  }
  return [...found].sort((a, b) => a - b).map((pair) => [Math.floor(pair / fields.length), pair % fields.length]);
}

const UNCLEAR = new Map<string, string[]>();
for (const [one, other] of UNCLEAR_HEADS)
  for (const head of [one, other]) UNCLEAR.set(head, [...(UNCLEAR.get(head) ?? []), `${one}|${other}`]);

function cardOf(reading: Reading, field: number): Card {
  const { head, residue, qualifiers } = reading;
  const told = qualifiers.flatMap(({ name }) => (isSilent(name, head) ? [] : [ONE_QUALIFIER.get(name) ?? name]));
  return {
    field,
    reading,
    head: ONE_HEAD.get(head ?? "") ?? head ?? "",
    rest: residue.join(""),
    told: new Set(told),
  };
}

/** By what fields of one holder meet; a datum of a form's own matter meets also those that name what the matter is about. */
function holdersOf(reading: Reading, shared: ReadonlySet<string>): string[] {
  const { holder, bound, matter } = reading;
  const named = namesOf(reading).flatMap((name) => (shared.has(name) ? [`~${name}`] : []));
  return [bound ? `《${matter}` : (holder ?? "？"), ...named];
}

/** What a datum is said to be of: notions of its matter, its holder, or what singles it out. */
function namesOf({ holder, bound, notions, qualifiers }: Reading): string[] {
  if (bound) return [...notions];
  return holder ? [holder] : [...new Set(qualifiers.map(({ name }) => name))];
}

/** What both a datum of a form's own matter and another one is said to be of. */
function sharedNotions(cards: readonly Card[]): Set<string> {
  const names = (bound: boolean) =>
    new Set(cards.flatMap(({ reading }) => (reading.bound === bound ? namesOf(reading) : [])));
  return names(true).intersection(names(false));
}

/** Whether two with the same content may be of one holder, and are not each said to be another one. */
function mayBeOfOne(one: Card, other: Card): boolean {
  return mayShareHolder(one.reading, other.reading) && !(saysMore(one, other) && saysMore(other, one));
}

/** Whether two of one holder may ask for one content: then nothing else may be in doubt. */
function mayAskAlike(one: Card, other: Card): boolean {
  return !saysMore(one, other) && !saysMore(other, one) && asksAlike(one.reading, other.reading);
}

function mayShareHolder(a: Reading, b: Reading): boolean {
  if (a.bound && b.bound) return a.matter === b.matter || a.matter === "" || b.matter === "";
  if (a.bound || b.bound) return touchesMatter(a.bound ? a : b, a.bound ? b : a);
  return a.holder === b.holder || !a.holder || !b.holder || areNearHolders(a, b);
}

/** Whether one names something that neither the other nor the matter of either names. */
function saysMore(one: Card, other: Card): boolean {
  for (const name of one.told)
    if (!other.told.has(name) && !one.reading.notions.has(name) && !other.reading.notions.has(name)) return true;
  return false;
}
