import {
  checkDeclaration,
  DECLARATION_OUTCOMES,
  type Declaration,
  type DeclarationOutcome,
} from "#lib/redundancy/app/declared.ts";
import { functionsByKey } from "#lib/redundancy/app/function-key.ts";
import { admittedSimilar } from "#lib/risk/similar.ts";
import type { Tx } from "../client.ts";
import type { AppCut } from "./app-overlap-filter.ts";
import { exportAppPairs } from "./app-overlaps.ts";
import { type RunningFilter, runningItems } from "./running-items.ts";

/** What an app declares of similar ones, held against what was found. */
export type DeclarationRow = Declaration & { id: string; name: string; unitName: string | null };

/** The declarations of running apps, what was found and not declared first; and how many there are of each outcome. */
export async function listDeclarations(
  tx: Tx,
  { filter, outcome, cut }: { filter: RunningFilter; outcome: DeclarationOutcome | undefined; cut: AppCut },
): Promise<{ rows: DeclarationRow[]; counts: Record<DeclarationOutcome, number> }> {
  const similar = new Map<string, { id: string; name: string }[]>();
  const add = (id: string, other: { id: string; name: string }) => {
    const known = similar.get(id);
    if (known) known.push(other);
    else similar.set(id, [other]);
  };
  for await (const { a, b } of exportAppPairs(tx, { evidence: ["functions"] }, cut)) {
    add(a.id, { id: b.id, name: b.name });
    add(b.id, { id: a.id, name: a.name });
  }
  const apps = await runningItems(tx, ["app"], filter);
  const all = apps.map(({ id, name, unitName, attributes }): DeclarationRow => {
    const declared = admittedSimilar(attributes.declaredSimilar);
    const listed = functionsByKey(attributes.functions) !== undefined;
    return { id, name, unitName, ...checkDeclaration({ id, declared, listed }, similar.get(id) ?? []) };
  });
  const counts = Object.fromEntries(
    DECLARATION_OUTCOMES.map((one) => [one, all.filter((row) => row.outcome === one).length]),
  ) as Record<DeclarationOutcome, number>;
  const order = (row: DeclarationRow) => ORDER.indexOf(row.outcome);
  const rows = all
    .filter((row) => outcome === undefined || row.outcome === outcome)
    .sort((a, b) => order(a) - order(b) || b.undeclared.length - a.undeclared.length || (a.name < b.name ? -1 : 1));
  return { rows, counts };
}

const ORDER: readonly DeclarationOutcome[] = ["found_only", "declared_only", "both", "unknown", "none"];
