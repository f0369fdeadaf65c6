import type { Frequency, WorkLine } from "../../asset/vocabulary.ts";
import type { HoursRange } from "../../burden/annual-burden.ts";
import type { ProposalForm, ProposalInput } from "../proposal/model.ts";

/** A running form with what pages say of it beyond what its hours are worked out from; null is unknown. */
export type RedundancyForm = ProposalForm & {
  regionCode: string;
  workLine: WorkLine | null;
  frequency: Frequency | null;
  /** Hours a year as the item page shows them; null where an input is missing. */
  burden: HoursRange | null;
  /** Labels of the burden inputs that are missing. */
  burdenMissing: readonly string[];
  /** Fields that ask somebody something, whether or not they were read as an element. */
  askedFields: number;
};

/** What `propose`, `whatIf` and `elementPrices` take, of the running forms of a region, with the names of their units. */
export type RedundancyInput = Pick<ProposalInput, "elements" | "sources"> & {
  forms: readonly RedundancyForm[];
  /** By `officeId`. */
  officeNames: Readonly<Record<string, string>>;
};

/** The office of forms of which no unit is known. */
export const UNKNOWN_OFFICE = "unknown";
