import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { aliasResolver } from "#lib/redundancy/element/alias.ts";
import { elementOfKey } from "#lib/redundancy/element/element.ts";
import { elementName } from "#lib/redundancy/element/element-name.ts";
import { regionsAbove } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { elementAliases, elements } from "../schema/index.ts";
import { toAlias } from "./item-sets.ts";

/** An answer of a person that made a data item what it is. */
export type ElementAnswer = Pick<
  typeof elementAliases.$inferSelect,
  "id" | "aLabel" | "aForm" | "bLabel" | "bForm" | "answer" | "note" | "decidedByName" | "decidedAt"
>;

/** A data item by its number, whoever asks for it; undefined where there is none. */
export async function findElement(
  tx: Tx,
  id: number,
): Promise<{ id: number; key: string; name: string; header: boolean } | undefined> {
  const [row] = await tx
    .select({ id: elements.id, key: elements.key, header: elements.header })
    .from(elements)
    .where(eq(elements.id, id));
  return row && { ...row, name: elementName(row.key) };
}

/** The answers that hold in a region and touch a data item: that united words into it, or set words apart from it; newest first. */
export async function answersOfElement(
  tx: Tx,
  { regionCode, key }: { regionCode: string; key: string },
): Promise<ElementAnswer[]> {
  const rows = await tx
    .select()
    .from(elementAliases)
    .where(
      and(
        inArray(elementAliases.regionCode, [regionCode, ...regionsAbove(regionCode)]),
        isNull(elementAliases.undoneAt),
      ),
    )
    .orderBy(desc(elementAliases.decidedAt), desc(elementAliases.id));
  const resolve = aliasResolver(rows.toReversed().map(toAlias));
  const becomes = (of: string, label: string, form: string | null) => resolve(elementOfKey(of), label, form ?? "").key;
  return rows.filter(({ aKey, aLabel, aForm, bKey, bLabel, bForm }) =>
    [aKey, bKey, becomes(aKey, aLabel, aForm), becomes(bKey, bLabel, bForm)].includes(key),
  );
}
