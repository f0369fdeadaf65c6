import type { OverlapFilter } from "#db/queries/overlap-filter.ts";
import { FORM_RELATION_LABEL, REPEATING_RELATIONS } from "#lib/redundancy/vocabulary.ts";
import {
  Choice,
  FilterForm,
  optionsOf,
  RespondentCondition,
  WorkLineCondition,
} from "../../../_components/filter-form.tsx";
import { ShareConditions } from "../forms/pair-filters.tsx";
import { relationParam } from "../forms/search-params.ts";
import { graphHref } from "./search-params.ts";

/** By which pairs the map is drawn; the limits stand in the address. */
export function GraphFilters({ filter }: { filter: OverlapFilter }) {
  return (
    <FilterForm
      action="/redundancy/graph"
      keep={{ region: filter.region, level: filter.level }}
      submit="重画"
      clear={graphHref({ filter: { relations: REPEATING_RELATIONS, region: filter.region, level: filter.level } })}
    >
      <ShareConditions filter={filter} />
      <Choice
        name="relation"
        label="关系"
        value={relationParam(filter.relations)}
        any="需处理的"
        options={[...optionsOf(FORM_RELATION_LABEL), ["all", "全部"]]}
      />
      <WorkLineCondition value={filter.workLine} />
      <RespondentCondition value={filter.respondent} />
    </FilterForm>
  );
}
