import { normalise } from "../text/normalise.ts";
import type { Span } from "./hit.ts";

/** An item that a text may speak of. */
export type NameableItem = { id: string; name: string; unitId: string | null };

/** Where a text names an item; several items may share the name. Offsets are those of the text as given. */
export type Mention = { span: Span; itemIds: readonly string[] };

/** Why an item is proposed for a hit: how near its name stands. */
export type Proposal = { itemId: string; why: "sentence" | "before" | "title" | "after" };
export const PROPOSAL_LABEL: Record<Proposal["why"], string> = {
  sentence: "同一句里写到",
  before: "前文写到",
  title: "标题里写到",
  after: "后文写到",
};

/** A name shorter than this is an ordinary word, unless the text puts it in quotation marks. */
const TELLING = 4;
const SHORTEST = 2;
const OPENING = "“\"「『《‘'【";
/** What follows a name in the register and is left out in speech. */
const KIND_WORDS =
  /(?:微信|钉钉|企业微信|浙政钉|qq)?(?:app|应用程序|小程序|公众号|视频号|抖音号|服务号|订阅号|信息系统|管理系统|管理平台|服务平台|工作群|微信群|交流群|系统|平台|群)$/;
const MOST_PROPOSALS = 5;

type Entry = { name: string; itemIds: string[] };

/**
 * Where a text names items: names compared in one width, script and case; the longest at each place; a name of ordinary words
 * counts in quotation marks only.
 */
export function mentionsOf(text: string, items: readonly NameableItem[]): Mention[] {
  const index = indexNames(items);
  if (index.size === 0) return [];
  const { text: read, at } = normalise(text);
  const mentions: Mention[] = [];
  for (let place = 0; place + SHORTEST <= read.length; ) {
    const found = index
      .get(read.slice(place, place + SHORTEST))
      ?.find(
        ({ name }) => read.startsWith(name, place) && (name.length >= TELLING || isQuoted(text, at[place] as number)),
      );
    if (found === undefined) {
      place++;
      continue;
    }
    const last = at[place + found.name.length - 1] as number;
    mentions.push({ span: { start: at[place] as number, end: last + 1 }, itemIds: found.itemIds });
    place += found.name.length;
  }
  return mentions;
}

/**
 * The items that a hit most likely concerns, the likeliest first: named in its sentence, before it, in the title, after it;
 * among those of one name, the issuer's first.
 */
export function proposeItems(
  hit: { span: Span; sentence: Span },
  mentions: readonly Mention[],
  {
    titled,
    unitOf,
    issuerId,
  }: {
    titled: readonly Mention[];
    unitOf: (itemId: string) => string | null | undefined;
    issuerId: string | null;
  },
): Proposal[] {
  const issuersFirst = (ids: readonly string[]) => {
    const isIssuers = (id: string) => issuerId !== null && unitOf(id) === issuerId;
    return [...ids.filter(isIssuers), ...ids.filter((id) => !isIssuers(id))];
  };
  const distance = ({ span }: Mention) =>
    span.end <= hit.span.start ? hit.span.start - span.end : Math.max(0, span.start - hit.span.end);
  const nearest = (some: readonly Mention[]) => [...some].sort((a, b) => distance(a) - distance(b));
  const inside = mentions.filter(({ span }) => span.start >= hit.sentence.start && span.end <= hit.sentence.end);
  const ranked: [Proposal["why"], readonly Mention[]][] = [
    ["sentence", nearest(inside)],
    ["before", nearest(mentions.filter(({ span }) => span.end <= hit.sentence.start))],
    ["title", titled],
    ["after", nearest(mentions.filter(({ span }) => span.start >= hit.sentence.end))],
  ];
  const proposals = new Map<string, Proposal>();
  for (const [why, some] of ranked) {
    for (const mention of some) {
      for (const itemId of issuersFirst(mention.itemIds)) {
        if (proposals.size === MOST_PROPOSALS) return [...proposals.values()];
        if (!proposals.has(itemId)) proposals.set(itemId, { itemId, why });
      }
    }
  }
  return [...proposals.values()];
}

function isQuoted(text: string, at: number): boolean {
  return at > 0 && OPENING.includes(text.charAt(at - 1));
}

/** Entries by their first characters, the longest name first. A name without its kind word yields to an item that bears it whole. */
function indexNames(items: readonly NameableItem[]): Map<string, Entry[]> {
  const whole = new Map<string, string[]>();
  const shortened = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, name: string, id: string) => {
    if (name.length < SHORTEST) return;
    const ids = to.get(name);
    if (ids === undefined) to.set(name, [id]);
    else if (!ids.includes(id)) ids.push(id);
  };
  for (const { id, name } of items) {
    const read = normalise(name).text.trim();
    add(whole, read, id);
    const plain = read.replace(/[（(][^（）()]{1,20}[）)]$/, "");
    const core = plain.replace(KIND_WORDS, "");
    if (core !== read && core.length >= TELLING) add(shortened, core, id);
  }
  const index = new Map<string, Entry[]>();
  const enter = ([name, itemIds]: [string, string[]]) => {
    const key = name.slice(0, SHORTEST);
    const entries = index.get(key);
    if (entries === undefined) index.set(key, [{ name, itemIds }]);
    else entries.push({ name, itemIds });
  };
  for (const entry of whole) enter(entry);
  for (const entry of shortened) if (!whole.has(entry[0])) enter(entry);
  for (const entries of index.values()) entries.sort((a, b) => b.name.length - a.name.length);
  return index;
}
