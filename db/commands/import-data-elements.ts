import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { DomainError } from "#lib/errors.ts";
import { changeText } from "#lib/redundancy/catalogue/change-text.ts";
import { FILE_COLUMNS } from "#lib/redundancy/catalogue/file-columns.ts";
import { type ImportPlan, planImport } from "#lib/redundancy/catalogue/import-plan.ts";
import { MAX_IMPORT_ROWS } from "#lib/redundancy/catalogue/limits.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { catalogueFor } from "../queries/data-elements.ts";
import { dataElements, units } from "../schema/index.ts";
import { holdCatalogue, insistOnRoom, insistOnUnits } from "./data-element-writing.ts";

const Rows = z
  .array(z.object({ rowNo: z.number().int(), cells: z.array(z.string()) }))
  .max(MAX_IMPORT_ROWS + 1, `一次最多导入 ${MAX_IMPORT_ROWS} 行，请拆成几个文件分别导入`);

const ImportDataElementsInput = z.object({
  fileName: z.string().max(255),
  header: z.array(z.string()),
  rows: Rows,
  /** Of the plan that the person saw and confirmed. */
  seen: z.string({ error: "请先试算，看过结果再确认导入" }),
});

/** Rows of one statement. */
const PORTION = 500;
/** Everything that a row tells, over what stands. */
const TOLD_ANEW = Object.fromEntries(
  FILE_COLUMNS.map(({ field }) => [field, sql.raw(`excluded.${dataElements[field].name}`)]),
);

/** What an import of a table into the catalogue of a region would do now, with a mark that changes when the plan does. */
export async function dryRunImport(
  tx: Tx,
  { header, rows, regionCode }: { header: string[]; rows: { rowNo: number; cells: string[] }[]; regionCode: string },
): Promise<ImportPlan & { mark: string }> {
  const plan = planImport({
    header,
    rows,
    catalogue: await catalogueFor(tx, regionCode),
    regionCode,
    units: await tx.select({ id: units.id, name: units.name }).from(units),
  });
  return { ...plan, mark: createHash("sha256").update(JSON.stringify(plan.rows)).digest("hex") };
}

/**
 * Writes the rows of a table that can be taken, all or none, into the actor's own catalogue; rows with errors are left out. Throws
 * "conflict" when the outcome would not be the one that was seen and confirmed.
 */
export const importDataElements = command(
  { action: "data_element.import", capability: "edit_data_elements", input: ImportDataElementsInput },
  async ({ tx, actor, now, checkCancelled }, { fileName, header, rows, seen }) => {
    const regionCode = actor.scope;
    await holdCatalogue(tx, regionCode);
    const plan = await dryRunImport(tx, { header, rows, regionCode });
    if (plan.mark !== seen)
      throw new DomainError("conflict", "试算之后目录或文件有了变化，没有导入；请重新选择文件试算");
    const taken = plan.rows.flatMap((row) => (row.is === "error" || row.is === "same" ? [] : [row]));
    if (taken.length === 0) throw new DomainError("invalid", "文件里没有要新增或修改的数据元，不需要导入");
    await insistOnUnits(
      tx,
      taken.map(({ told }) => told),
    );
    await insistOnRoom(tx, regionCode, taken.filter(({ target }) => target === null).length);
    for (let at = 0; at < taken.length; at += PORTION) {
      checkCancelled();
      const rows = taken.slice(at, at + PORTION);
      await tx
        .insert(dataElements)
        .values(rows.map(({ told }) => ({ regionCode, ...told, createdAt: now, updatedAt: now })))
        .onConflictDoUpdate({
          target: [dataElements.regionCode, dataElements.identifier],
          set: { ...TOLD_ANEW, version: sql`${dataElements.version} + 1`, updatedAt: now },
        });
    }
    const [kept] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(dataElements)
      .where(eq(dataElements.regionCode, regionCode));
    const count = (is: (typeof plan.rows)[number]["is"]) => plan.rows.filter((row) => row.is === is).length;
    const result = {
      added: count("added"),
      replaced: count("replaced"),
      changed: count("changed"),
      same: count("same"),
      refused: count("error"),
      own: kept?.count ?? 0,
    };
    return {
      result,
      audit: {
        regionCode,
        subjectType: "data_element",
        subjectId: regionCode,
        detail: {
          fileName,
          created: result.added,
          laidOver: result.replaced,
          updated: result.changed,
          unchanged: result.same,
          rejected: result.refused,
          rows: taken.map(({ rowNo, identifier, name, changes }) =>
            [`第 ${rowNo} 行 ${identifier} ${name}`, ...changes.map(changeText)].join("；"),
          ),
        },
      },
    };
  },
);
