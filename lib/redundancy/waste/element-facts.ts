import { type Frequency, TIMES_PER_YEAR } from "../../asset/vocabulary.ts";
import { elementName } from "../element/element-name.ts";
import type { Grain, Source } from "../proposal/model.ts";
import type { Sharing } from "../vocabulary.ts";
import type { RedundancyElement } from "./input.ts";

/** What an entry of the catalogue says of an element; null is unknown. */
export type KnownDatum = {
  identifier: string;
  name: string;
  grain: Grain | null;
  sourceDepartment: string | null;
  sourceUnitId: string | null;
  updateFrequency: Frequency | null;
  changesPerYear: number | null;
  sharing: Sharing | null;
  sensitivity: number | null;
  minutesPerCell: number | null;
};

/** An element with its facts as the catalogue gives them; without an entry nothing of it is known but its name. */
export function knownElement(
  { id, key, header }: { id: number; key: string; header: boolean },
  datum: KnownDatum | null,
): RedundancyElement {
  return {
    element: id,
    key,
    header,
    name: elementName(key),
    sensitivity: datum?.sensitivity ?? null,
    changesPerYear: datum?.changesPerYear ?? null,
    minutesPerCell: datum?.minutesPerCell ?? null,
    datum,
  };
}

/**
 * Where an element is to be had without asking anybody: only where the catalogue names who holds it, of what, and shares it with
 * all. What is shared on conditions nobody has until it was granted; who holds it has gathered it by asking.
 */
export function sourcesOf({ element, datum }: RedundancyElement, officeIds: readonly string[]): Source[] {
  if (datum === null || datum.grain === null || datum.sourceDepartment === null) return [];
  if (datum.sharing !== "unconditional") return [];
  const { grain, sourceDepartment: department, sourceUnitId, updateFrequency } = datum;
  const timesPerYear = (updateFrequency && TIMES_PER_YEAR[updateFrequency]) ?? null;
  const offices = sourceUnitId === null ? null : officeIds.filter((id) => id !== sourceUnitId);
  return [{ element, grain, department, timesPerYear, offices }];
}
