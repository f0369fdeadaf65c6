import type { ElementAlias } from "../element/alias.ts";
import { decisionOn, decisionText } from "../element/decision.ts";
import { fieldElementKey, fieldParts } from "../element/element-key.ts";
import { compareReadings, type Finding } from "./compare-readings.ts";
import { describeConflict, describeDoubt, describeSame } from "./describe.ts";
import type { Field } from "./form-context.ts";
import { isNear } from "./nearness.ts";
import { readField } from "./read-field.ts";
import type { FieldReading, Reading } from "./reading.ts";

export type Certainty = "high" | "medium" | "low";

/** Whether two fields ask for one datum, in words that an official understands. */
export type FieldComparison = {
  answer: "same" | "different" | "ask";
  certainty: Certainty;
  because: string;
  /** The data elements read out of the two labels. */
  keys: readonly [string, string];
  decidedBy: "reading" | "alias";
};

/** Compares two fields: by what people decided before, else by what their labels say on the forms they stand on. Symmetric. */
export function compareFields(a: Field, b: Field, aliases: readonly ElementAlias[] = []): FieldComparison {
  const readA = readField(a.label, a);
  const readB = readField(b.label, b);
  const keys = [fieldElementKey(fieldParts(readA)), fieldElementKey(fieldParts(readB))] as const;
  const decided = decisionOn({ key: keys[0], ...a }, { key: keys[1], ...b }, aliases);
  if (decided === null) return { ...compareReadFields(readA, readB), keys, decidedBy: "reading" };
  const because = decisionText(decided, a.label, b.label);
  return { answer: decided.answer, certainty: "high", because, keys, decidedBy: "alias" };
}

/** As `compareFields`, of fields that have been read, by what their labels say alone. */
export function compareReadFields(
  a: FieldReading,
  b: FieldReading,
): Pick<FieldComparison, "answer" | "certainty" | "because"> {
  if (a.readings.length > 1 || b.readings.length > 1) return compareJoint(a, b);
  return compareSingle(a.readings[0] as Reading, b.readings[0] as Reading, a.label, b.label);
}

function compareSingle(
  a: Reading,
  b: Reading,
  labelA: string,
  labelB: string,
): Pick<FieldComparison, "answer" | "certainty" | "because"> {
  const findings = compareReadings(a, b);
  const conflict = strongest(findings.filter(({ result }) => result === "conflict"));
  if (conflict) {
    const unsure =
      findings.some(({ respect, result }) => respect === "residue" && result === "doubt") || a.assumed || b.assumed;
    return {
      answer: "different",
      certainty: unsure || conflict.respect === "matter" ? "medium" : "high",
      because: describeConflict(conflict, a, b, labelA, labelB),
    };
  }
  const doubts = findings.filter((finding) => finding.result === "doubt");
  const doubt = strongest(doubts);
  if (doubt && !isNear(a, b, doubts))
    return { answer: "different", certainty: "medium", because: `“${labelA}”与“${labelB}”所问的内容不相近` };
  if (doubt) return { answer: "ask", certainty: "low", because: describeDoubt(doubt, labelA, labelB) };
  const assumed = findings.flatMap((finding) => (finding.result === "assumed" ? [finding.why] : []));
  const certainty = assumed.length > 0 || a.assumed || b.assumed || a.residue.length > 0 ? "medium" : "high";
  return { answer: "same", certainty, because: describeSame(a, b, labelA, labelB, assumed) };
}

const RESPECTS: readonly Finding["respect"][] = ["holder", "matter", "qualifier", "head", "ordinal", "residue"];

function strongest<T extends Finding>(findings: readonly T[]): T | undefined {
  return [...findings].sort((one, other) => RESPECTS.indexOf(one.respect) - RESPECTS.indexOf(other.respect))[0];
}

/** Fields of which one lets several data be filled in: the same when they let the same be filled in, else partly so. */
function compareJoint(a: FieldReading, b: FieldReading): Pick<FieldComparison, "answer" | "certainty" | "because"> {
  const same = (x: Reading, y: Reading) => compareReadings(x, y).every(({ result }) => result === "assumed");
  const allIn = (from: FieldReading, into: FieldReading) =>
    from.readings.every((x) => into.readings.some((y) => same(x, y)));
  const [aInB, bInA] = [allIn(a, b), allIn(b, a)];
  if (aInB && bInA) return { answer: "same", certainty: "medium", because: `“${a.label}”与“${b.label}”可填的内容相同` };
  if (aInB || bInA) {
    const [more, less] = aInB ? [b, a] : [a, b];
    // 法定代表人(负责人) is headed by the one that comes first; what follows in brackets takes its place where there is none.
    if (
      more.joint === "either" &&
      /[(（]/.test(more.label) &&
      same(more.readings[0] as Reading, less.readings[0] as Reading)
    )
      return { answer: "same", certainty: "medium", because: `“${more.label}”首先要填的就是“${less.label}”` };
    return {
      answer: "ask",
      certainty: "low",
      because: `“${more.label}”一栏可填几样内容，其中有“${less.label}”，请认定是否同一项`,
    };
  }
  if (a.readings.some((x) => b.readings.some((y) => same(x, y))))
    return { answer: "ask", certainty: "low", because: `“${a.label}”与“${b.label}”各可填几样内容，部分相同，请认定` };
  return { answer: "different", certainty: "medium", because: `“${a.label}”与“${b.label}”可填的内容没有相同的` };
}
