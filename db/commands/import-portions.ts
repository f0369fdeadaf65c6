import { draftRow } from "#lib/intake/draft.ts";
import { groupRows, type ItemGroup } from "#lib/intake/group-rows.ts";
import { type Planned, Planner } from "#lib/intake/plan.ts";
import type { Cells, Setup } from "#lib/intake/setup.ts";
import { type BatchSummary, MAX_LISTED_UNITS } from "#lib/intake/summary.ts";
import type { Tx } from "../client.ts";
import { loadKnown } from "./import-known.ts";

/** Rows that are decided and written together: one set of statements each. */
const PORTION_ROWS = 1000;

/** Decides the rows of a file portion by portion against the database as it stands, in the order of the file. */
export async function* plannedPortions(
  tx: Tx,
  setup: Setup,
  rows: AsyncIterable<{ rowNo: number; cells: Cells }>,
  { hold }: { hold: boolean },
): AsyncGenerator<Planned[], void, undefined> {
  const planner = new Planner(setup);
  async function* drafted() {
    for await (const { rowNo, cells } of rows) yield draftRow(rowNo, cells, setup);
  }
  const decide = async (groups: ItemGroup[]) => {
    const known = await loadKnown(tx, setup.kind, groups, hold);
    return groups.map((group) => planner.plan(group, known));
  };
  let held: ItemGroup[] = [];
  let count = 0;
  for await (const group of groupRows(drafted(), Object.values(setup.mapping).includes("fieldLabel"))) {
    held.push(group);
    count += group.rows.length;
    if (count >= PORTION_ROWS) {
      yield await decide(held);
      held = [];
      count = 0;
    }
  }
  if (held.length > 0) yield await decide(held);
}

/** Counts, over all portions, what is told of a batch besides its rows. */
export class BatchCounts {
  readonly items = { created: 0, updated: 0, unchanged: 0 };
  warnings = 0;
  readonly newUnits = new Map<string, { regionCode: string; name: string }>();
  readonly areas = new Set<string>();

  add(planned: Planned): void {
    const { write, rows } = planned;
    if (write) {
      this.items[write.existing ? "updated" : "created"] += 1;
      this.areas.add(write.regionCode.slice(0, 6));
      if (write.newUnit) {
        const { regionCode, name } = write.newUnit;
        this.newUnits.set(`${regionCode}|${name}`, { regionCode, name });
      }
    } else if (rows.some((row) => row.outcome === "unchanged" && !repeats(row.problems))) this.items.unchanged += 1;
    this.warnings += rows.reduce(
      (sum, row) => sum + row.problems.filter((problem) => problem.level === "warning").length,
      0,
    );
  }

  summary(): Pick<BatchSummary, "items" | "warnings" | "newUnits" | "newUnitCount" | "areas"> {
    return {
      items: this.items,
      warnings: this.warnings,
      newUnits: [...this.newUnits.values()].slice(0, MAX_LISTED_UNITS),
      newUnitCount: this.newUnits.size,
      areas: [...this.areas].sort(),
    };
  }
}

const repeats = (problems: readonly { message: string }[]) =>
  problems.some(({ message }) => message.includes("完全相同"));
