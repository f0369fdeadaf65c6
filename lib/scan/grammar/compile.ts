import { type Automaton, buildAutomaton } from "../automaton.ts";
import { type Concept, phrasesOf } from "./concept.ts";

/** A lexicon ready to be looked for: one automaton over all phrases of all notions. */
export type Lexicon = {
  names: readonly string[];
  phrases: readonly string[];
  indexOf: ReadonlyMap<string, number>;
  automaton: Automaton;
  /** Notions that phrase p stands for: `senses[senseFrom[p]]` up to `senses[senseFrom[p + 1]]`; n plus the number of notions means "is not notion n". */
  senseFrom: Int32Array;
  senses: Int32Array;
};

export function compileLexicon(concepts: Readonly<Record<string, Concept>>): Lexicon {
  const names = Object.keys(concepts);
  const senses = new Map<string, number[]>();
  const add = (phrase: string, sense: number) => {
    const known = senses.get(phrase);
    if (known === undefined) senses.set(phrase, [sense]);
    else if (!known.includes(sense)) known.push(sense);
  };
  for (const [index, name] of names.entries()) {
    const { phrases, not } = concepts[name] as Concept;
    for (const phrase of phrasesOf(phrases)) add(phrase, index);
    for (const phrase of phrasesOf(not ?? "")) add(phrase, names.length + index);
  }
  const phrases = [...senses.keys()];
  const senseFrom = new Int32Array(phrases.length + 1);
  const flat = phrases.flatMap((phrase, at) => {
    const own = senses.get(phrase) as number[];
    senseFrom[at + 1] = (senseFrom[at] as number) + own.length;
    return own;
  });
  return {
    names,
    phrases,
    indexOf: new Map(names.map((name, index) => [name, index])),
    automaton: buildAutomaton(phrases),
    senseFrom,
    senses: Int32Array.from(flat),
  };
}
