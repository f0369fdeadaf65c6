import type { Axis, Concept, HeadKind, SubjectKind } from "./lexicon/index.ts";
import { lexicon } from "./lexicon/index.ts";
import { segment } from "./segment.ts";

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

type Item = { concept: Concept; text: string } | { concept: null; text: string };

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

/** Reads one piece of a label (no brackets, no headings) by the lexicon. */
export function parsePiece(text: string, ofOrganisation: boolean): Piece {
  let items = itemsOf(text, ofOrganisation);
  const flagged = items.some(({ concept }) => concept?.role === "flag");
  const loose = items.at(-1)?.concept?.role === "loose" && items.length > 1;
  items = items.filter(({ concept }) => !concept || !["noise", "flag", "loose"].includes(concept.role));
  if (flagged) return yesNo(items, loose);
  const { rest, head: written, coded, mark } = takeHead(items);
  if (mark) return yesNo(rest, loose);

  let lastOwner = -1;
  rest.forEach(({ concept }, at) => {
    if (concept?.role === "subject") lastOwner = at;
  });
  let owners = ownersOf(rest.slice(0, lastOwner + 1));
  const after = rest.slice(lastOwner + 1);
  const qualifiers = [...doneTo(owners.at(-1)), ...qualifiersOf(after)];
  owners = owners.map(withoutDoings);
  const residue = after.flatMap(({ concept, text: unknown }) => (concept ? [] : [unknown]));

  let head = written;
  let implied = false;
  if (head === null && after.length === 0 && owners.length > 0) {
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
  if (last?.kind === "organisation_type" && rest[lastOwner]?.text === "法人" && asksPerson(head, implied, qualifiers)) {
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

function itemsOf(text: string, ofOrganisation: boolean): Item[] {
  return segment(text).flatMap((token): Item[] => {
    if (token.entry === null) return [{ concept: null, text: token.text }];
    const concepts = (ofOrganisation && token.entry.ofOrganisation) || token.entry.concepts;
    return concepts.map((concept) => ({ concept, text: token.text }));
  });
}

/** The last head of the items, and what is left of them without it. */
function takeHead(items: readonly Item[]): { rest: Item[]; head: Head | null; coded: boolean; mark: boolean } {
  const rest = [...items];
  let coded = false;
  for (;;) {
    let at = rest.length - 1;
    while (at >= 0 && rest[at]?.concept?.role !== "head") at--;
    const item = rest[at];
    if (item?.concept?.role !== "head") return { rest, head: null, coded, mark: false };
    const { name, kind } = item.concept;
    // What names an owner after the head is the owner of nothing: the head belongs to it (姓名 and then 监护人).
    if (rest.slice(at + 1).some(({ concept }) => concept?.role === "subject"))
      return { rest, head: null, coded, mark: false };
    const before = rest[at - 1]?.concept;
    rest.splice(at, 1);
    if (name === "标识") return { rest, head: null, coded, mark: true };
    if (before?.role === "head") {
      if (name === "编号" && GENERIC_CODES.has(item.text) && before.kind !== "matter") {
        coded = true;
        continue;
      }
      if (name === "名称" && before.kind !== "matter") continue;
      if (name === "金额" && MONEY.has(before.name)) continue;
      if (before.name === name) continue;
    }
    return { rest, head: { name, kind }, coded, mark: false };
  }
}

function ownersOf(items: readonly Item[]): Owner[] {
  const owners: Owner[] = [];
  let mods: string[] = [];
  for (const { concept, text } of items) {
    if (concept?.role === "subject") {
      owners.push({ name: concept.name, kind: concept.kind, mods: mods.sort() });
      mods = [];
    } else if (concept?.name !== "主要") mods.push(concept ? concept.name : text);
  }
  return owners;
}

/** 接收档案时间 is 档案接收时间: what is done to a thing goes with the datum, wherever it stands. */
function doneTo(owner: Owner | undefined): Qualifier[] {
  return owner?.kind === "thing" ? owner.mods.filter(isAct).map((name) => ({ name, axis: "act" })) : [];
}

function withoutDoings(owner: Owner, at: number, owners: readonly Owner[]): Owner {
  if (owner.kind !== "thing" || at < owners.length - 1) return owner;
  return { ...owner, mods: owner.mods.filter((mod) => !isAct(mod)) };
}

function isAct(name: string): boolean {
  const concept = lexicon().conceptNamed.get(name);
  return concept?.role === "qualifier" && concept.axis === "act";
}

/** Owners that only say “of this form” fall away beside others. */
function simplified(owners: readonly Owner[], head: Head | null): Owner[] {
  return owners.filter((owner, at) => {
    if (owner.mods.length > 0 || owners.length === 1) return true;
    const neutral = owner.kind === "person_type" || owner.kind === "organisation_type" || owner.kind === "applicant";
    return !neutral || (at === owners.length - 1 && head?.name !== "关系");
  });
}

function qualifiersOf(items: readonly Item[]): Qualifier[] {
  return items.flatMap(({ concept }): Qualifier[] => {
    // What is done to somebody is what is done: 被表彰的原因 is 表彰原因.
    if (concept?.name === "被") return [];
    if (concept?.role === "qualifier") return [{ name: concept.name, axis: concept.axis }];
    if (concept?.role === "head") return [{ name: concept.name, axis: "attribute" }];
    return [];
  });
}

/** 是否…, …标志: everything that was said is what is asked about. */
function yesNo(items: readonly Item[], loose: boolean): Piece {
  return {
    owners: [],
    qualifiers: items.flatMap(({ concept }): Qualifier[] =>
      concept === null
        ? []
        : concept.role === "qualifier"
          ? [{ name: concept.name, axis: concept.axis }]
          : [{ name: concept.name, axis: "attribute" }],
    ),
    residue: items.flatMap(({ concept, text }) => (concept ? [] : [text])),
    head: YES_NO,
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
