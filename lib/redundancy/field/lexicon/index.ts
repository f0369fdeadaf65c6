import { BY_CONTEXT, FUSIONS } from "./fusions.ts";
import { MATTER_HEADS, OPEN_HEADS } from "./heads-open.ts";
import { CONTACT_HEADS, ORGANISATION_HEADS } from "./heads-organisation.ts";
import { PERSON_HEADS } from "./heads-person.ts";
import { FLAGS, LOOSE, NOISE } from "./noise.ts";
import { ORGANISATION_ROLES, ORGANISATION_TYPES } from "./organisations.ts";
import { APPLICANTS, PERSON_ROLES, PERSON_TYPES } from "./person-roles.ts";
import { ACTS, QUALIFIERS } from "./qualifiers.ts";
import { DOCUMENTS, THINGS } from "./things.ts";
import { type Trie, trieOf } from "./trie.ts";

/** Whose datum: `type` words name the form's own subject, the others somebody or something of their own. */
export type SubjectKind =
  | "person_type"
  | "applicant"
  | "person"
  | "organisation_type"
  | "organisation"
  | "document"
  | "thing";
/** Whom or what a kind of datum belongs to when the label does not say. */
export type HeadKind = "person" | "organisation" | "contact" | "open" | "matter";
export type Axis = keyof typeof QUALIFIERS | "act";

export type Concept =
  | { role: "subject"; name: string; kind: SubjectKind }
  | { role: "head"; name: string; kind: HeadKind }
  | { role: "qualifier"; name: string; axis: Axis }
  | { role: "flag" | "noise" | "loose"; name: string };

/** A word of the lexicon and all that it says. */
export type Entry = {
  word: string;
  concepts: readonly Concept[];
  /** What it says instead in a form about organisations. */
  ofOrganisation?: readonly Concept[];
  /** Where in a label the word may stand. */
  place: (typeof PLACES)[number];
};

const PLACES = ["anywhere", "first", "last"] as const;

export type Lexicon = {
  /** The words for looking up, and where each may stand: 0 anywhere, 1 first, 2 last. */
  trie: Trie;
  places: Uint8Array;
  /** Words with brackets or separators of their own, which are looked up before a label is taken apart. */
  bracketed: readonly { word: string; plain: string }[];
  conceptNamed: ReadonlyMap<string, Concept>;
  /** Every word, in the order in which it was defined. */
  words: readonly Entry[];
  size: number;
};

const SUBJECTS: readonly [SubjectKind, string][] = [
  ["person_type", PERSON_TYPES],
  ["applicant", APPLICANTS],
  ["person", PERSON_ROLES],
  ["organisation_type", ORGANISATION_TYPES],
  ["organisation", ORGANISATION_ROLES],
  ["document", DOCUMENTS],
  ["thing", THINGS],
];
const HEADS: readonly [HeadKind, string][] = [
  ["person", PERSON_HEADS],
  ["organisation", ORGANISATION_HEADS],
  ["contact", CONTACT_HEADS],
  ["open", OPEN_HEADS],
  ["matter", MATTER_HEADS],
];

/** What every paper has: its number. */
const PAPER_NUMBERS = ["号", "号码", "编号", "证号"];

let built: Lexicon | undefined;

/** The lexicon, built when first asked for. */
export function lexicon(): Lexicon {
  built ??= build();
  return built;
}

function build(): Lexicon {
  const conceptNamed = new Map<string, Concept>();
  const entries = new Map<string, Entry>();
  const bracketed: { word: string; plain: string }[] = [];
  const clashes: string[] = [];
  const papers: [string, Concept][] = [];

  const enter = (marked: string, concepts: readonly Concept[], ofOrganisation?: readonly Concept[]) => {
    const word = marked.replace("…", "");
    if (/[(),、/]/.test(word)) {
      bracketed.push({ word, plain: (concepts[0] as Concept).name });
      return;
    }
    if (entries.has(word)) clashes.push(word);
    const only = concepts.length === 1 ? (concepts[0] as Concept) : null;
    const place = marked.endsWith("…")
      ? "first"
      : marked.startsWith("…") || (word.length === 1 && only?.role === "head")
        ? "last"
        : "anywhere";
    entries.set(word, { word, concepts, place, ...(ofOrganisation && { ofOrganisation }) });
  };
  const define = (lines: string, concept: (name: string) => Concept) => {
    for (const words of rows(lines)) {
      const name = (words[0] as string).replace(/[*…]/g, "");
      const made = concept(name);
      if (conceptNamed.has(name)) clashes.push(`${name} (name)`);
      conceptNamed.set(name, made);
      for (const word of words) if (!word.startsWith("*")) enter(word, [made]);
      if (made.role === "subject" && made.kind === "document")
        papers.push(...words.map((word): [string, Concept] => [word, made]));
    }
  };
  const named = (names: string): Concept[] =>
    names
      .trim()
      .split(" ")
      .map((name) => {
        const concept = conceptNamed.get(name);
        if (!concept) throw new Error(`The lexicon has no concept ${name}.`);
        return concept;
      });

  for (const [kind, lines] of SUBJECTS) define(lines, (name) => ({ role: "subject", name, kind }));
  for (const [kind, lines] of HEADS) define(lines, (name) => ({ role: "head", name, kind }));
  for (const [axis, lines] of Object.entries(QUALIFIERS))
    define(lines, (name) => ({ role: "qualifier", name, axis: axis as Axis }));
  define(ACTS, (name) => ({ role: "qualifier", name, axis: "act" }));
  for (const [role, words] of [
    ["noise", NOISE],
    ["flag", FLAGS],
    ["loose", LOOSE],
  ] as const)
    for (const word of words.trim().split(/\s+/)) enter(word, [{ role, name: word }]);
  for (const line of lines(FUSIONS)) {
    const [words, parts] = line.split(" = ") as [string, string];
    const concepts = named(parts);
    for (const word of words.split(" ")) {
      if (/[(),、/]/.test(word)) bracketed.push({ word, plain: words.split(" ")[0] as string });
      else enter(word, concepts);
    }
  }
  for (const line of lines(BY_CONTEXT)) {
    const [words, senses] = line.split(" = ") as [string, string];
    const [person, organisation] = senses.split(" | ") as [string, string];
    for (const word of words.split(" ")) enter(word, named(person), named(organisation));
  }
  const number = named("编号")[0] as Concept;
  for (const [word, paper] of papers)
    for (const suffix of PAPER_NUMBERS) if (!entries.has(word + suffix)) enter(word + suffix, [paper, number]);
  if (clashes.length > 0) throw new Error(`Words with two senses in the lexicon: ${clashes.join(" ")}`);

  const words = [...entries.values()];
  const trie = trieOf(words.map(({ word }) => word));
  const places = Uint8Array.from(words, ({ place }) => PLACES.indexOf(place));
  bracketed.sort((a, b) => b.word.length - a.word.length);
  return { trie, places, bracketed, conceptNamed, words, size: words.length };
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function rows(text: string): string[][] {
  return lines(text).map((line) => line.split(/\s+/));
}
