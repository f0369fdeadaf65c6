import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { FORM_FIELDS } from "#lib/asset/fields/form.ts";
import type { FormAttributes } from "#lib/asset/fields.ts";
import { RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import { annualBurden } from "#lib/burden/annual-burden.ts";
import { timesPerYear } from "#lib/burden/inputs.ts";
import { populationNamed } from "#lib/redundancy/form/population.ts";
import { knownElement, sourcesOf } from "#lib/redundancy/waste/element-facts.ts";
import { formMinutes } from "#lib/redundancy/waste/form-minutes.ts";
import { type RedundancyForm, type RedundancyInput, UNKNOWN_OFFICE } from "#lib/redundancy/waste/input.ts";
import { parentRegion, regionsAbove } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { assets, formFields, type ProposalSelection, units } from "../schema/index.ts";
import { dataElementLink } from "./data-elements.ts";
import { elementsNumbered } from "./elements.ts";
import { inRegion } from "./in-region.ts";
import { getRegionNames } from "./regions.ts";

/**
 * The running forms of a region's subtree, or those that a selection narrows them to, with the elements they ask for: what a
 * proposal, a what-if and the prices of elements are worked out from. A form takes the hours that its own page shows.
 */
export async function loadRedundancyInput(
  tx: Tx,
  { regionCode, selection = {} }: { regionCode: string; selection?: ProposalSelection },
): Promise<RedundancyInput> {
  const chosen = chosenForms(regionCode, selection);
  const rows = await tx
    .select({
      id: assets.id,
      regionCode: assets.regionCode,
      name: assets.name,
      unitId: assets.unitId,
      unitName: units.name,
      workLine: assets.workLine,
      attributes: sql<FormAttributes>`${assets.attributes}`,
    })
    .from(assets)
    .leftJoin(units, and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId)))
    .where(chosen)
    .orderBy(asc(assets.regionCode), asc(assets.id));
  const asked = await tx
    .select({ assetId: formFields.assetId, element: formFields.elementId, label: formFields.label })
    .from(formFields)
    .innerJoin(assets, and(eq(assets.regionCode, formFields.regionCode), eq(assets.id, formFields.assetId)))
    .where(and(chosen, eq(formFields.technical, false)))
    .orderBy(asc(formFields.regionCode), asc(formFields.assetId), asc(formFields.position));
  const fieldsOf = Map.groupBy(asked, ({ assetId }) => assetId);
  const forms = rows.map((row) => formOf(row, fieldsOf.get(row.id) ?? []));
  const offices = new Map(rows.map(({ unitId, unitName }) => [unitId ?? UNKNOWN_OFFICE, unitName]));
  const known = await elementsOf(tx, regionCode, forms);
  return {
    forms,
    elements: known,
    sources: known.flatMap((element) => sourcesOf(element, offices)),
    officeNames: Object.fromEntries([...offices].flatMap(([id, name]) => (name === null ? [] : [[id, name]]))),
  };
}

/** How many forms of a region's subtree are running. */
export function countRunningForms(tx: Tx, regionCode: string): Promise<number> {
  return tx.$count(assets, chosenForms(regionCode, {}));
}

/** A region directly below another one, and how many running forms lie in it and below it. */
export type RegionPart = { code: string; name: string; forms: number };

/** The parts of a region that have running forms, in the order of the codes; those of the region itself are in none. */
export async function partsOf(tx: Tx, regionCode: string): Promise<RegionPart[]> {
  const rows = await tx
    .select({ code: assets.regionCode, forms: sql<number>`count(*)::int` })
    .from(assets)
    .where(chosenForms(regionCode, {}))
    .groupBy(assets.regionCode);
  const counts = new Map<string, number>();
  for (const { code, forms } of rows) {
    const part = [code, ...regionsAbove(code)].find((one) => parentRegion(one) === regionCode);
    if (part !== undefined) counts.set(part, (counts.get(part) ?? 0) + forms);
  }
  const names = await getRegionNames(tx, [...counts.keys()]);
  return [...counts].sort().map(([code, forms]) => ({ code, name: names.get(code) as string, forms }));
}

function chosenForms(regionCode: string, { workLines, unitIds, assetIds }: ProposalSelection): SQL | undefined {
  return and(
    inRegion(assets.regionCode, regionCode),
    eq(assets.kind, "form"),
    inArray(assets.state, [...RUNNING_STATES]),
    workLines?.length ? sql`${assets.workLine}::text in ${workLines}` : undefined,
    unitIds?.length ? inArray(assets.unitId, unitIds) : undefined,
    assetIds?.length ? inArray(assets.id, assetIds) : undefined,
  );
}

type FormRow = Pick<RedundancyForm, "id" | "regionCode" | "name" | "workLine"> & {
  unitId: string | null;
  attributes: FormAttributes;
};

function formOf(
  { unitId, attributes, ...row }: FormRow,
  asked: readonly { element: number | null; label: string }[],
): RedundancyForm {
  const { respondent, grain, population, rowsPerUnit, respondentUnits, isStatutory, frequency } = attributes;
  const { minutes, range, setupMinutes } = formMinutes(attributes);
  const burden = annualBurden("form", attributes);
  return {
    id: row.id,
    regionCode: row.regionCode,
    name: row.name,
    workLine: row.workLine,
    officeId: unitId ?? UNKNOWN_OFFICE,
    respondent: respondent === undefined ? null : FORM_FIELDS.respondent.options[respondent],
    grain: grain ?? null,
    population: population === undefined ? populationNamed(row.name) : (populationNamed(population) ?? population),
    frequency: frequency ?? null,
    timesPerYear: timesPerYear(attributes) ?? null,
    units: respondentUnits ?? null,
    rows: rowsPerUnit ?? null,
    minutes,
    setupMinutes,
    minutesRange: range,
    burden: burden.known ? burden.hours : null,
    burdenMissing: burden.known ? [] : burden.missing,
    fields: asked.flatMap(({ element, label }) => (element === null ? [] : [{ element, label }])),
    askedFields: asked.length,
    locked: isStatutory === true,
  };
}

async function elementsOf(
  tx: Tx,
  regionCode: string,
  forms: readonly RedundancyForm[],
): Promise<RedundancyInput["elements"]> {
  const asked = Map.groupBy(
    forms.flatMap(({ fields }) => fields),
    ({ element }) => element,
  );
  if (asked.size === 0) return [];
  const rows = await elementsNumbered(tx, asked.keys());
  const link = await dataElementLink(tx, regionCode);
  return rows.map((row) => {
    const labels = (asked.get(row.id) ?? []).map(({ label }) => label);
    return knownElement(row, link(row.key) ?? null, labels);
  });
}
