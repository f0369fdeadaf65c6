import type { ReactNode } from "react";
import { FORM_FIELDS } from "#lib/asset/fields/form.ts";
import {
  Choice,
  FilterForm,
  optionsOf,
  RespondentCondition,
  UnitCondition,
  WorkLineCondition,
} from "../../_components/filter-form.tsx";
import type { WasteSearch } from "./search-params.ts";

/** The forms that are looked at, as conditions in the address; lists add their own conditions before them. */
export function WasteFilters({
  action,
  search,
  units,
  keep = {},
  children,
}: {
  action: "/redundancy" | "/redundancy/elements";
  search: WasteSearch;
  /** By id; empty for a department, which sees its own forms only. */
  units: readonly { id: string; name: string }[];
  /** Conditions that have no control of their own. */
  keep?: Readonly<Record<string, string | undefined>>;
  children?: ReactNode;
}) {
  return (
    <FilterForm
      action={action}
      keep={{ region: search.region, form: search.form, ...keep }}
      clear={search.region === undefined ? action : `${action}?region=${search.region}`}
    >
      {children}
      <WorkLineCondition value={search.line} before={[["unknown", "未知"]]} />
      <UnitCondition value={search.unit} units={units} />
      <Choice name="grain" label="填报粒度" value={search.grain} options={optionsOf(FORM_FIELDS.grain.options)} />
      <RespondentCondition value={search.respondent} before={[["unknown", "没有写明"]]} />
    </FilterForm>
  );
}
