import { and, eq } from "drizzle-orm";
import { changeText } from "#lib/redundancy/catalogue/change-text.ts";
import { claimsOf, clashText } from "#lib/redundancy/catalogue/claims.ts";
import { toldOf } from "#lib/redundancy/catalogue/file-columns.ts";
import { changesOf } from "#lib/redundancy/catalogue/import-plan.ts";
import { SaveDataElementInput } from "#lib/redundancy/catalogue/inputs.ts";
import { command } from "../command.ts";
import { catalogueFor } from "../queries/data-elements.ts";
import { dataElements } from "../schema/index.ts";
import { holdCatalogue, holdOwnRow, insistOnRoom, insistOnUnits, sourceUnits } from "./data-element-writing.ts";
import { invalidField } from "./invalid-field.ts";

/**
 * Adds a data element of an office's own, changes one, or lays one over a shipped or upper one (`replaces`). Throws "conflict" when
 * someone changed it since the writer saw it, "invalid" where two would claim one data item.
 */
export const saveDataElement = command(
  { action: "data_element.save", capability: "edit_data_elements", input: SaveDataElementInput },
  async ({ tx, actor, now }, { id, version, replaces, ...told }) => {
    const row = id === undefined ? undefined : await holdOwnRow(tx, { id, version: version ?? 0 });
    const regionCode = row?.regionCode ?? actor.scope;
    if (row === undefined) await holdCatalogue(tx, regionCode);
    await insistOnUnits(tx, [told]);
    const catalogue = await catalogueFor(tx, regionCode);
    const standing = catalogue.find(({ identifier }) => identifier === told.identifier);
    const isItself = standing !== undefined && row !== undefined && standing.own?.id === row.id;
    const isCovered =
      standing !== undefined && row === undefined && replaces && standing.own?.regionCode !== regionCode;
    if (standing !== undefined && !isItself && !isCovered) {
      throw invalidField("identifier", `标识符已用于“${standing.name}”，请换一个；要修改那一条，请打开它点“修改”`);
    }
    const others = catalogue.filter(({ own }) => row === undefined || own?.id !== row.id);
    const clash = claimsOf(others)(told);
    if (clash !== undefined) throw invalidField(clash.name === told.name ? "name" : "synonyms", clashText(clash));

    const before = row === undefined ? standing : catalogue.find(({ own }) => own?.id === row.id);
    const change =
      before === undefined ? null : changesOf(toldOf(before), told, await sourceUnits(tx, [toldOf(before), told]));
    let saved = id;
    if (row !== undefined) {
      await tx
        .update(dataElements)
        .set({ ...told, version: row.version + 1, updatedAt: now })
        .where(and(eq(dataElements.regionCode, regionCode), eq(dataElements.id, row.id)));
    } else {
      await insistOnRoom(tx, regionCode, 1);
      const [added] = await tx
        .insert(dataElements)
        .values({ regionCode, ...told, createdAt: now, updatedAt: now })
        .returning({ id: dataElements.id });
      saved = added?.id;
    }
    if (saved === undefined) throw new Error("data_elements returned no row");
    return {
      result: { id: saved, identifier: told.identifier },
      audit: {
        regionCode,
        subjectType: "data_element",
        subjectId: saved,
        detail: {
          identifier: told.identifier,
          name: told.name,
          ...(change === null ? { isNew: true } : { differences: change.map(changeText) }),
        },
      },
    };
  },
);
