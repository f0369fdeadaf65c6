import type { FormField } from "../asset/asset.ts";
import type { DataElementLink } from "../redundancy/catalogue/link.ts";
import { IDENTIFYING } from "../redundancy/catalogue/standard/identifying.ts";
import type { HeldField } from "./facts.ts";

/**
 * The data that a form asks for and a department holds at the source, by the catalogue of data elements; each once, in the order of
 * the form. What only says who or where somebody is does not count. Null when nobody has read what the fields ask for.
 */
export function heldFields(
  fields: readonly FormField[],
  keyOf: (element: number) => string | undefined,
  link: DataElementLink,
): HeldField[] | null {
  if (fields.every(({ element }) => element === null)) return null;
  const held = new Map<string, HeldField>();
  for (const { label, technical, element } of fields) {
    const key = technical || element === null ? undefined : keyOf(element);
    const known = key === undefined ? undefined : link(key);
    if (known === undefined || known.sourceDepartment === null || IDENTIFYING.has(known.identifier)) continue;
    if (held.has(known.identifier)) continue;
    held.set(known.identifier, {
      label,
      element: known.name,
      department: known.sourceDepartment,
      unitId: known.own?.sourceUnitId ?? null,
      sharing: known.sharing,
    });
  }
  return [...held.values()];
}
