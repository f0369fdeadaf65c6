import type { Frequency, WorkLine } from "../../asset/vocabulary.ts";
import type { HoursRange } from "../../burden/annual-burden.ts";
import type { DataElement } from "../catalogue/data-element.ts";
import type { ElementFacts, ProposalForm, ProposalInput } from "../proposal/model.ts";

/** A running form with what pages say of it beyond what its hours are worked out from; null is unknown. */
export type RedundancyForm = ProposalForm & {
  workLine: WorkLine | null;
  frequency: Frequency | null;
  /** The ends of the range that `minutes` is the middle of; null where minutes are unknown. */
  minutesRange: { low: number; high: number } | null;
  /** Hours a year as the item page shows them; null where an input is missing. */
  burden: HoursRange | null;
  /** Labels of the burden inputs that are missing. */
  burdenMissing: readonly string[];
  /** Fields that ask somebody for something, whether or not they were read as an element. */
  askedFields: number;
};

/** An element as pages name it, with the entry of the catalogue that it is linked to. */
export type RedundancyElement = ElementFacts & { key: string; header: boolean; datum: DataElement | null };

/** What `propose`, `whatIf` and `elementPrices` take, of the running forms of a region, with the names of their units. */
export type RedundancyInput = Pick<ProposalInput, "sources"> & {
  forms: readonly RedundancyForm[];
  elements: readonly RedundancyElement[];
  /** By `officeId`. */
  officeNames: Readonly<Record<string, string>>;
};

/** The office of forms of which no unit is known. */
export const UNKNOWN_OFFICE = "unknown";

/** What an office is called; the unit of a form may be unknown. */
export function officeName({ officeNames }: Pick<RedundancyInput, "officeNames">, officeId: string): string {
  return officeNames[officeId] ?? "主办单位未知";
}
