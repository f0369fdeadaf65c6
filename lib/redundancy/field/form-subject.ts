import { normalText } from "../../text/normalise.ts";
import type { FormContext } from "./form-context.ts";
import { lexicon } from "./lexicon/index.ts";
import {
  ORGANISATION_TITLES,
  PEOPLE_TITLES,
  RELATIVES_TITLES,
  TITLE_NOISE,
  WEAK_ORGANISATION_TITLES,
  WEAK_PEOPLE_TITLES,
} from "./lexicon/titles.ts";
import { parsePiece } from "./parse-piece.ts";
import { Recent } from "./recent.ts";
import { segment } from "./segment.ts";

/** Whom a form is about. */
export type FormSubject = {
  kind: "person" | "organisation" | "unknown";
  /** The form lists people beside the one it is about. */
  relatives: boolean;
  /** Its matter in a few words: the title without what every title has. Empty when there is no title. */
  matter: string;
  /** The notions that the matter is made of. */
  notions: ReadonlySet<string>;
};

const PEOPLE = PEOPLE_TITLES.split(" ");
const ORGANISATIONS = ORGANISATION_TITLES.split(" ");
const WEAK_PEOPLE = WEAK_PEOPLE_TITLES.split(" ");
const WEAK_ORGANISATIONS = WEAK_ORGANISATION_TITLES.split(" ");
const RELATIVES = RELATIVES_TITLES.split(" ");
const TITLE_WORDS = TITLE_NOISE.split(" ");
const NONE: FormSubject = { kind: "unknown", relatives: false, matter: "", notions: new Set() };
/** How many labels of a form must speak for people or for organisations, and by how many more. */
const LABEL_MAJORITY = 2;

const byTitle = new Map<string, FormSubject>();

/** Whom a form is about, by its labels where they are known, else by its title, else by its system. */
export function formSubject({ title, system, labels }: FormContext): FormSubject {
  const named = title === undefined ? NONE : fromTitle(title);
  const spoken = labels === undefined ? "unknown" : fromLabels(labels);
  if (spoken !== "unknown") return { ...named, kind: spoken };
  if (named.kind !== "unknown" || system === undefined) return named;
  return { ...named, kind: fromTitle(system).kind };
}

function fromTitle(title: string): FormSubject {
  let known = byTitle.get(title);
  if (!known) {
    if (byTitle.size > 20_000) byTitle.clear();
    known = readTitle(title);
    byTitle.set(title, known);
  }
  return known;
}

function readTitle(title: string): FormSubject {
  const text = normalText(title);
  const matter = matterOf(text);
  const notions = new Set([
    ...segment(matter).flatMap(({ entry }) =>
      entry ? entry.concepts.filter(({ role }) => role !== "noise").map(({ name }) => name) : [],
    ),
    // 残疾人登记表 is about 残疾 too.
    ...[...lexicon().conceptNamed.values()].flatMap((concept) =>
      concept.role === "qualifier" && concept.axis === "topic" && matter.includes(concept.name) ? [concept.name] : [],
    ),
  ]);
  const people = lastMention(text, PEOPLE);
  const organisation = lastMention(text, ORGANISATIONS);
  const strong = people > 0 || organisation > 0;
  const kind = strong
    ? later(people, organisation)
    : later(lastMention(text, WEAK_PEOPLE), lastMention(text, WEAK_ORGANISATIONS));
  return { kind, relatives: RELATIVES.some((word) => text.includes(word)), matter, notions };
}

function later(people: number, organisation: number): FormSubject["kind"] {
  return people === 0 && organisation === 0 ? "unknown" : people >= organisation ? "person" : "organisation";
}

/** Where the last mention of one of the words ends: the head of a Chinese title stands at its end. 0 for none. */
function lastMention(text: string, words: readonly string[]): number {
  let last = 0;
  for (const word of words) {
    const at = text.lastIndexOf(word);
    if (at >= 0) last = Math.max(last, at + word.length);
  }
  return last;
}

/** The title without brackets, years and the words that every title has. */
export function matterOf(title: string): string {
  let text = title
    .replace(/\([^()]*\)/g, "")
    .replace(/\d{4}年?度?/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
  for (const word of TITLE_WORDS)
    if (text.length > word.length && text.endsWith(word)) text = text.slice(0, -word.length);
  return text;
}

function fromLabels(labels: readonly string[]): FormSubject["kind"] {
  let people = 0;
  let organisations = 0;
  for (const label of labels) {
    const kind = spokenFor.of(label, fromLabel);
    if (kind === "person") people++;
    else if (kind === "organisation") organisations++;
  }
  if (people >= LABEL_MAJORITY && people > organisations * 2) return "person";
  if (organisations >= LABEL_MAJORITY && organisations > people) return "organisation";
  return "unknown";
}

/** Labels asked of late whom they speak for. */
const spokenFor = new Recent<FormSubject["kind"]>();

/** Whom a label that names no owner speaks for. */
function fromLabel(label: string): FormSubject["kind"] {
  const { owners, head } = parsePiece(normalText(label), false);
  if (owners.some(({ kind }) => kind === "person" || kind === "organisation")) return "unknown";
  if (head?.kind === "person") return "person";
  return head?.kind === "organisation" || (head?.name === "名称" && owners.length > 0) ? "organisation" : "unknown";
}
