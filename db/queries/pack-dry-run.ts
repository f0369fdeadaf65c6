import { DomainError } from "#lib/errors.ts";
import { type DryRun, type DryRunItem, dryRunItem, summarise } from "#lib/risk/dry-run.ts";
import type { Tx } from "../client.ts";
import type { Progress } from "../command.ts";
import { loadFacts } from "./facts.ts";
import { findDraft } from "./local-packs.ts";
import { packJudging, packWith } from "./rule-packs.ts";

/** Items judged before others are let in: that is when a cancellation arrives. */
const BATCH = 200;

export type PackDryRun = DryRun & { asOf: string; revision: number; applied: string };

/**
 * Every running item of a region by the pack that judges it today and by the draft: the same facts, read once, so that only the
 * packs differ. Writes nothing. Throws "conflict" when the draft is not the one that was shown.
 */
export async function dryRunDraft(
  tx: Tx,
  {
    regionCode,
    asOf,
    revision,
    onProgress,
    checkCancelled,
  }: {
    regionCode: string;
    asOf: string;
    revision: number;
    onProgress: (progress: Progress) => void;
    /** Throws when it is to stop. */
    checkCancelled: () => void;
  },
): Promise<PackDryRun> {
  const draft = await findDraft(tx, regionCode);
  if (draft?.revision !== revision) {
    throw new DomainError("conflict", "草稿刚被改过或已发布，请刷新页面后再试算。");
  }
  const before = await packJudging(tx, regionCode);
  const after = await packWith(tx, regionCode, draft.content);
  onProgress({ done: 0, total: null, label: "读取条目" });
  const all = await loadFacts(tx, {
    regionCode,
    asOf,
    onBatch: (read) => {
      checkCancelled();
      onProgress({ done: read, total: null, label: "读取条目" });
    },
  });
  const items: DryRunItem[] = [];
  for (let start = 0; start < all.length; start += BATCH) {
    await new Promise((resolve) => setImmediate(resolve));
    checkCancelled();
    for (const facts of all.slice(start, start + BATCH)) items.push(dryRunItem(facts, before, after, asOf));
    onProgress({ done: items.length, total: all.length, label: "试算" });
  }
  return { ...summarise(items), asOf, revision, applied: before.version };
}
