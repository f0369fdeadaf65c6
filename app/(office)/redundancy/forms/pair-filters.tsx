import { Button } from "antd";
import Form from "next/form";
import Link from "next/link";
import type { OverlapFilter } from "#db/queries/overlap-filter.ts";
import { FORM_FIELDS } from "#lib/asset/fields.ts";
import { WORK_LINE_LABEL, WORK_LINES } from "#lib/asset/vocabulary.ts";
import styles from "../../../_components/filter-line.module.css";
import { pairsHref, RESPONDENTS, relationParam } from "./search-params.ts";
import { ShareOptions } from "./share-options.tsx";

/** The conditions of a list of pairs of forms, sent as a form: they stand in the address, and Back works. */
export function PairFilters({
  filter,
  units,
}: {
  filter: OverlapFilter;
  /** Empty for a department, which sees the pairs of its own forms only. */
  units: readonly { id: string; name: string }[];
}) {
  const relation = relationParam(filter.relations);
  return (
    <Form action="/redundancy/forms" className={`${styles.filter} no-print`}>
      {relation === undefined ? null : <input type="hidden" name="relation" value={relation} />}
      {filter.form === undefined ? null : <input type="hidden" name="form" value={filter.form} />}
      <label>
        表名或单位
        <input name="q" defaultValue={filter.q} />
      </label>
      <label>
        相同比例（占两表合计）
        <select name="jaccard" defaultValue={filter.jaccard ?? ""}>
          <ShareOptions chosen={filter.jaccard} />
        </select>
      </label>
      <label>
        被包含比例（占较小的表）
        <select name="containment" defaultValue={filter.containment ?? ""}>
          <ShareOptions chosen={filter.containment} />
        </select>
      </label>
      <label>
        按哪些数据项算
        <select name="base" defaultValue={filter.base ?? ""}>
          <option value="">全部数据项</option>
          <option value="own">除基本信息外</option>
        </select>
      </label>
      {units.length === 0 ? null : (
        <label>
          主办单位
          <select name="unit" defaultValue={filter.unit ?? ""}>
            <option value="">不限</option>
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        条线
        <select name="line" defaultValue={filter.workLine ?? ""}>
          <option value="">不限</option>
          {WORK_LINES.map((line) => (
            <option key={line} value={line}>
              {WORK_LINE_LABEL[line]}
            </option>
          ))}
        </select>
      </label>
      <label>
        填报主体
        <select name="respondent" defaultValue={filter.respondent ?? ""}>
          <option value="">不限</option>
          {RESPONDENTS.map((respondent) => (
            <option key={respondent} value={respondent}>
              {FORM_FIELDS.respondent.options[respondent]}
            </option>
          ))}
        </select>
      </label>
      <Button htmlType="submit">查找</Button>
      <Link href={pairsHref({ filter: { relations: filter.relations } })}>清除</Link>
    </Form>
  );
}
