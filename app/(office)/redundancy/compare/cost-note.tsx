import { formatHours } from "#lib/format/hours.ts";
import { elementName } from "#lib/redundancy/element/element-name.ts";
import type { PairCost } from "#lib/redundancy/waste/pair-cost.ts";

const NAMED = 3;

/** What the repetition takes a year, or why that is not known. */
export function CostNote({ cost }: { cost: PairCost }) {
  if (cost.is === "unknown")
    return (
      <p>
        重复填报的用时暂不能测算：
        {cost.missing.map(({ form, missing }) => `《${form}》缺${missing.join("、")}`).join("；")}。补填后自动算出。
      </p>
    );
  if (cost.is === "apart")
    return (
      <p>
        两表登记的{cost.differ.join("、")}
        不同（或其中一张没有登记），同样的数据不是向同一批对象要两遍，不计重复填报的用时。
      </p>
    );
  if (cost.hours === 0) return <p>两表没有重复填报的用时。</p>;
  const dearest = cost.elements
    .slice(0, NAMED)
    .map(({ key, hours }) => `${elementName(key)} ${formatHours(hours)}`)
    .join("，");
  return (
    <p>
      同样的数据填两遍，每年多花约 <strong>{formatHours(cost.hours)}</strong>（其中{dearest}
      {cost.elements.length > NAMED ? `，等 ${cost.elements.length} 项` : ""}）。
    </p>
  );
}
