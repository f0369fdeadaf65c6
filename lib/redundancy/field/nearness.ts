import { characterPairs } from "../../text/character-pairs.ts";
import { areNearHolders, type Finding } from "./compare-readings.ts";
import type { Reading } from "./reading.ts";

type Doubt = Extract<Finding, { result: "doubt" }>;

/** How much of what is asked must be written alike before a person is troubled with it. */
const ALIKE = 0.5;

/**
 * Whether two readings are so near that a person should say whether they are one datum: in doubt in one respect only, and alike in
 * what they ask. Two that have nothing in common are not one, though nothing contradicts it. Symmetric.
 */
export function isNear(a: Reading, b: Reading, doubts: readonly Doubt[]): boolean {
  const respects = new Set(doubts.map(({ respect }) => (respect === "head" ? "residue" : respect)));
  if (respects.size > 1) return false;
  return doubts.every(({ respect, a: onlyA, b: onlyB }) => {
    if (respect === "head" || respect === "residue") return asksAlike(a, b);
    // Each says which one is meant, and not the same one.
    if (respect === "qualifier") return onlyA === "" || onlyB === "";
    if (respect === "matter")
      return a.bound === b.bound || (a.head === b.head && touchesMatter(a.bound ? a : b, a.bound ? b : a));
    if (respect === "holder")
      return mayBeHolder(a, b) && mayBeHolder(b, a) && (!a.holder || !b.holder || areNearHolders(a, b));
    return true;
  });
}

/** Whom a form may mean that does not say whose telephone or address it asks for: whoever is named for a part of his own is not meant. */
const MEANT_UNSAID = new Set(["本人", "本单位", "工作单位", "联系人", "经办人", "负责人"]);

function mayBeHolder({ holder }: Reading, other: Reading): boolean {
  return holder !== null || other.holder === null || MEANT_UNSAID.has(other.holder);
}

/** Whether two differ in one word only, or in heads that are near by meaning, or where one only names the holder, or are mostly the same characters. */
export function asksAlike(a: Reading, b: Reading): boolean {
  const [restA, restB] = [a.residue.join(""), b.residue.join("")];
  if (a.head !== null && b.head !== null && (restA === restB || (a.head === b.head && (restA === "" || restB === ""))))
    return true;
  if ((a.head === null && namesOnly(b)) || (b.head === null && namesOnly(a))) return a.named && b.named;
  return likeness(`${restA}${a.head ?? ""}`, `${restB}${b.head ?? ""}`) >= ALIKE;
}

/** Whether what a datum is said to be of has to do with the matter of the form that the other one belongs to. */
export function touchesMatter(inner: Reading, outer: Reading): boolean {
  const told = [outer.holder ?? "", ...outer.qualifiers.map(({ name }) => name), ...outer.residue].filter(
    (text) => text !== "",
  );
  return told.some((text) => inner.notions.has(text) || (text.length > 1 && inner.matter.includes(text)));
}

/** 监护人 asks for the name without a word of it: 监护人一 may ask for the same. */
export function namesOnly({ named, assumed, head, qualifiers, residue }: Reading): boolean {
  return named && assumed && head !== null && qualifiers.length === 0 && residue.length === 0;
}

/** Likeness of two short texts from 0 to 1: twice the pairs of characters in common by all pairs. */
function likeness(a: string, b: string): number {
  const [pairsA, pairsB] = [characterPairs(a), characterPairs(b)];
  const all = pairsA.size + pairsB.size;
  return all === 0 ? 0 : (2 * pairsA.intersection(pairsB).size) / all;
}
