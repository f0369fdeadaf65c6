import type { Axis, Concept, Entry, HeadKind, SubjectKind } from "./lexicon/index.ts";
import { lexicon } from "./lexicon/index.ts";
import { cut } from "./segment.ts";

/** Somebody or something that a datum belongs to, with the words that single it out. */
export type Owner = { name: string; kind: SubjectKind; mods: readonly string[] };
export type Qualifier = { name: string; axis: Axis | "attribute" | "section" };
export type Head = { name: string; kind: HeadKind };

/** What a label says by itself, before the form around it is asked. */
export type Piece = {
  /** From the outermost to the nearest owner: 团组织, 负责人. Empty where the label names none. */
  owners: readonly Owner[];
  qualifiers: readonly Qualifier[];
  head: Head | null;
  /** Characters that the lexicon does not know, in order. */
  residue: readonly string[];
  /** The head was not written but follows from the rest: 监护人 asks for the name. */
  implied: boolean;
  /** 信息 and the like stood after it. */
  loose: boolean;
  /** The datum as a code of a list: 性别码. */
  coded: boolean;
};

/**
 * What a piece says, one thing after the other, without what says nothing: the concept, null for characters that the lexicon does
 * not know, and the text. The same room for one piece after the other, for a piece is read in less time than arrays are made.
 */
const said: { concepts: (Concept | null)[]; texts: string[]; count: number; flagged: boolean; loose: boolean } = {
  concepts: [],
  texts: [],
  count: 0,
  /** It asks for yes or no; 信息 and the like stand last. */
  flagged: false,
  loose: false,
};

const GENERIC_CODES = new Set(["代码", "编码", "码"]);
const MONEY = new Set([
  "费用",
  "收入",
  "价格",
  "总投资",
  "工资",
  "补助金",
  "抚恤金",
  "保险金",
  "退役金",
  "生活费",
  "固定资产",
  "注册资本",
]);
/** Many people at once: alone, nobody can tell whether their number or their names are wanted. */
const COLLECTIVES = new Set(["从业人员", "管理人员", "技术人员", "安全管理人员", "财务人员", "销售人员"]);
export const YES_NO: Head = { name: "是否", kind: "open" };
const PERSON_NAME: Head = { name: "姓名", kind: "person" };
const THING_NAME: Head = { name: "名称", kind: "matter" };
const EVENTS = new Set(["活动", "会议", "事件", "课程", "培训"]);
const HEADCOUNT: Head = { name: "人数", kind: "matter" };
const PLACE: Head = { name: "地点", kind: "matter" };
const ADDRESS: Head = { name: "地址", kind: "contact" };
const NO_OWNERS: readonly Owner[] = [];
const NO_QUALIFIERS: readonly Qualifier[] = [];
const NO_TEXTS: readonly string[] = [];

/** Reads one piece of a label (no brackets, no headings) by the lexicon. */
export function parsePiece(text: string, ofOrganisation: boolean): Piece {
  takeItems(text, ofOrganisation);
  const { concepts, texts, flagged, loose } = said;
  if (flagged) return yesNo();
  const { head: written, coded, mark } = takeHead();
  if (mark) return yesNo();

  const { count } = said;
  let lastOwner = count - 1;
  while (lastOwner >= 0 && concepts[lastOwner]?.role !== "subject") lastOwner--;
  const after = count - 1 - lastOwner;
  let owners = lastOwner < 0 ? NO_OWNERS : ownersOf(lastOwner + 1);
  const qualifiers =
    after === 0 && owners.at(-1)?.kind !== "thing" ? NO_QUALIFIERS : qualifiersOf(lastOwner + 1, owners);
  owners = withoutDoings(owners);
  const residue = after === 0 ? NO_TEXTS : unknownOf(lastOwner + 1);

  let head = written;
  let implied = false;
  if (head === null && after === 0 && owners.length > 0) {
    const { kind, name } = owners.at(-1) as Owner;
    if (kind !== "document" && !(kind === "person_type" && loose) && !COLLECTIVES.has(name)) {
      implied = true;
      head = isPerson(kind) ? PERSON_NAME : THING_NAME;
    }
  } else if (head === null && residue.length === 0 && qualifiers.length === 1 && qualifiers[0]?.axis === "address") {
    implied = true;
    head = ADDRESS;
  }
  const last = owners.at(-1);
  if (last?.kind === "organisation_type" && texts[lastOwner] === "法人" && asksPerson(head, implied, qualifiers)) {
    owners = [...owners.slice(0, -1), { name: "法定代表人", kind: "person", mods: last.mods }];
    head = implied ? PERSON_NAME : head;
  } else if (last && head?.name === "名称" && isPerson(last.kind)) head = PERSON_NAME;
  else if (last && head?.name === "姓名" && !isPerson(last.kind)) head = THING_NAME;
  if (head?.name === "数量" && owners.length > 0 && isPerson((owners.at(-1) as Owner).kind)) head = HEADCOUNT;
  // Where something is done is a place of that doing, not the address of anybody.
  if (head?.name === "地址" && (EVENTS.has(owners.at(-1)?.name ?? "") || qualifiers.some(({ axis }) => axis === "act")))
    head = PLACE;
  return { owners: simplified(owners, head), qualifiers, head, residue, implied, loose, coded };
}

/** Whether 法人 here can only be meant for the legal representative, as people loosely write. */
function asksPerson(head: Head | null, implied: boolean, qualifiers: readonly Qualifier[]): boolean {
  return (
    implied || head?.kind === "person" || (head?.name === "电话" && qualifiers.every(({ axis }) => axis === "phone"))
  );
}

export function isPerson(kind: SubjectKind): boolean {
  return kind === "person" || kind === "person_type" || kind === "applicant";
}

function takeItems(text: string, ofOrganisation: boolean): void {
  const { ends, words } = cut(text);
  const known = lexicon().words;
  const { concepts, texts } = said;
  let kept = 0;
  let count = 0;
  let last: Concept | null = null;
  said.flagged = false;
  for (let at = 0; at < text.length; at = ends[at] as number) {
    const word = words[at] as number;
    if (word < 0) {
      concepts[kept] = null;
      texts[kept++] = text.slice(at, ends[at]);
      last = null;
      count++;
      continue;
    }
    const entry = known[word] as Entry;
    const meant = (ofOrganisation && entry.ofOrganisation) || entry.concepts;
    for (let which = 0; which < meant.length; which++) {
      last = meant[which] as Concept;
      count++;
      const { role } = last;
      if (role === "flag") said.flagged = true;
      else if (role !== "noise" && role !== "loose") {
        concepts[kept] = last;
        texts[kept++] = entry.word;
      }
    }
  }
  said.count = kept;
  said.loose = last?.role === "loose" && count > 1;
}

function removeItem(at: number): void {
  const { concepts, texts } = said;
  said.count--;
  for (let next = at; next < said.count; next++) {
    concepts[next] = concepts[next + 1] as Concept | null;
    texts[next] = texts[next + 1] as string;
  }
}

/** Takes the last head out of the items; `mark` says that they are asked about as yes or no. */
function takeHead(): { head: Head | null; coded: boolean; mark: boolean } {
  const { concepts, texts } = said;
  let coded = false;
  let at = said.count - 1;
  for (;;) {
    // What names an owner after the head is the owner of nothing: the head belongs to it (姓名 and then 监护人).
    while (at >= 0 && concepts[at]?.role !== "head") {
      if (concepts[at]?.role === "subject") return { head: null, coded, mark: false };
      at--;
    }
    const head = at < 0 ? null : concepts[at];
    if (head?.role !== "head") return { head: null, coded, mark: false };
    const { name } = head;
    const text = texts[at] as string;
    removeItem(at);
    if (name === "标识") return { head: null, coded, mark: true };
    at--;
    const before = at < 0 ? null : concepts[at];
    if (before?.role === "head") {
      if (name === "编号" && GENERIC_CODES.has(text) && before.kind !== "matter") {
        coded = true;
        continue;
      }
      if (name === "名称" && before.kind !== "matter") continue;
      if (name === "金额" && MONEY.has(before.name)) continue;
      if (before.name === name) continue;
    }
    return { head, coded, mark: false };
  }
}

/** The owners named by the first `count` items, each with the words that single it out. */
function ownersOf(count: number): readonly Owner[] {
  const { concepts, texts } = said;
  let owners: Owner[] | undefined;
  let mods: string[] | undefined;
  for (let at = 0; at < count; at++) {
    const concept = concepts[at] as Concept | null;
    if (concept?.role === "subject") {
      if (mods !== undefined && mods.length > 1) mods.sort();
      owners = listed(owners, { name: concept.name, kind: concept.kind, mods: mods ?? NO_TEXTS });
      mods = undefined;
    } else if (concept?.name !== "主要") mods = listed(mods, concept ? concept.name : (texts[at] as string));
  }
  return owners ?? NO_OWNERS;
}

/** A list with one more: most lists have one only, and an empty one that grows is made for many. */
function listed<One>(list: One[] | undefined, one: One): One[] {
  if (list === undefined) return [one];
  list.push(one);
  return list;
}

/** 接收档案时间 is 档案接收时间: what is done to a thing goes with the datum, wherever it stands. */
function withoutDoings(owners: readonly Owner[]): readonly Owner[] {
  const last = owners.at(-1);
  if (last?.kind !== "thing" || !last.mods.some(isAct)) return owners;
  return [...owners.slice(0, -1), { ...last, mods: last.mods.filter((mod) => !isAct(mod)) }];
}

function isAct(name: string): boolean {
  const concept = lexicon().conceptNamed.get(name);
  return concept?.role === "qualifier" && concept.axis === "act";
}

/** Owners that only say “of this form” fall away beside others. */
function simplified(owners: readonly Owner[], head: Head | null): readonly Owner[] {
  if (owners.length < 2) return owners;
  const says = (owner: Owner, at: number) => !isNeutral(owner) || (at === owners.length - 1 && head?.name !== "关系");
  return owners.every(says) ? owners : owners.filter(says);
}

/** Whether an owner only says “of this form”. */
export function isNeutral({ kind, mods }: Owner): boolean {
  return mods.length === 0 && (kind === "person_type" || kind === "applicant" || kind === "organisation_type");
}

/** What is done to the last owner, then what stands after it; a head that was not taken tells which one is meant. */
function qualifiersOf(from: number, owners: readonly Owner[]): readonly Qualifier[] {
  let qualifiers: Qualifier[] | undefined;
  const last = owners.at(-1);
  if (last?.kind === "thing")
    for (const name of last.mods) if (isAct(name)) qualifiers = listed(qualifiers, { name, axis: "act" });
  for (let at = from; at < said.count; at++) {
    const concept = said.concepts[at];
    // What is done to somebody is what is done: 被表彰的原因 is 表彰原因.
    if (!concept || concept.name === "被" || (concept.role !== "qualifier" && concept.role !== "head")) continue;
    qualifiers = listed(qualifiers, concept.role === "qualifier" ? concept : attribute(concept.name));
  }
  return qualifiers ?? NO_QUALIFIERS;
}

function attribute(name: string): Qualifier {
  return { name, axis: "attribute" };
}

function unknownOf(from: number): readonly string[] {
  let unknown: string[] | undefined;
  for (let at = from; at < said.count; at++)
    if (said.concepts[at] === null) unknown = listed(unknown, said.texts[at] as string);
  return unknown ?? NO_TEXTS;
}

/** 是否…, …标志: everything that was said is what is asked about. */
function yesNo(): Piece {
  const qualifiers: Qualifier[] = [];
  for (let at = 0; at < said.count; at++) {
    const concept = said.concepts[at];
    if (!concept) continue;
    const { name } = concept;
    qualifiers.push(concept.role === "qualifier" ? { name, axis: concept.axis } : attribute(name));
  }
  const { loose } = said;
  return {
    owners: NO_OWNERS,
    qualifiers,
    head: YES_NO,
    residue: unknownOf(0),
    implied: false,
    loose,
    coded: false,
  };
}

/** Whether the lexicon knows every character of a piece and what it asks for. */
export function isUnderstood({ residue, head, owners }: Piece): boolean {
  return (
    residue.length === 0 &&
    (head !== null || owners.length > 0) &&
    owners.every(({ mods }) => mods.every((mod) => lexicon().conceptNamed.has(mod)))
  );
}
