import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import type { OutcomeName } from "#lib/risk/outcome.ts";
import type { ProblemClass } from "#lib/risk/problem-class.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { assetAssessments, findings, units } from "../schema/index.ts";
import { holdsWords } from "./search.ts";

/** Which findings of a run a list holds; an absent member does not narrow it. */
export type FindingFilter = {
  outcome?: OutcomeName | undefined;
  ruleId?: string | undefined;
  problemClass?: ProblemClass | undefined;
  kind?: AssetKind | undefined;
  /** A unit's id; "unknown": the unit was not known. */
  unit?: string | undefined;
  redLine?: true | undefined;
  /** Words in the name of the item or of its unit. */
  q?: string | undefined;
  /** Unknown findings that wait for this. */
  missing?: string | undefined;
};

/** How a finding joins the reading of its item, and that the unit of then. */
export const OF_ITEM = and(
  eq(assetAssessments.regionCode, findings.regionCode),
  eq(assetAssessments.assessmentId, findings.assessmentId),
  eq(assetAssessments.assetId, findings.assetId),
);
export const OF_UNIT = and(eq(units.regionCode, assetAssessments.regionCode), eq(units.id, assetAssessments.unitId));

/** The filter as one condition over `findings`, `asset_assessments` and `units`. */
export function findingConditions(assessmentId: string, filter: FindingFilter): SQL | undefined {
  const { outcome, ruleId, problemClass, kind, unit, redLine, q, missing } = filter;
  const ofClass = [...RULES.values()].filter((rule) => rule.problemClass === problemClass).map(({ id }) => id);
  return and(
    eq(findings.assessmentId, assessmentId),
    // The same on both tables, so that either may be read first.
    eq(assetAssessments.assessmentId, assessmentId),
    outcome && eq(findings.outcome, outcome),
    ruleId === undefined ? undefined : eq(findings.ruleId, ruleId),
    problemClass && inArray(findings.ruleId, ofClass),
    kind && eq(assetAssessments.kind, kind),
    unit === undefined
      ? undefined
      : unit === "unknown"
        ? isNull(assetAssessments.unitId)
        : eq(assetAssessments.unitId, unit),
    redLine && eq(findings.redLine, true),
    missing === undefined
      ? undefined
      : and(eq(findings.outcome, "unknown"), sql`${findings.detail} -> 'missing' ? ${missing}`),
    ...holdsWords(q, assetAssessments.name, units.name),
  );
}
