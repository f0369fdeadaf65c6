import type { Context } from "#db/command.ts";
import { saveDataElement } from "#db/commands/save-data-element.ts";
import { STANDARD_DATA_ELEMENTS } from "#lib/redundancy/catalogue/standard/index.ts";
import { SETTLED_ELEMENTS, type SettledElement } from "#seed/county/data-elements.ts";
import { sampleUnit } from "#seed/sample-county.ts";

/** Lays down what the sample county settled of its data elements. Throws when the catalogue has none of a name that it speaks of. */
export async function settleSampleElements(context: Context): Promise<number> {
  for (const element of SETTLED_ELEMENTS) {
    const { unit, updateFrequency, sharing } = element;
    const { id: sourceUnitId, name: sourceDepartment } = sampleUnit(unit);
    const settled = { sourceUnitId, sourceDepartment, updateFrequency, sharing };
    await saveDataElement(context, { ...toldBefore(element), ...settled, replaces: "shipped" in element });
  }
  return SETTLED_ELEMENTS.length;
}

/** What stands in the catalogue already, or what the county says of its own. */
function toldBefore(element: SettledElement) {
  if ("own" in element) return element.own;
  const found = STANDARD_DATA_ELEMENTS.find(({ name }) => name === element.shipped);
  if (found === undefined) throw new Error(`数据元目录里没有“${element.shipped}”`);
  const { own: _own, ...told } = found;
  return told;
}
