import type { UnreadField } from "../../asset/asset.ts";
import { characterPairs } from "../../text/character-pairs.ts";
import type { AliasResolver, ElementAlias } from "../element/alias.ts";
import { decisionOn, decisionText } from "../element/decision.ts";
import { type ElementKey, elementOf } from "../element/element.ts";
import { readKey } from "../element/element-key.ts";
import { elementName } from "../element/element-name.ts";
import { elementTitle } from "../element/element-title.ts";
import { compareReadFields } from "../field/compare-fields.ts";
import { type FormFields, readFields } from "../field/read-fields.ts";
import type { FieldReading } from "../field/reading.ts";

/** A field of a form as it is held against those of another. */
export type AlignedField = {
  position: number;
  label: string;
  /** The datum as the label was read; null for a field that asks nobody for a datum. */
  read: ElementKey | null;
  /** The same as people made of it: what forms are compared by. */
  element: ElementKey | null;
  /** Null where only the datum is known, and not how the form words it. */
  reading: FieldReading | null;
};

/** A form as it is aligned; `id` tells it from the other. */
export type AlignedForm = { id: string; title: string; fields: readonly AlignedField[] };

/** Two fields that stand side by side, and why. */
export type FieldPair = {
  a: AlignedField;
  b: AlignedField;
  because: string;
  /** Asked by forms of every kind. */
  header: boolean;
  decidedBy: "reading" | "alias";
};

/** The fields of two forms side by side; each field is in one place only. */
export type Alignment = {
  /** One datum. */
  same: readonly FieldPair[];
  /** Perhaps one datum: a person is to say. */
  ask: readonly FieldPair[];
  /** Easily taken for one another, and not one datum. */
  near: readonly FieldPair[];
  onlyA: readonly AlignedField[];
  onlyB: readonly AlignedField[];
  /** Fields that ask again, on their own form, for what it asks already, and the other form asks too. */
  againA: readonly AlignedField[];
  againB: readonly AlignedField[];
  /** Fields that ask nobody for a datum: 序号, 备注, 填表人, technical columns. */
  asideA: readonly AlignedField[];
  asideB: readonly AlignedField[];
};

/** The fields of a form as they are aligned, read in the light of each other. */
export function readForAlignment(
  form: Omit<FormFields, "fields"> & { id: string; fields: readonly UnreadField[] },
  resolve: AliasResolver,
): AlignedForm {
  const readings = readFields(form);
  const fields = form.fields.map(({ position, label }, at): AlignedField => {
    const reading = readings[at] ?? null;
    const read = reading && elementOf(reading);
    return { position, label, read, element: read && resolve(read, label, form.title), reading };
  });
  return { id: form.id, title: form.title, fields };
}

/** A form of which only the data are known that it asks for, each by its name. */
export function namedForAlignment(form: { id: string; title: string; elements: readonly ElementKey[] }): AlignedForm {
  const fields = form.elements.map((element, position): AlignedField => {
    return { position, label: elementName(element.key), read: element, element, reading: null };
  });
  return { id: form.id, title: form.title, fields };
}

/** How alike two labels must be for their fields to be shown beside each other as not the same. */
const NEAR = 0.4;
const ASKS_ALIKE = 0.3;

/**
 * Puts the fields of two forms side by side. Symmetric: the other way round the same fields meet. Every field is in one place; which
 * are one datum is what the forms are compared by, so that the pairs agree with the counts.
 */
export function align(a: AlignedForm, b: AlignedForm, aliases: readonly ElementAlias[] = []): Alignment {
  // What meets is decided with the two in one order, so that it does not matter which is asked for first.
  const isTurned = b.id < a.id;
  const [first, second] = isTurned ? [b, a] : [a, b];
  const left = first.fields.filter(({ element }) => element !== null);
  const right = second.fields.filter(({ element }) => element !== null);
  const same = sameData(left, right);
  const taken = new Set(same.flat());
  const shared = new Set(same.map(([one]) => one.element?.key));
  const free = (field: AlignedField) => !taken.has(field) && !shared.has(field.element?.key);
  const doubts = nearest(left.filter(free), right.filter(free), (one, other) => {
    const said = compared(one, other, first, second, aliases);
    return said.answer === "different" ? null : 2 + alikeness(one, other);
  });
  for (const pair of doubts) for (const field of pair) taken.add(field);
  const near = nearest(left.filter(free), right.filter(free), (one, other) => {
    const alike = alikeness(one, other);
    return alike >= NEAR || isDecided(one, other, first, second, aliases) ? alike : null;
  });
  for (const pair of near) for (const field of pair) taken.add(field);

  const pairs = (found: readonly (readonly [AlignedField, AlignedField])[]) =>
    found
      .map(([one, other]): FieldPair => {
        const [x, y] = isTurned ? [other, one] : [one, other];
        return { a: x, b: y, ...reasonOf(x, y, a, b, aliases), header: headerOf(x) && headerOf(y) };
      })
      .sort((one, other) => one.a.position - other.a.position);
  const left0 = (form: AlignedForm, is: (field: AlignedField) => boolean) =>
    form.fields.filter((field) => field.element !== null && !taken.has(field) && is(field));
  const again = ({ element }: AlignedField) => shared.has(element?.key);
  return {
    same: pairs(same),
    ask: pairs(doubts),
    near: pairs(near),
    onlyA: left0(a, (field) => !again(field)),
    onlyB: left0(b, (field) => !again(field)),
    againA: left0(a, again),
    againB: left0(b, again),
    asideA: a.fields.filter(({ element }) => element === null),
    asideB: b.fields.filter(({ element }) => element === null),
  };
}

type Two = readonly [AlignedField, AlignedField];

/** Fields of one datum: those of one wording first, then in the order of the forms. */
function sameData(left: readonly AlignedField[], right: readonly AlignedField[]): Two[] {
  const inRight = Map.groupBy(right, ({ element }) => element?.key);
  const pairs: Two[] = [];
  for (const [key, fields] of Map.groupBy(left, ({ element }) => element?.key)) {
    const waiting = [...(inRight.get(key) ?? [])];
    const rest = fields.filter((field) => {
      const at = waiting.findIndex(({ label }) => label === field.label);
      if (at >= 0) pairs.push([field, ...waiting.splice(at, 1)] as unknown as Two);
      return at < 0;
    });
    for (const [at, field] of rest.slice(0, waiting.length).entries())
      pairs.push([field, waiting[at] as AlignedField] as const);
  }
  return pairs;
}

/** Pairs by what they are worth, the dearest first, each field once; those worth nothing (null) are none. */
function nearest(
  left: readonly AlignedField[],
  right: readonly AlignedField[],
  worth: (one: AlignedField, other: AlignedField) => number | null,
): Two[] {
  const found = left.flatMap((one) =>
    right.flatMap((other) => {
      const value = worth(one, other);
      return value === null ? [] : [{ one, other, value }];
    }),
  );
  found.sort((x, y) => y.value - x.value || x.one.position - y.one.position || x.other.position - y.other.position);
  const taken = new Set<AlignedField>();
  return found.flatMap(({ one, other }): Two[] => {
    if (taken.has(one) || taken.has(other)) return [];
    taken.add(one).add(other);
    return [[one, other]];
  });
}

type Said = { answer: "same" | "different" | "ask"; because: string; decidedBy: "reading" | "alias" };

/** What people said of two fields, else what their labels say. */
function compared(
  one: AlignedField,
  other: AlignedField,
  form: Pick<AlignedForm, "title">,
  otherForm: Pick<AlignedForm, "title">,
  aliases: readonly ElementAlias[],
): Said {
  const decided = decision(one, other, form, otherForm, aliases);
  if (decided !== null)
    return { answer: decided.answer, because: decisionText(decided, one.label, other.label), decidedBy: "alias" };
  if (one.reading === null || other.reading === null)
    return { answer: "different", because: "两项数据不同", decidedBy: "reading" };
  return { ...compareReadFields(one.reading, other.reading), decidedBy: "reading" };
}

function decision(
  one: AlignedField,
  other: AlignedField,
  form: Pick<AlignedForm, "title">,
  otherForm: Pick<AlignedForm, "title">,
  aliases: readonly ElementAlias[],
) {
  if (one.read === null || other.read === null) return null;
  return decisionOn(
    { key: one.read.key, label: one.label, title: form.title },
    { key: other.read.key, label: other.label, title: otherForm.title },
    aliases,
  );
}

const isDecided = (...of: Parameters<typeof decision>) => decision(...of) !== null;

/** Why two fields stand side by side, in the words of those who fill them in. */
function reasonOf(
  one: AlignedField,
  other: AlignedField,
  form: AlignedForm,
  otherForm: AlignedForm,
  aliases: readonly ElementAlias[],
): Pick<FieldPair, "because" | "decidedBy"> {
  const said = compared(one, other, form, otherForm, aliases);
  if (one.element?.key !== other.element?.key) {
    if (said.answer !== "same") return said;
    return { ...said, because: `${said.because}；整表比对时没有算作同一项，请认定` };
  }
  if (said.answer === "same") return said;
  return { because: `同为“${elementTitle(one.element?.key ?? "", [one.label, other.label])}”`, decidedBy: "reading" };
}

const headerOf = ({ element }: AlignedField) => element?.header ?? false;

/** How alike two fields are at a glance, from 0 to 1 by their wording, and some more when they ask one thing of one holder. */
function alikeness(a: AlignedField, b: AlignedField): number {
  const [one, other] = [gramsOf(a.label), gramsOf(b.label)];
  const shared = one.intersection(other).size;
  const worded = one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
  return worded + (asksAlike(a, b) ? ASKS_ALIKE : 0);
}

/** 户籍地址 and 现居住地址 both ask where somebody lives. */
function asksAlike(a: AlignedField, b: AlignedField): boolean {
  if (a.read === null || b.read === null) return false;
  const [one, other] = [readKey(a.read.key), readKey(b.read.key)];
  return one.holder === other.holder && one.holder !== "" && one.head === other.head;
}

function gramsOf(label: string): Set<string> {
  return new Set(label).union(characterPairs(label));
}
