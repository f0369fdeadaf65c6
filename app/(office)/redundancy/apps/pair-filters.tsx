import { Button } from "antd";
import Form from "next/form";
import Link from "next/link";
import { WORK_LINE_LABEL, WORK_LINES } from "#lib/asset/vocabulary.ts";
import styles from "../../../_components/filter-line.module.css";
import { type AppPairSearch, appPairsHref, DEFAULT_CUT, evidenceParam } from "./search-params.ts";

type Units = readonly { id: string; name: string }[];

/** The limits and conditions of a list of pairs of apps, sent as a form: they stand in the address, and Back works. */
export function PairFilters({ search: { filter, cut }, units }: { search: AppPairSearch; units: Units }) {
  const evidence = evidenceParam(filter.evidence);
  return (
    <Form action="/redundancy/apps" className={`${styles.filter} no-print`}>
      {evidence === undefined ? null : <input type="hidden" name="evidence" value={evidence} />}
      {filter.app === undefined ? null : <input type="hidden" name="app" value={filter.app} />}
      <ItemFilters filter={filter} units={units} />
      <Limit name="covered" label="功能被另一个覆盖（%）" value={cut.covered} />
      <Limit name="shared" label="相同功能至少（项）" value={cut.shared} max={20} />
      <Limit name="text" label="名称用途文字相同（%）" value={cut.text} />
      <Button htmlType="submit">查找</Button>
      <Link href={appPairsHref({ filter: { evidence: filter.evidence }, cut: DEFAULT_CUT })}>清除</Link>
    </Form>
  );
}

/** Which apps are meant; `units` is empty for a department, which sees its own. */
export function ItemFilters({
  filter,
  units,
  about = "应用或单位",
}: {
  /** What the words are looked for in. */
  about?: string;
  filter: { q?: string | undefined; unit?: string | undefined; workLine?: string | undefined };
  units: Units;
}) {
  return (
    <>
      <label>
        {about}
        <input name="q" defaultValue={filter.q} />
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
    </>
  );
}

export function Limit({ name, label, value, max = 100 }: { name: string; label: string; value: number; max?: number }) {
  return (
    <label>
      {label}
      <input name={name} type="number" inputMode="numeric" min={1} max={max} defaultValue={value} />
    </label>
  );
}
