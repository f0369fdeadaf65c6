import { eq } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { draftProblems } from "#lib/risk/draft.ts";
import { differenceText, diffPacks } from "#lib/risk/pack-diff.ts";
import { SavePackDraftInput } from "#lib/risk/pack-inputs.ts";
import { command } from "../command.ts";
import { findDraft, ownPack } from "../queries/local-packs.ts";
import { getRegionName } from "../queries/regions.ts";
import { packBeneath } from "../queries/rule-packs.ts";
import { packDrafts } from "../schema/index.ts";
import { changedBy, draftAt, holdPack } from "./pack-lock.ts";

/** The version that stands in a draft: a draft has none. */
export const DRAFT_VERSION = "draft";

/** Saves a region's draft, by the revision that the writer saw: of two at the same time, the second gets "conflict". */
export const savePackDraft = command(
  { action: "pack.save_draft", capability: "edit_packs", input: SavePackDraftInput },
  async ({ tx, actor, now }, { regionCode, revision, rules }) => {
    await holdPack(tx, actor, regionCode);
    const above = await packBeneath(tx, regionCode);
    const [problem] = draftProblems({ regionCode, rules }, above);
    if (problem !== undefined) throw new DomainError("invalid", problem);

    const writer = { updatedBy: actor.id, updatedByName: actor.name, updatedAt: now };
    const own = await ownPack(tx, regionCode);
    if (revision === 0) {
      const rival = await findDraft(tx, regionCode);
      if (rival) throw new DomainError("conflict", changedBy(rival));
      const title = own?.pack.title ?? `${await getRegionName(tx, regionCode)}本级规则`;
      await tx.insert(packDrafts).values({
        regionCode,
        title,
        content: { version: DRAFT_VERSION, title, regionCode, rules },
        startedFrom: own?.pack.version ?? null,
        createdAt: now,
        ...writer,
      });
    } else {
      const { content } = await draftAt(tx, regionCode, revision);
      await tx
        .update(packDrafts)
        .set({ content: { ...content, rules }, revision: revision + 1, ...writer })
        .where(eq(packDrafts.regionCode, regionCode));
    }
    const differences = diffPacks(own?.pack ?? null, { regionCode, rules }, above).map(differenceText);
    return {
      result: { revision: revision + 1 },
      audit: {
        regionCode,
        subjectType: "pack",
        subjectId: regionCode,
        detail: { revision: revision + 1, rules: rules.length, differences },
      },
    };
  },
);
