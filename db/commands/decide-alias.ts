import { and, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import { formatTime } from "#lib/format/date.ts";
import { type AliasSideInput, DecideAliasInput } from "#lib/redundancy/alias/inputs.ts";
import { pairOf } from "#lib/redundancy/element/alias.ts";
import { ALIAS_ANSWER_LABEL } from "#lib/redundancy/vocabulary.ts";
import { regionWithin } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { toAlias } from "../queries/item-sets.ts";
import { assets, elementAliases, formFields } from "../schema/index.ts";
import { holdSets } from "./set-lock.ts";
import { refreshForAlias } from "./set-writing.ts";

/**
 * Keeps what a person answered about two data items, and compares all forms anew that it touches. The same answer again changes
 * nothing; a person's own other answer takes the place of the former, which stays readable. Throws "conflict" with who and when
 * where another answered otherwise, "not_found" where a side stands on no running form any more.
 */
export const decideAlias = command(
  { action: "element_alias.decide", capability: "decide_aliases", input: DecideAliasInput },
  async ({ tx, actor, now }, { a, b, answer, note }) => {
    const regionCode = actor.scope;
    // Of two answers at the same time the second sees the first; who reads all again changes the keys of answers under this, too.
    await holdSets(tx, [regionCode]);
    const audit = (subjectId: string, detail: Record<string, unknown>) => ({
      regionCode,
      subjectType: "element_alias",
      subjectId,
      detail: { aLabel: a.label, aForm: a.form, bLabel: b.label, bForm: b.form, answer, ...detail },
    });
    const standing = await standingOn(tx, a, b);
    const known = standing.find((one) => one.answer === answer);
    if (known !== undefined) {
      return {
        result: { aliasId: known.id, isNew: false, decidedByName: known.decidedByName },
        audit: audit(known.id, { isNew: false }),
      };
    }
    const other = standing.find((one) => one.decidedBy !== actor.id || one.regionCode !== regionCode);
    if (other !== undefined) {
      const way = regionWithin(other.regionCode, regionCode)
        ? "请先在“已认定的异同”中撤销那一条"
        : "那是上级的认定，请联系上级撤销";
      throw new DomainError(
        "conflict",
        `${other.decidedByName}已于${formatTime(other.decidedAt)}认定“${ALIAS_ANSWER_LABEL[other.answer]}”，您的回答没有保存；不同意的，${way}`,
      );
    }
    for (const side of [a, b]) await insistOnForms(tx, side);
    if (standing.length > 0) {
      await tx
        .update(elementAliases)
        .set({ undoneByName: actor.name, undoneAt: now })
        .where(
          and(
            eq(elementAliases.regionCode, regionCode),
            inArray(
              elementAliases.id,
              standing.map(({ id }) => id),
            ),
          ),
        );
    }
    const [alias] = await tx
      .insert(elementAliases)
      .values({
        regionCode,
        aLabel: a.label,
        aForm: a.form,
        aKey: a.key,
        bLabel: b.label,
        bForm: b.form,
        bKey: b.key,
        answer,
        note: note ?? null,
        decidedBy: actor.id,
        decidedByName: actor.name,
        decidedAt: now,
      })
      .returning();
    if (alias === undefined) throw new Error("insert into element_aliases returned no row");
    await refreshForAlias(tx, alias);
    return {
      result: { aliasId: alias.id, isNew: true, decidedByName: actor.name },
      audit: audit(alias.id, { note, replaces: standing[0]?.id }),
    };
  },
);

/** The answers that hold on this pair, either way round, the latest first. */
async function standingOn(
  tx: Tx,
  a: AliasSideInput,
  b: AliasSideInput,
): Promise<(typeof elementAliases.$inferSelect)[]> {
  const t = elementAliases;
  const asked = pairOf({ a, b });
  const found = await tx
    .select()
    .from(t)
    .where(
      and(isNull(t.undoneAt), or(and(eq(t.aKey, a.key), eq(t.bKey, b.key)), and(eq(t.aKey, b.key), eq(t.bKey, a.key)))),
    )
    .orderBy(desc(t.decidedAt), desc(t.id));
  return found.filter((row) => pairOf(toAlias(row)) === asked);
}

/** Throws "not_found" where the label stands on no running form (of that title) that the actor reaches. */
async function insistOnForms(tx: Tx, { label, form }: AliasSideInput): Promise<void> {
  const [there] = await tx
    .select({ assetId: formFields.assetId })
    .from(formFields)
    .innerJoin(assets, and(eq(assets.regionCode, formFields.regionCode), eq(assets.id, formFields.assetId)))
    .where(
      and(
        eq(formFields.label, label),
        eq(formFields.technical, false),
        inArray(assets.state, [...RUNNING_STATES]),
        form === null ? undefined : eq(assets.name, form),
      ),
    )
    .limit(1);
  if (there !== undefined) return;
  const where = form === null ? "" : `《${form}》的`;
  throw new DomainError("not_found", `${where}“${label}”已不在任何使用中的表单里，这一题不必再答，请继续下一题`);
}
