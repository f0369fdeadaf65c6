import {
  FilterForm,
  NumberCondition,
  UnitCondition,
  WordsCondition,
  WorkLineCondition,
} from "../../../_components/filter-form.tsx";
import { type AppPairSearch, appPairsHref, DEFAULT_CUT, evidenceParam } from "./search-params.ts";

type Units = readonly { id: string; name: string }[];

/** The limits and conditions of a list of pairs of apps. */
export function PairFilters({ search: { filter, cut }, units }: { search: AppPairSearch; units: Units }) {
  return (
    <FilterForm
      action="/redundancy/apps"
      keep={{ evidence: evidenceParam(filter.evidence), app: filter.app }}
      clear={appPairsHref({ filter: { evidence: filter.evidence }, cut: DEFAULT_CUT })}
    >
      <ItemConditions filter={filter} units={units} />
      <FunctionConditions cut={cut} />
      <NumberCondition name="text" label="名称用途文字相同（%）" value={cut.text} />
    </FilterForm>
  );
}

/** Which apps are meant; `units` is empty for a department, which sees its own. */
export function ItemConditions({
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
      <WordsCondition label={about} value={filter.q} />
      <UnitCondition value={filter.unit} units={units} />
      <WorkLineCondition value={filter.workLine} />
    </>
  );
}

/** From how much of their functions on two apps count as alike. */
export function FunctionConditions({ cut }: { cut: Pick<AppPairSearch["cut"], "covered" | "shared"> }) {
  return (
    <>
      <NumberCondition name="covered" label="功能被另一个覆盖（%）" value={cut.covered} />
      <NumberCondition name="shared" label="相同功能至少（项）" value={cut.shared} max={20} />
    </>
  );
}
