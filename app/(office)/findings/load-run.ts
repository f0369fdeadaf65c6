import { notFound } from "next/navigation";
import { type AssessmentRow, listAssessments } from "#db/queries/assessments.ts";
import { assessmentOfFindings } from "#db/queries/findings.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import type { Actor } from "#lib/actor.ts";
import type { read } from "../../_server/read.ts";

type Tx = Parameters<Parameters<typeof read>[0]>[0];

const RUNS_SHOWN = 30;

/** The run that a page of findings reads from, and what else can be chosen; a run that is asked for and not seen is not found. */
export async function loadRun(
  tx: Tx,
  actor: Actor,
  assessmentId: string | undefined,
): Promise<{ run: AssessmentRow | undefined; runs: AssessmentRow[]; units: { id: string; name: string }[] }> {
  const run = await assessmentOfFindings(tx, { scope: actor.scope, id: assessmentId });
  if (run === undefined && assessmentId !== undefined) notFound();
  return {
    run,
    runs: (await listAssessments(tx, { limit: RUNS_SHOWN })).items,
    units: actor.role === "department" ? [] : await listUnitChoices(tx),
  };
}
