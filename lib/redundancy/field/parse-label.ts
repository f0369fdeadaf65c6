import { type LabelParts, labelParts } from "./label-parts.ts";
import {
  isNeutral,
  isPerson,
  isUnderstood,
  type Owner,
  type Piece,
  parsePiece,
  type Qualifier,
} from "./parse-piece.ts";
import { Recent } from "./recent.ts";

/** A label as one piece or, where it lets one datum or another be filled in, as several. */
export type ParsedLabel = {
  pieces: readonly Piece[];
  /** How several pieces go together: 法定代表人/负责人 is filled with one of them, 姓名、电话 with both. */
  joint: "one" | "either" | "both";
  unit: string | null;
  ordinal: string | null;
};

/** Headings, what stands in brackets and the parts of a list: the same few in many labels. */
const partsOfOrganisations = new Recent<Piece>();
const partsOfOthers = new Recent<Piece>();

const JOINERS = /\/|、|或者|或|及|和|以及|暨|\\/;
const EITHER = /\/|或|\\/;
const NONE: readonly string[] = [];

/** Reads a label by the lexicon alone; `headings` are those above the field on the form, outermost first. */
export function parseLabel(label: string, ofOrganisation: boolean, headings: readonly string[] = NONE): ParsedLabel {
  const parts = labelParts(label);
  const whole = parsePiece(parts.main, ofOrganisation);
  let parsed = mayJoin(whole)
    ? splitPieces(whole, parts, ofOrganisation)
    : { pieces: [whole], joint: "one" as const, unit: parts.unit, ordinal: parts.ordinal };
  if (parts.asides.length > 0) parsed = withAsides(parsed, parts.asides, ofOrganisation);
  return headings.length > 0 || parts.sections.length > 0
    ? underAll(parsed, headings, parts.sections, ofOrganisation)
    : parsed;
}

/** What stands in brackets, but for units: another name, another datum instead, or one that says which. */
function withAsides(
  { pieces, joint, unit, ordinal }: ParsedLabel,
  asides: readonly string[],
  ofOrganisation: boolean,
): ParsedLabel {
  let kept = ordinal;
  for (const aside of asides) {
    const extra = parsePart(aside, ofOrganisation);
    if (!isUnderstood(extra) && JOINERS.test(aside)) continue;
    const first = pieces[0] as Piece;
    if (!isUnderstood(extra) && extra.qualifiers.length === 0) {
      if (aside.length <= 6) pieces = pieces.map((piece) => ({ ...piece, residue: [...piece.residue, aside] }));
    } else if (extra.head && !extra.implied && (extra.head.kind === "person" || extra.head.kind === "organisation")) {
      if (first.head === null || first.head.kind === "matter" || first.head.name === "社会保障号码") {
        pieces = [{ ...first, head: extra.head, qualifiers: extra.qualifiers, residue: [] }];
        kept = null;
      } else if (extra.head.name !== first.head.name) {
        pieces = [first, extra];
        joint = "either";
      }
    } else if (extra.owners.length > 0 && extra.implied && first.owners.length > 0) {
      pieces = [first, { ...first, owners: extra.owners }];
      joint = "either";
    } else pieces = pieces.map((piece) => ({ ...piece, qualifiers: [...piece.qualifiers, ...extra.qualifiers] }));
  }
  return { pieces, joint, unit, ordinal: kept };
}

/** A label under the headings above its field and those inside itself. */
function underAll(
  parsed: ParsedLabel,
  headings: readonly string[],
  sections: readonly string[],
  ofOrganisation: boolean,
): ParsedLabel {
  const placed = [...headings.map((heading) => labelParts(heading).main), ...sections];
  const above = placed.map((section) => parsePart(section, ofOrganisation));
  return { ...parsed, pieces: parsed.pieces.map((piece) => under(piece, above)) };
}

function parsePart(text: string, ofOrganisation: boolean): Piece {
  return ofOrganisation ? partsOfOrganisations.of(text, parseOfOrganisation) : partsOfOthers.of(text, parseOfOther);
}

const parseOfOrganisation = (text: string) => parsePiece(text, true);
const parseOfOther = (text: string) => parsePiece(text, false);

/** Whether among what the lexicon does not know of a piece is a sign or word that joins several. */
function mayJoin({ residue, owners }: Piece): boolean {
  return residue.some(joins) || owners.some(joinsMods);
}

const joins = (text: string) => JOINERS.test(text);
const joinsMods = ({ mods }: Owner) => mods.some(joins);

function splitPieces(whole: Piece, { main, unit, ordinal }: LabelParts, ofOrganisation: boolean): ParsedLabel {
  const one: ParsedLabel = { pieces: [whole], joint: "one", unit, ordinal };
  const parts = main.split(JOINERS).filter((part) => part !== "");
  if (parts.length < 2) return one;
  const pieces = parts.map((part) => parsePart(part, ofOrganisation));
  const last = pieces.at(-1) as Piece;
  const first = pieces[0] as Piece;
  const spread = pieces.map((piece, at): Piece => {
    // 注册、经营地址: the head is written once, for all.
    if (piece.head === null || (piece.implied && piece.owners.length === 0))
      return { ...piece, head: last.head, owners: piece.owners.length > 0 ? piece.owners : last.owners };
    // 法定代表人身份证号/手机: so is the owner.
    if (at > 0 && piece.owners.length === 0 && first.owners.length > 0) return { ...piece, owners: first.owners };
    return piece;
  });
  if (!spread.every(isUnderstood)) return one;
  return { pieces: spread, joint: EITHER.test(main) ? "either" : "both", unit, ordinal };
}

/** Places of a person that are no address. */
const ORIGINS = new Set(["籍贯", "出生地"]);

function isOpen({ head }: Piece): boolean {
  return head?.kind === "open";
}

function attribute(name: string): Qualifier {
  return { name, axis: "attribute" };
}

/** A piece under headings: they say whose datum it is, and what about. */
function under(piece: Piece, above: readonly Piece[]): Piece {
  const owners = above.flatMap(({ owners: named }) => named.filter((owner) => !isNeutral(owner)));
  const about = above.flatMap(({ qualifiers, residue, head }): Qualifier[] => [
    ...qualifiers.filter(({ name, axis }) => axis !== "attribute" || (isOpen(piece) && ORIGINS.has(name))),
    // 籍贯-省: the place of the heading is the one that is written in parts.
    ...(head !== null && isOpen(piece) && ORIGINS.has(head.name) ? [attribute(head.name)] : []),
    ...residue.map((name): Qualifier => ({ name, axis: "section" })),
  ]);
  const own = piece.owners.filter((owner) => !isNeutral(owner));
  const section = owners.at(-1);
  const nearest = section === undefined ? piece.owners : own.length === 0 ? [section] : joined(section, own);
  let head = piece.head;
  const last = nearest.at(-1);
  if (head?.name === "名称" && last && isPerson(last.kind)) head = { name: "姓名", kind: "person" };
  return { ...piece, head, owners: nearest, qualifiers: [...piece.qualifiers, ...about] };
}

/** The owner of a heading and those of the label below it, which may repeat it in fewer words. */
function joined(section: Owner, own: readonly Owner[]): Owner[] {
  const [first, ...others] = own as [Owner, ...Owner[]];
  if (first.name !== section.name) return [section, first, ...others];
  return [section.mods.length > 0 ? section : first, ...others];
}
