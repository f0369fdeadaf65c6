import { WASTE_CAUSE_LABEL, WASTE_CAUSES } from "#lib/redundancy/waste/waste.ts";
import type { ElementSearch } from "../search-params.ts";
import { WasteFilters } from "../waste-filters.tsx";

/** The conditions of the list of elements. */
export function ElementFilters({
  given,
  units,
}: {
  given: ElementSearch;
  units: readonly { id: string; name: string }[];
}) {
  const { search, cause, pair, header, q, order } = given;
  return (
    <WasteFilters action="/redundancy/elements" search={search} units={units} keep={{ pair: pair?.join("~"), order }}>
      <label>
        数据项或叫法
        <input name="q" defaultValue={q} />
      </label>
      <label>
        可省的原因
        <select name="cause" defaultValue={cause ?? ""}>
          <option value="">不限</option>
          <option value="any">有可省工时的</option>
          {WASTE_CAUSES.map((one) => (
            <option key={one} value={one}>
              {WASTE_CAUSE_LABEL[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        基本信息
        <select name="header" defaultValue={header ?? ""}>
          <option value="">不限</option>
          <option value="yes">只看各表都有的基本信息</option>
          <option value="no">不看基本信息</option>
        </select>
      </label>
    </WasteFilters>
  );
}
