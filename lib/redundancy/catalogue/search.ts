import { searchTerms } from "../../asset/search-term.ts";
import type { Sharing } from "../vocabulary.ts";
import type { DataElement, ObjectClass } from "./data-element.ts";

/** How many forms ask for a data element: any, two or more, none. */
export const DEMAND_LEVELS = ["asked", "repeated", "unasked"] as const;
export type DemandLevel = (typeof DEMAND_LEVELS)[number];
export const DEMAND_LEVEL_LABEL: Record<DemandLevel, string> = {
  asked: "有表在要",
  repeated: "两张以上在要",
  unasked: "没有表在要",
};

export const OWNERSHIPS = ["standard", "own"] as const;
export type Ownership = (typeof OWNERSHIPS)[number];
export const OWNERSHIP_LABEL: Record<Ownership, string> = { standard: "随产品提供", own: "机关自建或改动" };

/** Which data elements a list holds; an absent member does not narrow it. */
export type CatalogueSearch = {
  q?: string | undefined;
  grain?: ObjectClass | "unknown" | undefined;
  department?: string | "unknown" | undefined;
  sharing?: Sharing | "unknown" | undefined;
  ownership?: Ownership | undefined;
  demand?: DemandLevel | undefined;
};

/** Whether a data element that `forms` forms ask for belongs in the list. */
export function isSought(element: DataElement, forms: number, search: CatalogueSearch): boolean {
  const { q, grain, department, sharing, ownership, demand } = search;
  const is = <T extends string>(wanted: T | "unknown" | undefined, value: T | null) =>
    wanted === undefined || (wanted === "unknown" ? value === null : value === wanted);
  const text = [element.identifier, element.name, ...element.synonyms, element.definition ?? ""]
    .join(" ")
    .normalize("NFKC")
    .toLowerCase();
  return (
    searchTerms(q ?? "").every((term) => text.includes(term)) &&
    is(grain, element.grain) &&
    is(department, element.sourceDepartment) &&
    is(sharing, element.sharing) &&
    (ownership === undefined || (ownership === "own") === (element.own !== null)) &&
    (demand === undefined || (demand === "unasked" ? forms === 0 : forms >= (demand === "repeated" ? 2 : 1)))
  );
}
