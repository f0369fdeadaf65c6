import { OBJECT_CLASS_LABEL } from "#lib/redundancy/catalogue/data-element.ts";
import { DEMAND_LEVEL_LABEL, OWNERSHIP_LABEL } from "#lib/redundancy/catalogue/search.ts";
import { SHARING_LABEL } from "#lib/redundancy/vocabulary.ts";
import { Choice, FilterForm, type Option, optionsOf, WordsCondition } from "../../../_components/filter-form.tsx";
import { type CatalogueAddress, UNKNOWN } from "./search-params.ts";

/** The conditions of the catalogue, sent as a form. */
export function CatalogueFilters({
  address,
  departments,
}: {
  address: CatalogueAddress;
  departments: readonly string[];
}) {
  return (
    <FilterForm
      action="/redundancy/catalogue"
      keep={{ sort: address.sort === "forms" ? undefined : address.sort }}
      clear="/redundancy/catalogue"
    >
      <WordsCondition label="名称、同义名、标识符" value={address.q} />
      <Choice
        name="grain"
        label="对象类"
        value={address.grain}
        options={[...optionsOf(OBJECT_CLASS_LABEL), [UNKNOWN, "未知"]]}
      />
      <Choice
        name="department"
        label="数源部门"
        value={address.department}
        options={[...departments.map((department): Option => [department, department]), [UNKNOWN, "未知"]]}
      />
      <Choice
        name="sharing"
        label="共享属性"
        value={address.sharing}
        options={[...optionsOf(SHARING_LABEL), [UNKNOWN, "待定"]]}
      />
      <Choice name="asked" label="本地收集" value={address.demand} options={optionsOf(DEMAND_LEVEL_LABEL)} />
      <Choice name="from" label="来源" value={address.ownership} options={optionsOf(OWNERSHIP_LABEL)} />
    </FilterForm>
  );
}
