import { TIMES_PER_YEAR } from "../../asset/vocabulary.ts";
import type { DataElement } from "../catalogue/data-element.ts";
import { isUnitOf } from "../catalogue/department.ts";
import { IDENTIFYING } from "../catalogue/standard/identifying.ts";
import { elementTitle } from "../element/element-title.ts";
import type { Source } from "../proposal/model.ts";
import type { RedundancyElement } from "./input.ts";

/** An element, called as its labels (one a field) word it, with its facts as the catalogue gives them; without an entry none is known. */
export function knownElement(
  { id, key, header }: { id: number; key: string; header: boolean },
  datum: DataElement | null,
  labels: readonly string[],
): RedundancyElement {
  return {
    element: id,
    key,
    header,
    name: elementTitle(key, labels),
    sensitivity: datum?.sensitivity ?? null,
    changesPerYear: datum?.changesPerYear ?? null,
    identifying: datum !== null && IDENTIFYING.has(datum.identifier),
    minutesPerCell: datum?.minutesPerCell ?? null,
    datum,
  };
}

/**
 * Where an element is to be had without asking anybody: only where the catalogue names who holds it, of what, and shares it with
 * all. What is shared on conditions nobody has until it was granted; who holds it has gathered it by asking.
 * What says who or where somebody is must still be told: by it the rest is found at the source.
 */
export function sourcesOf(
  { element, datum, identifying }: Pick<RedundancyElement, "element" | "datum" | "identifying">,
  officeNames: ReadonlyMap<string, string | null>,
): Source[] {
  if (datum === null || datum.grain === null || datum.sourceDepartment === null) return [];
  if (datum.sharing !== "unconditional" || identifying) return [];
  const { grain, sourceDepartment: department, updateFrequency } = datum;
  const timesPerYear = (updateFrequency && TIMES_PER_YEAR[updateFrequency]) ?? null;
  const holds = (id: string, name: string | null) =>
    id === datum.own?.sourceUnitId || (name !== null && isUnitOf(name, department));
  const offices = [...officeNames].flatMap(([id, name]) => (holds(id, name) ? [] : [id]));
  return [{ element, grain, department, timesPerYear, offices: offices.length === officeNames.size ? null : offices }];
}
