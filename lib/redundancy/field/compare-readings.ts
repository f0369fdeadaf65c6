import type { Qualifier } from "./parse-piece.ts";
import type { Reading } from "./reading.ts";
import { SAME_HEADS, SAME_QUALIFIERS, UNCLEAR_HEADS } from "./relations.ts";
import { isSilent } from "./same-names.ts";

/** How two readings relate in one respect, worst first: a conflict rules out that they are one datum, a doubt calls for a person. */
export type Finding =
  | { respect: "head" | "holder" | "qualifier" | "ordinal" | "matter"; result: "conflict"; a: string; b: string }
  | {
      respect: "head" | "holder" | "qualifier" | "residue" | "ordinal" | "matter";
      result: "doubt";
      a: string;
      b: string;
    }
  | { respect: "head" | "qualifier" | "matter"; result: "assumed"; why: string };

const SAME_HEAD = pairs(SAME_HEADS);
const SAME_QUALIFIER = pairs(SAME_QUALIFIERS);
const UNCLEAR_HEAD = new Set(UNCLEAR_HEADS.flatMap(([a, b]) => [`${a}|${b}`, `${b}|${a}`]));
/** Two values of one of these exclude each other; on the others a label may carry several. */
const EXCLUSIVE = new Set<Qualifier["axis"]>([
  "address",
  "phone",
  "bound",
  "level",
  "standing",
  "moment",
  "order",
  "change",
  "sex",
  "where",
  "house",
  "period",
  "topic",
  "act",
]);
const REACHED = new Set(["本单位", "联系人", "经办人"]);
/** Whose number of a paper 证件号码 may be: only a person's is the citizen's number. */
const OF_A_PERSON = new Set([
  "公民身份号码|证件号码",
  "证件号码|公民身份号码",
  "社会保障号码|证件号码",
  "证件号码|社会保障号码",
]);

/** Everything in which two readings differ; none for one and the same datum. Symmetric up to the order of a and b. */
export function compareReadings(a: Reading, b: Reading): Finding[] {
  const findings = [
    ...headFindings(a, b),
    ...holderFindings(a, b),
    ...qualifierFindings(a, b),
    ...residueFindings(a, b),
  ];
  if (a.ordinal !== b.ordinal)
    findings.push({
      respect: "ordinal",
      result: a.ordinal === null || b.ordinal === null ? "doubt" : "conflict",
      a: a.ordinal ?? "",
      b: b.ordinal ?? "",
    });
  return findings;
}

function headFindings(a: Reading, b: Reading): Finding[] {
  if (a.head === b.head) return [];
  if (a.head === null || b.head === null)
    return [{ respect: "head", result: "doubt", a: a.head ?? "", b: b.head ?? "" }];
  const pair = `${a.head}|${b.head}`;
  const why = SAME_HEAD.get(pair);
  if (why && !(OF_A_PERSON.has(pair) && a.holder !== b.holder)) return [{ respect: "head", result: "assumed", why }];
  return [{ respect: "head", result: UNCLEAR_HEAD.has(pair) ? "doubt" : "conflict", a: a.head, b: b.head }];
}

function holderFindings(a: Reading, b: Reading): Finding[] {
  if (a.bound || b.bound) return matterFindings(a, b);
  if (a.holder === b.holder) return a.holder === null ? [{ respect: "holder", result: "doubt", a: "", b: "" }] : [];
  if (a.holder === null || b.holder === null)
    return [{ respect: "holder", result: "doubt", a: a.holder ?? "", b: b.holder ?? "" }];
  // Data that say the same in whatever form they stand have no holder: one that names it leaves a doubt.
  if (a.holder === "" || b.holder === "") return [{ respect: "holder", result: "doubt", a: a.holder, b: b.holder }];
  const near = areNearHolders(a, b);
  return [
    {
      respect: "holder",
      result: near || a.head === null || b.head === null ? "doubt" : "conflict",
      a: a.holder,
      b: b.holder,
    },
  ];
}

/** Whether two holders, both named, may be one: an office and who answers for it, a thing and one of a kind. */
export function areNearHolders(a: Reading, b: Reading): boolean {
  const [one, other] = [a.holder ?? "", b.holder ?? ""];
  // An office is mostly reached through the person named for it.
  if (a.headKind === "contact" && REACHED.has(one) && REACHED.has(other)) return true;
  return a.headKind === "matter" && (one.endsWith(other) || other.endsWith(one));
}

/** Data of a form's own matter are one only where the two forms have one matter. */
function matterFindings(a: Reading, b: Reading): Finding[] {
  if (a.bound && b.bound) {
    if (a.matter === "" || b.matter === "") return [{ respect: "matter", result: "doubt", a: a.matter, b: b.matter }];
    if (a.matter === b.matter) return [];
    return [{ respect: "matter", result: "conflict", a: a.matter, b: b.matter }];
  }
  const [inner, outer] = a.bound ? [a, b] : [b, a];
  const told = missing(outer, inner);
  // What any matter has, and doings that any matter goes through, do not single out what is meant.
  if (told.some(({ axis }) => axis === "attribute" || axis === "act")) return [unclear(a, b)];
  const extra = [...(outer.holder ? [outer.holder] : []), ...told.map(({ name }) => name)];
  if (extra.length > 0 && extra.every((name) => inner.notions.has(name)))
    return [
      {
        respect: "matter",
        result: "assumed",
        why: `《${inner.matter}》里的“${inner.head ?? ""}”指的就是${extra.join("")}的`,
      },
    ];
  return [unclear(a, b)];
}

function unclear(a: Reading, b: Reading): Finding {
  const of = ({ bound, matter, holder }: Reading) => (bound ? matter : (holder ?? ""));
  return { respect: "matter", result: "doubt", a: of(a), b: of(b) };
}

function qualifierFindings(a: Reading, b: Reading): Finding[] {
  const onlyA = missing(a, b);
  const onlyB = missing(b, a);
  const findings: Finding[] = [];
  const settled = new Set<Qualifier>();
  for (const one of onlyA) {
    const rival = onlyB.find((other) => !settled.has(other) && other.axis === one.axis && EXCLUSIVE.has(one.axis));
    if (!rival) continue;
    settled.add(one).add(rival);
    const why = SAME_QUALIFIER.get(`${one.name}|${rival.name}`);
    findings.push(
      why
        ? { respect: "qualifier", result: "assumed", why }
        : { respect: "qualifier", result: "conflict", a: one.name, b: rival.name },
    );
  }
  const left = (list: readonly Qualifier[], other: Reading) =>
    list.filter(
      (qualifier) =>
        !settled.has(qualifier) &&
        !isSilent(qualifier.name, a.head) &&
        !isTitled(qualifier, a, b) &&
        !(other.notions.has(qualifier.name) && (other.bound || qualifier.axis === "house")),
    );
  const leftA = left(onlyA, b);
  const leftB = left(onlyB, a);
  if (leftA.length > 0 || leftB.length > 0)
    findings.push({ respect: "qualifier", result: "doubt", a: names(leftA), b: names(leftB) });
  else if (onlyA.length + onlyB.length > settled.size && findings.length === 0)
    findings.push({
      respect: "qualifier",
      result: "assumed",
      why: `“${names([...onlyA, ...onlyB])}”一般不改变所填内容`,
    });
  return findings;
}

function residueFindings(a: Reading, b: Reading): Finding[] {
  const [textA, textB] = [a.residue.join(""), b.residue.join("")];
  return textA === textB ? [] : [{ respect: "residue", result: "doubt", a: textA, b: textB }];
}

function missing(from: Reading, other: Reading): Qualifier[] {
  const there = new Set(other.qualifiers.map(({ name }) => name));
  const seen = new Set<string>();
  return from.qualifiers.filter(({ name }) => !there.has(name) && !seen.has(name) && seen.add(name));
}

/** What the titles of both forms say already. */
function isTitled({ name, axis }: Qualifier, a: Reading, b: Reading): boolean {
  return (axis === "act" || axis === "topic") && a.matter !== "" && a.matter === b.matter && a.notions.has(name);
}

function names(qualifiers: readonly Qualifier[]): string {
  return qualifiers.map(({ name }) => name).join("");
}

function pairs(list: readonly (readonly [string, string, string])[]): Map<string, string> {
  return new Map(
    list.flatMap(([a, b, why]): [string, string][] => [
      [`${a}|${b}`, why],
      [`${b}|${a}`, why],
    ]),
  );
}
