import { Button } from "antd";
import Form from "next/form";
import Link from "next/link";
import type { OverlapFilter } from "#db/queries/overlap-filter.ts";
import { FORM_FIELDS } from "#lib/asset/fields.ts";
import { WORK_LINE_LABEL, WORK_LINES } from "#lib/asset/vocabulary.ts";
import { FORM_RELATION_LABEL, FORM_RELATIONS } from "#lib/redundancy/vocabulary.ts";
import styles from "../../../_components/filter-line.module.css";
import { RESPONDENTS, relationParam } from "../forms/search-params.ts";
import { ShareOptions } from "../forms/share-options.tsx";

/** By which pairs the map is drawn; the limits stand in the address. */
export function GraphFilters({ filter }: { filter: OverlapFilter }) {
  return (
    <Form action="/redundancy/graph" className={`${styles.filter} no-print`}>
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
      <label>
        关系
        <select name="relation" defaultValue={relationParam(filter.relations) ?? ""}>
          <option value="">需处理的</option>
          {FORM_RELATIONS.map((relation) => (
            <option key={relation} value={relation}>
              {FORM_RELATION_LABEL[relation]}
            </option>
          ))}
          <option value="all">全部</option>
        </select>
      </label>
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
      <Button htmlType="submit">重画</Button>
      <Link href="/redundancy/graph">清除</Link>
    </Form>
  );
}
