import { regionPrefix } from "../../region/region.ts";
import type { DataElement, DataElementAttributes } from "./data-element.ts";

/** A row of an office's own, as it is stored. */
export type OwnDataElement = DataElementAttributes & {
  id: string;
  regionCode: string;
  sourceUnitId: string | null;
  version: number;
};

/**
 * The catalogue of a region: what is shipped, with the rows of its own and of the regions above laid over it. Of one identifier the
 * row of the nearest region stands, before the shipped one. In the order of identifiers.
 */
export function catalogueOf(standard: readonly DataElement[], own: readonly OwnDataElement[]): DataElement[] {
  const standing = new Map(standard.map((element) => [element.identifier, element]));
  const outermost = [...own].sort((a, b) => regionPrefix(a.regionCode).length - regionPrefix(b.regionCode).length);
  for (const { id, regionCode, sourceUnitId, version, ...told } of outermost) {
    const replaces = standing.has(told.identifier);
    standing.set(told.identifier, { ...told, own: { id, regionCode, sourceUnitId, version, replaces } });
  }
  return [...standing.values()].sort((a, b) => (a.identifier < b.identifier ? -1 : 1));
}
