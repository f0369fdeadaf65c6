import { sql } from "drizzle-orm";
import type { Actor } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { regionWithin } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { findDraft, type PackDraft } from "../queries/local-packs.ts";

/**
 * Keeps every other change of a region's pack waiting until this transaction ends, so that what was read stays true. Throws
 * "forbidden" for a region that is not the actor's.
 */
export async function holdPack(tx: Tx, actor: Actor, regionCode: string): Promise<void> {
  if (!regionWithin(regionCode, actor.scope)) {
    throw new DomainError("forbidden", "该地区不在您的管辖范围内，不能修改它的规则包。");
  }
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`pack ${regionCode}`}, 0))`);
}

/** The draft, if it is still the one that was edited. Throws "conflict" naming who changed it since, or that it is gone. */
export async function draftAt(tx: Tx, regionCode: string, revision: number): Promise<PackDraft> {
  const draft = await findDraft(tx, regionCode);
  if (!draft) throw new DomainError("conflict", "草稿已被发布或放弃，请刷新页面，看过现行规则后再改。");
  if (draft.revision !== revision) throw new DomainError("conflict", changedBy(draft));
  return draft;
}

/** Why an edit of an older draft is refused. */
export function changedBy({ updatedByName }: PackDraft): string {
  return `草稿刚被${updatedByName}改过，您这次的修改没有保存；请载入最新草稿，再保存一次。`;
}
