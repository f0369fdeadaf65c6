import type { OverlapFilter } from "#db/queries/overlap-filter.ts";
import {
  Choice,
  FilterForm,
  RespondentCondition,
  UnitCondition,
  WordsCondition,
  WorkLineCondition,
} from "../../../_components/filter-form.tsx";
import { pairsHref, relationParam } from "./search-params.ts";

/** The conditions of a list of pairs of forms. */
export function PairFilters({
  filter,
  units,
}: {
  filter: OverlapFilter;
  /** Empty for a department, which sees the pairs of its own forms only. */
  units: readonly { id: string; name: string }[];
}) {
  return (
    <FilterForm
      action="/redundancy/forms"
      keep={{
        relation: relationParam(filter.relations),
        form: filter.form,
        region: filter.region,
        level: filter.level,
      }}
      clear={pairsHref({ filter: { relations: filter.relations, region: filter.region, level: filter.level } })}
    >
      <WordsCondition label="表名或单位" value={filter.q} />
      <ShareConditions filter={filter} />
      <UnitCondition value={filter.unit} units={units} />
      <WorkLineCondition value={filter.workLine} />
      <RespondentCondition value={filter.respondent} />
    </FilterForm>
  );
}

/** From which shares on a pair counts, and of what. */
export function ShareConditions({ filter: { jaccard, containment, base } }: { filter: OverlapFilter }) {
  return (
    <>
      <Choice name="jaccard" label="相同比例（占两表合计）" value={jaccard} options={sharesWith(jaccard)} />
      <Choice
        name="containment"
        label="被包含比例（占较小的表）"
        value={containment}
        options={sharesWith(containment)}
      />
      <Choice name="base" label="按哪些数据项算" value={base} any="全部数据项" options={[["own", "除基本信息外"]]} />
    </>
  );
}

const SHARES = [30, 40, 50, 60, 70, 80, 90, 100];

/** Shares as limits; one that was typed into the address stands among the others. */
function sharesWith(chosen: number | undefined) {
  const shares = chosen === undefined || SHARES.includes(chosen) ? SHARES : [...SHARES, chosen].sort((a, b) => a - b);
  return shares.map((share) => [`${share}`, share === 100 ? "100%" : `${share}% 以上`] as const);
}
