import { Button } from "antd";
import Form from "next/form";
import Link from "next/link";
import type { AssessmentRow } from "#db/queries/assessments.ts";
import { ASSET_KIND_LABEL, ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { formatDay, formatTime } from "#lib/format/date.ts";
import { PROBLEM_CLASS_LABEL, PROBLEM_CLASSES } from "#lib/risk/problem-class.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import styles from "../../_components/filter-line.module.css";
import type { FindingSearch } from "./search-params.ts";

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
    <Form action={action} className={`${styles.filter} no-print`}>
      {action === "/findings" ? <input type="hidden" name="outcome" value={filter.outcome ?? "all"} /> : null}
      {action === "/findings" && filter.missing ? <input type="hidden" name="missing" value={filter.missing} /> : null}
      {by ? <input type="hidden" name="by" value={by} /> : null}
      <label>
        条目或单位
        <input name="q" defaultValue={filter.q} />
      </label>
      <label>
        规则
        <select name="rule" defaultValue={filter.ruleId ?? ""}>
          <option value="">不限</option>
          {[...RULES.values()].map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        问题类别
        <select name="class" defaultValue={filter.problemClass ?? ""}>
          <option value="">不限</option>
          {PROBLEM_CLASSES.map((problemClass) => (
            <option key={problemClass} value={problemClass}>
              {PROBLEM_CLASS_LABEL[problemClass]}
            </option>
          ))}
        </select>
      </label>
      <label>
        种类
        <select name="kind" defaultValue={filter.kind ?? ""}>
          <option value="">不限</option>
          {ASSET_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {ASSET_KIND_LABEL[kind]}
            </option>
          ))}
        </select>
      </label>
      {units.length === 0 ? null : (
        <label>
          主办单位
          <select name="unit" defaultValue={filter.unit ?? ""}>
            <option value="">不限</option>
            <option value="unknown">未知</option>
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        红线
        <select name="red" defaultValue={filter.redLine ? "yes" : ""}>
          <option value="">不限</option>
          <option value="yes">只看红线</option>
        </select>
      </label>
      <label>
        研判
        <select name="assessment" defaultValue={search.assessmentId ?? ""}>
          <option value="">最近一次</option>
          {choices.map(({ id, asOf, createdAt }) => (
            <option key={id} value={id}>
              {formatDay(asOf)}（{formatTime(createdAt)}执行）
            </option>
          ))}
        </select>
      </label>
      <Button htmlType="submit">查找</Button>
      <Link href={action}>清除</Link>
    </Form>
  );
}
