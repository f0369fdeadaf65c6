import { and, asc, desc, eq, gt, gte, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Asset, Demand, FormField, Unit, UsageMonth } from "#lib/asset/asset.ts";
import { RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import type { ElementKey } from "#lib/redundancy/element/element.ts";
import { regionLevel } from "#lib/region/region.ts";
import { monthBefore } from "#lib/risk/day.ts";
import type { Exemption, Facts } from "#lib/risk/facts.ts";
import { heldFields } from "#lib/risk/held-fields.ts";
import { ALONE, portfolioFacts } from "#lib/risk/portfolio.ts";
import type { Tx } from "../client.ts";
import { assets, demands, elements, exemptions, formFields, units, usageMonths } from "../schema/index.ts";
import { assetColumns } from "./asset-columns.ts";
import { dataElementLink } from "./data-elements.ts";
import { inRegion } from "./in-region.ts";

/** Items of one statement; what belongs to them comes with as many statements again, whatever the region's size. */
const BATCH = 5000;
const MONTHS_OF_USE = 12;

/**
 * All that rules see of the running items of a region subtree, in the order of region and id. `onBatch` hears how many items are
 * read so far, and may throw to stop.
 */
export async function loadFacts(
  tx: Tx,
  { regionCode, asOf, onBatch }: { regionCode: string; asOf: string; onBatch?: (read: number) => void },
): Promise<Facts[]> {
  const unitById = await unitsOf(tx, regionCode);
  const items: Asset[] = [];
  const fields = new Map<string, FormField[]>();
  const usage = new Map<string, UsageMonth[]>();
  const asked = new Map<string, Demand[]>();
  const exempted = new Map<string, Exemption[]>();
  for (let last: Asset | undefined; ; ) {
    const batch = await assetsAfter(tx, regionCode, last);
    const [first, end] = [batch[0], batch.at(-1)];
    if (!first || !end) break;
    items.push(...batch);
    await childrenOf(tx, first, end, asOf, { fields, usage, asked, exempted });
    onBatch?.(items.length);
    if (batch.length < BATCH) break;
    last = end;
  }
  const keys = await elementsOf(tx, regionCode);
  const link = await dataElementLink(tx, regionCode);
  const keyOf = (element: number) => keys.get(element)?.key;
  const portfolio = portfolioFacts(items, (id) => fields.get(id) ?? [], keys);
  return items.map((asset) => ({
    asset,
    unit: (asset.unitId && unitById.get(asset.unitId)) || null,
    usage: usage.get(asset.id) ?? [],
    demands: asked.get(asset.id) ?? [],
    fields: fields.get(asset.id) ?? [],
    held: asset.kind === "form" ? heldFields(fields.get(asset.id) ?? [], keyOf, link) : null,
    exemptions: exempted.get(asset.id) ?? [],
    portfolio: portfolio.get(asset.id) ?? ALONE,
  }));
}

async function unitsOf(tx: Tx, regionCode: string): Promise<Map<string, Unit>> {
  const rows = await tx.select().from(units).where(inRegion(units.regionCode, regionCode));
  return new Map(
    rows.map(({ id, regionCode, name, type, headcount, creditCode }) => [
      id,
      { id, regionCode, name, type, headcount, creditCode, level: regionLevel(regionCode) },
    ]),
  );
}

/** The keys of the data items that forms of the region ask for, by their numbers. */
async function elementsOf(tx: Tx, regionCode: string): Promise<Map<number, ElementKey>> {
  const asked = tx
    .selectDistinct({ id: formFields.elementId })
    .from(formFields)
    .where(and(inRegion(formFields.regionCode, regionCode), isNotNull(formFields.elementId)));
  const rows = await tx.select().from(elements).where(inArray(elements.id, asked));
  return new Map(rows.map(({ id, key, header }) => [id, { key, header }]));
}

async function assetsAfter(tx: Tx, regionCode: string, last: Asset | undefined): Promise<Asset[]> {
  const rows = await tx
    .select(assetColumns)
    .from(assets)
    .where(
      and(
        inRegion(assets.regionCode, regionCode),
        inArray(assets.state, [...RUNNING_STATES]),
        last && sql`(${assets.regionCode}, ${assets.id}) > (${last.regionCode}, ${last.id}::uuid)`,
      ),
    )
    .orderBy(asc(assets.regionCode), asc(assets.id))
    .limit(BATCH);
  // Safe because a row's attributes are those of its own kind.
  return rows as Asset[];
}

type Children = {
  fields: Map<string, FormField[]>;
  usage: Map<string, UsageMonth[]>;
  asked: Map<string, Demand[]>;
  exempted: Map<string, Exemption[]>;
};

/** Reads what belongs to the items from `first` to `end` into the maps, by one range of each table's key. */
async function childrenOf(tx: Tx, first: Asset, end: Asset, asOf: string, into: Children): Promise<void> {
  const between = (region: AnyPgColumn, asset: AnyPgColumn): SQL =>
    sql`(${region}, ${asset}) >= (${first.regionCode}, ${first.id}::uuid) and (${region}, ${asset}) <= (${end.regionCode}, ${end.id}::uuid)`;
  const add = <T>(map: Map<string, T[]>, id: string, row: T) => {
    const list = map.get(id);
    if (list) list.push(row);
    else map.set(id, [row]);
  };
  const fieldRows = await tx
    .select({
      assetId: formFields.assetId,
      position: formFields.position,
      label: formFields.label,
      technical: formFields.technical,
      element: formFields.elementId,
    })
    .from(formFields)
    .where(between(formFields.regionCode, formFields.assetId))
    .orderBy(asc(formFields.regionCode), asc(formFields.assetId), asc(formFields.position));
  for (const { assetId, ...field } of fieldRows) add(into.fields, assetId, field);

  const usageRows = await tx
    .select({
      assetId: usageMonths.assetId,
      month: usageMonths.month,
      activeUsers: usageMonths.activeUsers,
      logins: usageMonths.logins,
      businessRecords: usageMonths.businessRecords,
      posts: usageMonths.posts,
    })
    .from(usageMonths)
    .where(
      and(
        between(usageMonths.regionCode, usageMonths.assetId),
        gt(usageMonths.month, monthBefore(asOf, MONTHS_OF_USE)),
      ),
    )
    .orderBy(asc(usageMonths.month));
  for (const { assetId, ...month } of usageRows) add(into.usage, assetId, month);

  const demandRows = await tx
    .select({
      assetId: demands.assetId,
      id: demands.id,
      type: demands.type,
      quote: demands.quote,
      source: demands.source,
      figure: demands.figure,
    })
    .from(demands)
    .where(between(demands.regionCode, demands.assetId))
    .orderBy(asc(demands.createdAt), asc(demands.id));
  for (const { assetId, ...demand } of demandRows) add(into.asked, assetId, demand);

  const exemptionRows = await tx
    .select({
      assetId: exemptions.assetId,
      ruleId: exemptions.ruleId,
      approvedBy: exemptions.decidedByName,
      reason: exemptions.reason,
      until: exemptions.until,
    })
    .from(exemptions)
    .where(
      and(
        between(exemptions.regionCode, exemptions.assetId),
        eq(exemptions.state, "approved"),
        gte(exemptions.until, asOf),
      ),
    )
    .orderBy(desc(exemptions.until), asc(exemptions.id));
  for (const { assetId, approvedBy, ...exemption } of exemptionRows) {
    if (approvedBy === null)
      throw new Error(`the exemption of ${assetId} from ${exemption.ruleId} is approved by nobody`);
    add(into.exempted, assetId, { ...exemption, approvedBy });
  }
}
