import { sql } from "drizzle-orm";
import { z } from "zod";
import { changesBetween } from "#lib/asset/change.ts";
import type { AnyAttributes } from "#lib/asset/fields.ts";
import { AddDemandInput, RecordUsageInput, RegisterAssetInput } from "#lib/asset/inputs.ts";
import { ASSET_KINDS, ASSET_STATES } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import { parseRegionCode, REGION_LEVELS } from "#lib/region/region.ts";
import { RegisterUnitInput } from "#lib/unit/inputs.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { assetChanges, assets, demands, formFields, regions, units, usageMonths } from "../schema/index.ts";
import { keyOf, recordedWithState } from "./asset-writing.ts";
import { refreshSets } from "./set-writing.ts";

const code = z
  .string()
  .refine((text) => text.length === 12 && parseRegionCode(text) === text, "区划代码须为 12 位数字。");
const Row = z.object({ regionCode: code });

/** An item goes through the gate of a registration, but keeps its id and may stand in any state: it has a past. */
const SampleAsset = z
  .object({
    id: z.uuid(),
    regionCode: code,
    kind: z.enum(ASSET_KINDS),
    name: z.string(),
    unitId: z.uuid().nullable(),
    state: z.enum(ASSET_STATES),
    workLine: z.string().nullable(),
    board: z.string().nullable(),
    attributes: z.record(z.string(), z.unknown()),
  })
  .transform(({ id, state, ...asset }, context) => {
    const { extra, ...attributes } = asset.attributes;
    const parsed = RegisterAssetInput.safeParse({ ...asset, attributes });
    const kept = z.record(z.string(), z.string()).optional().safeParse(extra);
    for (const issue of [...(parsed.error?.issues ?? []), ...(kept.error?.issues ?? [])]) {
      context.addIssue({ code: "custom", path: issue.path, message: `${asset.name}：${issue.message}` });
    }
    if (!parsed.success || !kept.success) return z.NEVER;
    const { kind, name, unitId, workLine, board } = parsed.data;
    return {
      id,
      state,
      kind,
      name,
      regionCode: asset.regionCode,
      unitId: unitId ?? null,
      workLine: workLine ?? null,
      board: board ?? null,
      attributes: { ...parsed.data.attributes, ...(kept.data ? { extra: kept.data } : {}) } as AnyAttributes,
    };
  });

export const LoadSampleInput = z.object({
  /** The county that it is about. */
  regionCode: code,
  regions: z.array(z.object({ code, name: z.string().min(1), level: z.enum(REGION_LEVELS), parentCode: code })),
  units: z.array(RegisterUnitInput.extend({ id: z.uuid() })),
  assets: z.array(SampleAsset),
  formFields: z.array(
    Row.extend({ assetId: z.uuid(), position: z.int().min(1), label: z.string().min(1), technical: z.boolean() }),
  ),
  usage: z.array(Row.extend(RecordUsageInput.shape)),
  demands: z.array(Row.extend({ id: z.uuid(), ...AddDemandInput.shape })),
});

/** Rows of one statement: below the limit of 65,535 parameters for the widest table. */
const CHUNK = 2000;

/**
 * Writes a whole sample county in one transaction, each item with the first line of its history. Throws DomainError "conflict"
 * when the database already serves an office or holds items.
 */
export const loadSample = command(
  { action: "installation.set", capability: "grant_role", input: LoadSampleInput },
  async ({ tx, actor, now, checkCancelled }, input) => {
    if (actor.role !== "system") throw new DomainError("forbidden", "示例县只能在服务器上用命令装入。");
    await refuseUsedDatabase(tx);
    await chunked(input.regions, (rows) => tx.insert(regions).values(rows));
    await chunked(input.units, (rows) => tx.insert(units).values(rows));
    checkCancelled();
    const nameOf = new Map(input.units.map((unit) => [unit.id, unit.name]));
    const items = input.assets.map((asset) => {
      const owner = asset.unitId === null ? null : (nameOf.get(asset.unitId) ?? null);
      return { ...asset, key: keyOf(asset, owner), version: 1, createdAt: now, updatedAt: now };
    });
    await chunked(items, (rows) => tx.insert(assets).values(rows));
    await chunked(input.formFields, (rows) => tx.insert(formFields).values(rows));
    await chunked(input.usage, (rows) => tx.insert(usageMonths).values(rows));
    await chunked(input.demands, (rows) => tx.insert(demands).values(rows.map((row) => ({ ...row, createdAt: now }))));
    checkCancelled();
    const fieldsOf = Map.groupBy(input.formFields, (field) => field.assetId);
    const history = items.map((asset) => {
      const fields = fieldsOf.get(asset.id)?.map(({ position, label, technical }) => ({ position, label, technical }));
      const after = { ...recordedWithState(asset), ...(fields ? { fields } : {}) };
      return {
        regionCode: asset.regionCode,
        assetId: asset.id,
        unitId: asset.unitId,
        verb: "create",
        version: asset.version,
        change: changesBetween({}, after),
        actorId: actor.id,
        actorName: actor.name,
        at: now,
      };
    });
    await chunked(history, (rows) => tx.insert(assetChanges).values(rows));
    await refreshSets(tx, items);
    const counts = {
      regions: input.regions.length,
      units: input.units.length,
      assets: input.assets.length,
      formFields: input.formFields.length,
      usage: input.usage.length,
      demands: input.demands.length,
    };
    const { regionCode } = input;
    return {
      result: counts,
      audit: { regionCode, subjectType: "sample_county", subjectId: regionCode, detail: counts },
    };
  },
);

async function refuseUsedDatabase(tx: Tx): Promise<void> {
  const [used] = await tx.execute<{ office: boolean; items: boolean }>(
    sql`select exists (select 1 from installation) as office, exists (select 1 from assets) as items`,
  );
  if (used?.office || used?.items) {
    throw new DomainError("conflict", "该数据库已在使用，不能装入示例县；请换一个空的数据库。");
  }
}

async function chunked<T>(rows: readonly T[], write: (chunk: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await write(rows.slice(from, from + CHUNK));
}
