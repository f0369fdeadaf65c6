import { type RunningItem, runningItems } from "#db/queries/running-items.ts";
import { annualBurden } from "#lib/burden/annual-burden.ts";
import { type MergeTarget, mergeTargets, type Takeable } from "#lib/redundancy/app/merge-targets.ts";
import type { read } from "../../../../_server/read.ts";
import type { TargetSearch } from "./search-params.ts";

type Tx = Parameters<Parameters<typeof read>[0]>[0];
type App = RunningItem<"app">;

/** An app that could be taken over, with what it costs now; null is unknown. */
export type TakeRow = Takeable & { app: App; target: App; hours: number | null; yearlyCost: number | null };
export type TargetRow = Omit<MergeTarget, "takes"> & { app: App; takes: TakeRow[] };

/** Where the running apps could be merged into, by functions, and what they cost now. */
export async function loadTargets(tx: Tx, { covered }: TargetSearch): Promise<TargetRow[]> {
  const apps = await runningItems(tx, ["app"]);
  const byId = new Map(apps.map((app) => [app.id, app]));
  const appOf = (id: string): App => {
    const app = byId.get(id);
    if (app === undefined) throw new Error(`the app ${id} is a target or taken, and was not read`);
    return app;
  };
  const functional = apps.map(({ id, regionCode, attributes }) => ({
    id,
    regionCode,
    functions: attributes.functions,
    isUnifiedPlatform: attributes.isUnifiedPlatform === true,
  }));
  return mergeTargets(functional, covered / 100).map((target) => ({
    ...target,
    app: appOf(target.id),
    takes: target.takes.map((take): TakeRow => {
      const app = appOf(take.id);
      const burden = annualBurden("app", app.attributes);
      return {
        ...take,
        app,
        target: appOf(target.id),
        hours: burden.known ? burden.hours.mid : null,
        yearlyCost: app.attributes.yearlyCost ?? null,
      };
    }),
  }));
}
