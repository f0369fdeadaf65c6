import type { FormContext } from "./form-context.ts";
import { type FormSubject, formSubject } from "./form-subject.ts";
import { lexicon } from "./lexicon/index.ts";
import { type ParsedLabel, parseLabel } from "./parse-label.ts";
import { isNeutral, type Owner, type Piece, type Qualifier, YES_NO } from "./parse-piece.ts";
import type { FieldReading, Holder, Reading } from "./reading.ts";
import { Recent } from "./recent.ts";
import { FILING_ACTS, LIFE_ACTS, PAPER_ACTS, STEP_ACTS } from "./relations.ts";

const SELF = "本人";
const OFFICE = "本单位";
const RELATIVE = "家庭成员";
const WORKPLACE = "工作单位";

const LIFE = new Set<string>([...LIFE_ACTS, "出生"]);
const FILING = new Set<string>(FILING_ACTS);
/** Doings that do not say of what. */
const OF_ANYTHING = new Set<string>([...PAPER_ACTS, ...STEP_ACTS, ...FILING_ACTS]);
/** Axes whose values tell what a figure or a day is about; the others only say when, how much of it, or by which step. */
const NAMING_AXES = new Set([
  "topic",
  "level",
  "where",
  "house",
  "sex",
  "attribute",
  "section",
  "change",
  "part",
  "address",
]);
/** Those who fill in the form as its applicant, whomever else it is about. */
const APPLYING = /^(?:申请|申报|填报|申办|备案|报送|上报|填表)/;

/** Labels read of late, of forms about organisations and of all others. */
const ofOrganisations = new Recent<ParsedLabel>();
const ofOthers = new Recent<ParsedLabel>();
const NO_SECTIONS: readonly string[] = [];

/** Reads a field with the form around it: whose datum, which one, what. Total: what is not understood is kept as residue. */
export function readField(label: string, context: FormContext = {}): FieldReading {
  return readFieldOf(formSubject(context), label, context.sections);
}

/** Reads a field of a form of which it is known whom it is about; `sections` are the headings above the field. */
export function readFieldOf(
  subject: FormSubject,
  label: string,
  sections: readonly string[] = NO_SECTIONS,
): FieldReading {
  const { pieces, joint, unit, ordinal } = parse(label, subject.kind === "organisation", sections);
  return {
    label,
    joint,
    unit,
    readings:
      pieces.length === 1 ? [resolve(pieces[0] as Piece, subject, ordinal)] : resolveAll(pieces, subject, ordinal),
  };
}

function resolveAll(pieces: readonly Piece[], subject: FormSubject, ordinal: string | null): Reading[] {
  return pieces.map((piece) => resolve(piece, subject, ordinal));
}

function parse(label: string, ofOrganisation: boolean, sections: readonly string[]): ParsedLabel {
  if (sections.length > 0) return parseLabel(label, ofOrganisation, sections);
  return ofOrganisation ? ofOrganisations.of(label, parseOfOrganisation) : ofOthers.of(label, parseOfOther);
}

function parseOfOrganisation(label: string): ParsedLabel {
  return parseLabel(label, true);
}

function parseOfOther(label: string): ParsedLabel {
  return parseLabel(label, false);
}

function resolve(piece: Piece, subject: FormSubject, ordinal: string | null): Reading {
  const { owners, head, residue } = piece;
  let { qualifiers } = piece;
  const only = owners.length === 1 ? (owners[0] as Owner) : null;
  const owned = only && isNeutral(only) ? ownHolder(only, piece, subject) : null;
  let holder: Holder;
  let named = owners.length > 0;
  let bound = false;
  if (owned) holder = owned.holder;
  else if (only && only.mods.length === 0 && OF_THE_MATTER.has(only.name) && !isTold(piece)) {
    holder = "";
    bound = true;
    qualifiers = [...qualifiers, { name: only.name, axis: "attribute" }];
  } else if (only) holder = ownerText(only);
  else if (owners.length > 0) holder = owners.map(ownerText).join("·");
  else {
    named = false;
    holder = holderOf(piece, subject);
    bound = (head === null || head.kind === "matter" || head === YES_NO) && !isTold(piece);
    if (bound || head?.kind === "open") holder = "";
  }
  // The day on which the form itself is filled in is asked alike by every form.
  if (bound && qualifiers.length > 0 && qualifiers.every(({ name }) => FILING.has(name)) && head?.name === "日期")
    bound = false;
  return {
    holder,
    named,
    qualifiers,
    head: head?.name === "姓名" && holder === OFFICE ? "名称" : (head?.name ?? null),
    headKind: head?.kind ?? null,
    residue,
    bound,
    matter: subject.matter,
    notions: subject.notions,
    assumed: piece.implied || piece.loose || piece.coded || subject.kind === "unknown",
    ordinal,
  };
}

/** Papers and offices that only a form's own matter singles out. */
const OF_THE_MATTER = new Set([
  "证书",
  "许可证",
  "登记证",
  "备案证",
  "通知书",
  "决定书",
  "合同",
  "协议",
  "保险单",
  "报销凭证",
  "身份证件",
  "发证机关",
  "登记机关",
  "批准机关",
  "许可机关",
  "认定机关",
  "备案机关",
  "受理部门",
  "审核单位",
]);

/** Whom a word means that only says “of this form”. */
function ownHolder(
  { name, kind }: Owner,
  { head, implied }: Piece,
  { kind: about, relatives }: FormSubject,
): { holder: Holder } {
  // 考生类别 and 干部类别 are not one kind of people; 考生性别 is simply the sex of whoever is in the row.
  if (name === "成员") return { holder: relatives ? RELATIVE : name };
  if (kind === "person_type") return { holder: head?.kind === "matter" ? (name === "人员" ? SELF : name) : SELF };
  if (head?.name === "类别" && SORTED_APART.has(name)) return { holder: name };
  if (kind === "applicant") {
    if (head?.kind === "organisation") return { holder: OFFICE };
    if (head?.kind === "person" && !implied) return { holder: SELF };
    return { holder: about === "person" ? SELF : about === "organisation" ? OFFICE : null };
  }
  if (about === "person" && (name === "单位" || name === "机构") && !APPLYING.test(name)) return { holder: WORKPLACE };
  return { holder: OFFICE };
}

/** Words for an applicant or an organisation of which the kinds are others than those of an enterprise: 主体类别, 机构类型. */
const SORTED_APART = new Set(["申请人", "行政相对人", "机构", "组织"]);

/** Whose datum it is when the label does not say. */
function holderOf({ head, qualifiers }: Piece, { kind, relatives }: FormSubject): Holder {
  const person = relatives ? RELATIVE : SELF;
  if (head?.kind === "person") return person;
  if (head?.kind === "organisation") return OFFICE;
  if (head?.kind === "contact") {
    if (qualifiers.some(({ name }) => PERSONAL.has(name))) return person;
    if (qualifiers.some(({ name }) => OFFICIAL.has(name))) return OFFICE;
    return kind === "person" ? person : kind === "organisation" ? OFFICE : null;
  }
  if (qualifiers.some(({ name }) => LIFE.has(name)))
    return qualifiers.some(({ name }) => FOUNDING.has(name)) ? OFFICE : person;
  return "";
}

const FOUNDING = new Set(["成立", "开业", "建成", "投产"]);
const PERSONAL = new Set(["户籍", "居住", "家庭住所", "住宅", "出生"]);
const OFFICIAL = new Set(["注册", "经营", "生产", "储存", "办学"]);

/** Whether the label itself says which figure, day or number of the matter is meant. */
function isTold({ head, qualifiers, residue }: Piece): boolean {
  return residue.length > 0 || qualifiers.some((qualifier) => isTelling(qualifier, head));
}

/** 总 alone is the sum of whatever the form counts; 有无变化 asks for a change of whatever it is about. */
function isTelling({ name, axis }: Qualifier, head: Piece["head"]): boolean {
  if (axis === "act") return !OF_ANYTHING.has(name);
  if (head === null && axis === "part") return false;
  if (head === YES_NO && axis === "attribute") return !isOfAnything(name);
  return NAMING_AXES.has(axis);
}

/** Whether a word names what any matter has: 状况, 变化. */
function isOfAnything(name: string): boolean {
  const concept = lexicon().conceptNamed.get(name);
  return concept?.role === "head" && concept.kind === "matter";
}

function ownerText({ name, mods }: Owner): string {
  return mods.length === 0 ? name : `${mods.join("")}${name}`;
}
