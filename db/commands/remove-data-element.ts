import { and, eq } from "drizzle-orm";
import { cellTexts, FILE_COLUMNS } from "#lib/redundancy/catalogue/file-columns.ts";
import { RemoveDataElementInput } from "#lib/redundancy/catalogue/inputs.ts";
import { command } from "../command.ts";
import { catalogueFor, toOwn } from "../queries/data-elements.ts";
import { dataElements } from "../schema/index.ts";
import { holdOwnRow, sourceUnits } from "./data-element-writing.ts";

/**
 * Removes a data element of an office's own; where it stood in the place of a shipped or upper one, that one holds again. The audit
 * log keeps what was removed. Throws "conflict" when someone changed it since.
 */
export const removeDataElement = command(
  { action: "data_element.remove", capability: "edit_data_elements", input: RemoveDataElementInput },
  async ({ tx }, input) => {
    const row = await holdOwnRow(tx, input);
    const { regionCode, id, identifier } = row;
    await tx.delete(dataElements).where(and(eq(dataElements.regionCode, regionCode), eq(dataElements.id, id)));
    const standing = (await catalogueFor(tx, regionCode)).find((element) => element.identifier === identifier);
    const removed = { ...toOwn(row), synonyms: [...row.synonyms] };
    const texts = cellTexts(removed, await sourceUnits(tx, [row]));
    const told = FILE_COLUMNS.flatMap(({ title }, at) => (texts[at] ? [`${title}：${texts[at]}`] : []));
    return {
      result: { identifier, remains: standing !== undefined },
      audit: {
        regionCode,
        subjectType: "data_element",
        subjectId: id,
        detail: { identifier, name: row.name, told: told.join("；") },
      },
    };
  },
);
