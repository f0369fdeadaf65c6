import { and, eq } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { formatTime } from "#lib/format/date.ts";
import { UndoAliasInput } from "#lib/redundancy/alias/inputs.ts";
import { regionWithin } from "#lib/region/region.ts";
import { command } from "../command.ts";
import { elementAliases } from "../schema/index.ts";
import { holdSets } from "./set-lock.ts";
import { refreshForAlias } from "./set-writing.ts";

/**
 * Takes an answer back: the question comes again, and the forms are compared without it. The answer stays, with who decided and who
 * undid it. Once more by the same person changes nothing; throws "conflict" with who and when where another undid it.
 */
export const undoAlias = command(
  { action: "element_alias.undo", capability: "decide_aliases", input: UndoAliasInput },
  async ({ tx, actor, now }, { aliasId }) => {
    const [found] = await tx.select().from(elementAliases).where(eq(elementAliases.id, aliasId));
    if (found === undefined)
      throw new DomainError("not_found", "没有找到这条认定，它可能不在您的管辖范围内，请刷新页面");
    if (!regionWithin(found.regionCode, actor.scope)) {
      throw new DomainError("forbidden", "这是上级作出的认定，请联系上级撤销");
    }
    await holdSets(tx, [found.regionCode]);
    const ofAlias = and(eq(elementAliases.regionCode, found.regionCode), eq(elementAliases.id, aliasId));
    const [alias] = await tx.select().from(elementAliases).where(ofAlias);
    if (alias === undefined) throw new Error("an alias was deleted, which no role may do");
    const { aLabel, aForm, bLabel, bForm, answer, undoneAt, undoneByName, decidedByName } = alias;
    const audit = {
      regionCode: alias.regionCode,
      subjectType: "element_alias",
      subjectId: aliasId,
      detail: { aLabel, aForm, bLabel, bForm, answer, decidedByName, isNew: undoneAt === null },
    };
    if (undoneAt !== null) {
      if (undoneByName === actor.name) return { result: { aliasId }, audit };
      throw new DomainError("conflict", `${undoneByName}已于${formatTime(undoneAt)}撤销了这条认定，请刷新页面`);
    }
    const [undone] = await tx
      .update(elementAliases)
      .set({ undoneByName: actor.name, undoneAt: now })
      .where(ofAlias)
      .returning();
    if (undone === undefined) throw new Error("update of element_aliases returned no row");
    await refreshForAlias(tx, undone);
    return { result: { aliasId }, audit };
  },
);
