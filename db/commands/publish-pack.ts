import { eq } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { draftProblems } from "#lib/risk/draft.ts";
import type { LocalPack } from "#lib/risk/pack.ts";
import { differenceText, diffPacks } from "#lib/risk/pack-diff.ts";
import { PublishPackInput } from "#lib/risk/pack-inputs.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { ownPack } from "../queries/local-packs.ts";
import { packBeneath } from "../queries/rule-packs.ts";
import { localPacks, packActivations, packDrafts } from "../schema/index.ts";
import { draftAt, holdPack } from "./pack-lock.ts";

/**
 * Makes the draft the region's next version, for ever as it is, and applies it at once. It is held against the packs above as they
 * are today. Throws "conflict" when the draft was changed or published since, "invalid" when it changes nothing or may not be.
 */
export const publishPack = command(
  { action: "pack.publish", capability: "edit_packs", input: PublishPackInput },
  async ({ tx, actor, now }, { regionCode, revision, title, note }) => {
    await holdPack(tx, actor, regionCode);
    const draft = await draftAt(tx, regionCode, revision);
    const above = await packBeneath(tx, regionCode);
    const [problem] = draftProblems(draft.content, above);
    if (problem !== undefined) throw new DomainError("invalid", `${problem}请改好草稿再发布。`);
    const own = await ownPack(tx, regionCode);
    const differences = diffPacks(own?.pack ?? null, draft.content);
    if (differences.length === 0) throw new DomainError("invalid", "草稿与现行规则没有差别，不必发布。");

    const version = await nextVersion(tx, regionCode);
    const content: LocalPack = { ...draft.content, version, title };
    const publisher = { publishedBy: actor.id, publishedByName: actor.name, publishedAt: now };
    await tx.insert(localPacks).values({ regionCode, version, title, content, note, ...publisher });
    await tx.insert(packActivations).values({
      regionCode,
      version,
      reason: note,
      activatedBy: actor.id,
      activatedByName: actor.name,
      activatedAt: now,
    });
    await tx.delete(packDrafts).where(eq(packDrafts.regionCode, regionCode));
    return {
      result: { version },
      audit: {
        regionCode,
        subjectType: "pack",
        subjectId: regionCode,
        detail: {
          version,
          before: own?.pack.version ?? null,
          title,
          reason: note,
          differences: differences.map(differenceText),
        },
      },
    };
  },
);

/** "990101000000-3": the region, so that no two offices' versions clash, and a number that only grows. */
async function nextVersion(tx: Tx, regionCode: string): Promise<string> {
  const versions = await tx
    .select({ version: localPacks.version })
    .from(localPacks)
    .where(eq(localPacks.regionCode, regionCode));
  const numbers = versions
    .filter(({ version }) => version.startsWith(`${regionCode}-`))
    .map(({ version }) => Number(version.slice(regionCode.length + 1)));
  return `${regionCode}-${Math.max(0, ...numbers) + 1}`;
}
