import { DomainError } from "#lib/errors.ts";
import { differenceText, diffPacks } from "#lib/risk/pack-diff.ts";
import { ActivatePackInput } from "#lib/risk/pack-inputs.ts";
import { shippedPackOf } from "#lib/risk/packs/index.ts";
import { command } from "../command.ts";
import { getLocalPack, ownPack } from "../queries/local-packs.ts";
import { localPacks, packActivations } from "../schema/index.ts";
import { holdPack } from "./pack-lock.ts";

/**
 * Switches a region back to one of its versions, or to none. A shipped pack that is switched to is kept as a version from then on.
 * Throws "not_found" for another region's version, "conflict" when somebody switched since, or the version is the applied one.
 */
export const activatePack = command(
  { action: "pack.activate", capability: "edit_packs", input: ActivatePackInput },
  async ({ tx, actor, now }, { regionCode, version, current, reason }) => {
    await holdPack(tx, actor, regionCode);
    const own = await ownPack(tx, regionCode);
    const applied = own?.pack.version ?? null;
    if (applied !== current) {
      throw new DomainError("conflict", "现行规则包刚被他人切换，没有作改动；请刷新页面查看后再定。");
    }
    if (applied === version) {
      throw new DomainError(
        "conflict",
        version === null ? "本级规则包已经停用，不必重复操作。" : "这个版本正在使用，不必切换。",
      );
    }
    const next = version === null ? null : await getLocalPack(tx, regionCode, version);
    const shipped = shippedPackOf(regionCode);
    if (next !== null && next.version === shipped?.version) {
      await tx
        .insert(localPacks)
        .values({
          regionCode,
          version: shipped.version,
          title: shipped.title,
          content: shipped,
          note: "随产品提供。",
          publishedBy: actor.id,
          publishedByName: actor.name,
          publishedAt: now,
        })
        .onConflictDoNothing();
    }
    await tx.insert(packActivations).values({
      regionCode,
      version,
      reason,
      activatedBy: actor.id,
      activatedByName: actor.name,
      activatedAt: now,
    });
    return {
      result: { version },
      audit: {
        regionCode,
        subjectType: "pack",
        subjectId: regionCode,
        detail: {
          version: version ?? "无",
          before: applied,
          reason,
          differences: diffPacks(own?.pack ?? null, next).map(differenceText),
        },
      },
    };
  },
);
