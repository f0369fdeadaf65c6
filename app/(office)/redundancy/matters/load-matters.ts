import { type RunningItem, runningItems } from "#db/queries/running-items.ts";
import { type Matter, type MatterEntry, matters } from "#lib/redundancy/matter/matters.ts";
import type { read } from "../../../_server/read.ts";
import type { MatterSearch } from "./search-params.ts";

type Tx = Parameters<Parameters<typeof read>[0]>[0];

export type EntryRow = MatterEntry & { unitName: string | null };
export type MatterRow = Omit<Matter, "entries"> & { entries: EntryRow[] };

/** What a list of matters is made from: why it may be empty. */
export type MatterStock = { apps: number; appsStating: number; forms: number; formsStating: number };

/** The matters of the running items that the search is about; a unit or a line is met when one entry of the matter is of it. */
export async function loadMatters(tx: Tx, search: MatterSearch): Promise<{ rows: MatterRow[]; stock: MatterStock }> {
  const items = await runningItems(tx, ["app", "form", "group"], { region: search.region });
  const byId = new Map(items.map((item) => [item.id, item]));
  const rows = matters(items)
    .filter(({ key, met }) => key === search.matter || met.systems + met.inferred >= search.systems)
    .filter((matter) => isMeant(matter, search, byId))
    .map((matter) => ({
      ...matter,
      entries: matter.entries.map((entry) => ({ ...entry, unitName: byId.get(entry.id)?.unitName ?? null })),
    }));
  const [apps, forms] = [items.filter(({ kind }) => kind === "app"), items.filter(({ kind }) => kind === "form")];
  const stating = (list: typeof items) =>
    list.filter(({ attributes }) => "matters" in attributes || "matter" in attributes).length;
  const stock = { apps: apps.length, appsStating: stating(apps), forms: forms.length, formsStating: stating(forms) };
  return { rows, stock };
}

function isMeant(
  { words, entries }: Matter,
  { unit, line, q }: MatterSearch,
  byId: ReadonlyMap<string, RunningItem<"app" | "form" | "group">>,
): boolean {
  if (unit !== undefined && !entries.some(({ unitId }) => unitId === unit)) return false;
  if (line !== undefined && !entries.some(({ id }) => byId.get(id)?.workLine === line)) return false;
  if (q === undefined) return true;
  const text = [...words, ...entries.flatMap(({ name, system }) => [name, system ?? ""])].join("\n").toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((term) => text.includes(term));
}
