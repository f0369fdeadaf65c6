import { labelParts } from "./label-parts.ts";
import { isPerson, isUnderstood, type Owner, type Piece, parsePiece, type Qualifier } from "./parse-piece.ts";
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

/** Reads a label by the lexicon alone; `headings` are those above the field on the form, outermost first. */
export function parseLabel(label: string, ofOrganisation: boolean, headings: readonly string[] = []): ParsedLabel {
  const { main, sections, asides, unit, ordinal } = labelParts(label);
  let { pieces, joint } = splitPieces(main, ofOrganisation);
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
  if (headings.length > 0 || sections.length > 0) {
    const placed = [...headings.map((heading) => labelParts(heading).main), ...sections];
    const above = placed.map((section) => parsePart(section, ofOrganisation));
    pieces = pieces.map((piece) => under(piece, above));
  }
  return { pieces, joint, unit, ordinal: kept };
}

function parsePart(text: string, ofOrganisation: boolean): Piece {
  return ofOrganisation
    ? partsOfOrganisations.of(text, (part) => parsePiece(part, true))
    : partsOfOthers.of(text, (part) => parsePiece(part, false));
}

function splitPieces(main: string, ofOrganisation: boolean): Pick<ParsedLabel, "pieces" | "joint"> {
  const whole = parsePiece(main, ofOrganisation);
  const joins = (text: string) => JOINERS.test(text);
  if (!whole.residue.some(joins) && !whole.owners.some(({ mods }) => mods.some(joins)))
    return { pieces: [whole], joint: "one" };
  const parts = main.split(JOINERS).filter((part) => part !== "");
  if (parts.length < 2) return { pieces: [whole], joint: "one" };
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
  if (!spread.every(isUnderstood)) return { pieces: [whole], joint: "one" };
  return { pieces: spread, joint: EITHER.test(main) ? "either" : "both" };
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

function isNeutral({ kind, mods }: Owner): boolean {
  return mods.length === 0 && (kind === "person_type" || kind === "applicant" || kind === "organisation_type");
}
