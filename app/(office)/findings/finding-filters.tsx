import type { AssessmentRow } from "#db/queries/assessments.ts";
import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import { formatDay, formatTime } from "#lib/format/date.ts";
import { PROBLEM_CLASS_LABEL } from "#lib/risk/problem-class.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import {
  Choice,
  FilterForm,
  type Option,
  optionsOf,
  UnitCondition,
  WordsCondition,
} from "../../_components/filter-form.tsx";
import type { FindingSearch } from "./search-params.ts";

const RULE_OPTIONS = [...RULES.values()].map(({ id, title }): Option => [id, title]);

/** The conditions of the findings, for the list and for what is missing; both keep them. */
export function FindingFilters({
  action,
  search,
  runs,
  run,
  units,
}: {
  action: "/findings" | "/findings/missing";
  search: FindingSearch;
  runs: readonly AssessmentRow[];
  run: AssessmentRow;
  /** Empty for a department, which sees its own only. */
  units: readonly { id: string; name: string }[];
}) {
  const { filter, by } = search;
  // A run that is chosen, but too old to be among the latest ones.
  const choices = runs.some(({ id }) => id === run.id) ? runs : [...runs, run];
  return (
    <FilterForm
      action={action}
      keep={{
        ...(action === "/findings" ? { outcome: filter.outcome ?? "all", missing: filter.missing } : {}),
        by,
      }}
      clear={action}
    >
      <WordsCondition label="条目或单位" value={filter.q} />
      <Choice name="rule" label="规则" value={filter.ruleId} options={RULE_OPTIONS} />
      <Choice name="class" label="问题类别" value={filter.problemClass} options={optionsOf(PROBLEM_CLASS_LABEL)} />
      <Choice name="kind" label="种类" value={filter.kind} options={optionsOf(ASSET_KIND_LABEL)} />
      <UnitCondition value={filter.unit} units={units} before={[["unknown", "未知"]]} />
      <Choice name="red" label="红线" value={filter.redLine ? "yes" : undefined} options={[["yes", "只看红线"]]} />
      <Choice
        name="assessment"
        label="研判"
        value={search.assessmentId}
        any="最近一次"
        options={choices.map(({ id, asOf, createdAt }) => [id, `${formatDay(asOf)}（${formatTime(createdAt)}执行）`])}
      />
    </FilterForm>
  );
}
