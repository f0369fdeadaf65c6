import { type ComparedForm, findComparedForm } from "#db/queries/compared-forms.ts";
import { aliasesIn } from "#db/queries/item-sets.ts";
import { findFormPair } from "#db/queries/overlaps.ts";
import { loadRedundancyInput } from "#db/queries/redundancy-input.ts";
import type { Actor } from "#lib/actor.ts";
import { aliasResolver, type ElementAlias } from "#lib/redundancy/element/alias.ts";
import {
  type AlignedForm,
  type Alignment,
  align,
  namedForAlignment,
  readForAlignment,
} from "#lib/redundancy/form/align.ts";
import { alignedCounts } from "#lib/redundancy/form/aligned-counts.ts";
import { type FormCounts, relate, titleLikeness } from "#lib/redundancy/form/compare-forms.ts";
import type { FormRelation } from "#lib/redundancy/vocabulary.ts";
import { type PairCost, pairCost } from "#lib/redundancy/waste/pair-cost.ts";
import type { read } from "../../../_server/read.ts";

type Tx = Parameters<Parameters<typeof read>[0]>[0];

/** Two forms side by side. */
export type Comparison = {
  a: ComparedForm;
  b: ComparedForm;
  alignment: Alignment;
  relation: FormRelation;
  counts: FormCounts;
  /** Filled in by others, as both say: then nothing is asked of the same people twice. */
  respondentsDiffer: boolean;
  /** Null where one of the two is not the actor's to see, or does not run. */
  cost: PairCost | null;
};

/** Compares two forms as the actor may see them; undefined where one is unknown, or neither is within reach. */
export async function loadComparison(
  tx: Tx,
  actor: Actor,
  ids: { a: string; b: string },
): Promise<Comparison | undefined> {
  const [a, b] = [await findComparedForm(tx, ids.a), await findComparedForm(tx, ids.b)];
  if (a === undefined || b === undefined || !(a.reached || b.reached)) return undefined;
  const aliases = await aliasesIn(tx, [a.regionCode, b.regionCode]);
  const [ofA, ofB] = [aliases.get(a.regionCode) ?? [], aliases.get(b.regionCode) ?? []];
  const [readA, readB] = [toAligned(a, ofA), toAligned(b, ofB)];
  const stored = await findFormPair(tx, a.id, b.id);
  const counts = stored
    ? {
        shared: stored.shared,
        a: stored.sizeA,
        b: stored.sizeB,
        sharedBody: stored.ownShared,
        aBody: stored.ownA,
        bBody: stored.ownB,
        wordings: stored.wordings,
      }
    : alignedCounts(readA, readB);
  return {
    a,
    b,
    // The deeper region knows the answers of the ones that it lies in too.
    alignment: align(readA, readB, ofA.length >= ofB.length ? ofA : ofB),
    relation: stored?.relation ?? relate(counts, () => titleLikeness(a.name, b.name)),
    counts,
    respondentsDiffer: a.respondent !== null && b.respondent !== null && a.respondent !== b.respondent,
    cost: await costOf(tx, actor, a, b),
  };
}

function toAligned(form: ComparedForm, aliases: readonly ElementAlias[]): AlignedForm {
  const { id, name: title } = form;
  if (!form.reached) return namedForAlignment({ id, title, elements: form.elements });
  return readForAlignment({ id, title, system: form.attributes.system, fields: form.fields }, aliasResolver(aliases));
}

async function costOf(tx: Tx, actor: Actor, a: ComparedForm, b: ComparedForm): Promise<PairCost | null> {
  if (!(a.reached && b.reached && a.running && b.running)) return null;
  const selection = { assetIds: [a.id, b.id] };
  const input = await loadRedundancyInput(tx, { regionCode: actor.scope, selection });
  return input.forms.length === 2 ? pairCost(input) : null;
}
