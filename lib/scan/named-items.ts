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

/** A name shorter than this is an ordinary word, unless the text puts it in quotation marks; so is 党建群 or 周报表. */
const TELLING = 4;
const COINED = /^.{2}[^群表号册账单报站网]$/;
const SHORTEST = 2;
const OPENING = "“\"「『《‘'【";
/** What follows a name in the register and is left out in speech. */
const KIND_WORDS =
  /(?:微信|钉钉|企业微信|浙政钉|qq)?(?:app|应用程序|小程序|公众号|视频号|抖音号|服务号|订阅号|信息系统|管理系统|管理平台|服务平台|工作群|微信群|交流群|系统|平台|群)$/;
const MOST_PROPOSALS = 5;

/** A tree of names by their characters, so that a place of the text costs no more steps than its longest name has characters. */
type Node = { next: Map<string, Node>; itemIds: string[] };

/**
 * Where a text names items: names compared in one width, script and case; the longest at each place; a name of ordinary words
 * counts in quotation marks only.
 */
export function mentionsOf(text: string, items: readonly NameableItem[]): Mention[] {
  const root = namesTree(items);
  if (root.next.size === 0) return [];
  const { text: read, at } = normalise(text);
  const mentions: Mention[] = [];
  for (let place = 0; place < read.length; ) {
    const found = longestAt(root, read, place);
    const start = at[place] as number;
    if (found === undefined || !(isTelling(read.slice(place, place + found.length)) || isQuoted(text, start))) {
      place++;
      continue;
    }
    mentions.push({ span: { start, end: (at[place + found.length - 1] as number) + 1 }, itemIds: found.itemIds });
    place += found.length;
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

function isTelling(name: string): boolean {
  return name.length >= TELLING || COINED.test(name);
}

function isQuoted(text: string, at: number): boolean {
  return at > 0 && OPENING.includes(text.charAt(at - 1));
}

function longestAt(root: Node, read: string, place: number): { length: number; itemIds: string[] } | undefined {
  let node: Node | undefined = root;
  let found: { length: number; itemIds: string[] } | undefined;
  for (let length = 1; place + length <= read.length; length++) {
    node = node.next.get(read.charAt(place + length - 1));
    if (node === undefined) break;
    if (node.itemIds.length > 0) found = { length, itemIds: node.itemIds };
  }
  return found;
}

/** All names of the items, and those without their kind word, which yield to an item that bears the name whole. */
function namesTree(items: readonly NameableItem[]): Node {
  const root: Node = { next: new Map(), itemIds: [] };
  const nodeOf = (name: string) => {
    let node = root;
    for (const unit of name.split("")) {
      const next: Node = node.next.get(unit) ?? { next: new Map(), itemIds: [] };
      node.next.set(unit, next);
      node = next;
    }
    return node;
  };
  const cores: [name: string, id: string][] = [];
  for (const { id, name } of items) {
    const read = normalise(name).text.trim();
    if (read.length < SHORTEST) continue;
    nodeOf(read).itemIds.push(id);
    const core = read.replace(/[（(][^（）()]{1,20}[）)]$/, "").replace(KIND_WORDS, "");
    if (core !== read && core.length >= TELLING) cores.push([core, id]);
  }
  const isWhole = new Set(cores.filter(([core]) => nodeOf(core).itemIds.length > 0).map(([core]) => core));
  for (const [core, id] of cores) if (!isWhole.has(core)) nodeOf(core).itemIds.push(id);
  return root;
}
