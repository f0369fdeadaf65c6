import { eq } from "drizzle-orm";
import { differenceText, diffPacks } from "#lib/risk/pack-diff.ts";
import { DiscardPackDraftInput } from "#lib/risk/pack-inputs.ts";
import { command } from "../command.ts";
import { ownPack } from "../queries/local-packs.ts";
import { packBeneath } from "../queries/rule-packs.ts";
import { packDrafts } from "../schema/index.ts";
import { draftAt, holdPack } from "./pack-lock.ts";

/** Throws a region's draft away; what it applies stays. Throws "conflict" when someone changed the draft since. */
export const discardPackDraft = command(
  { action: "pack.discard_draft", capability: "edit_packs", input: DiscardPackDraftInput },
  async ({ tx, actor }, { regionCode, revision }) => {
    await holdPack(tx, actor, regionCode);
    const { content } = await draftAt(tx, regionCode, revision);
    const own = await ownPack(tx, regionCode);
    const differences = diffPacks(own?.pack ?? null, content, await packBeneath(tx, regionCode));
    await tx.delete(packDrafts).where(eq(packDrafts.regionCode, regionCode));
    return {
      result: { regionCode },
      audit: {
        regionCode,
        subjectType: "pack",
        subjectId: regionCode,
        detail: { revision, differences: differences.map(differenceText) },
      },
    };
  },
);
