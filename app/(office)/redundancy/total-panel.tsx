import { max, min } from "d3-array";
import { formatHours, formatHoursRange } from "#lib/format/hours.ts";
import { formatNumber } from "#lib/format/number.ts";
import type { Ratio } from "#lib/outcome/ratio.ts";
import { askingsOf, sumOfAskings } from "#lib/redundancy/waste/cuts.ts";
import type { RedundancyInput } from "#lib/redundancy/waste/input.ts";
import { formMatches, type Waste, type WasteFilter, wastedHours, wasteOf } from "#lib/redundancy/waste/waste.ts";
import { RatioText } from "../../_components/ratio-text.tsx";
import styles from "./overview.module.css";
import { overviewHref, type WasteSearch } from "./search-params.ts";

const METHOD =
  "可省工时 ÷ 已测算的表的年填报工时。只算逐格找数和填录的工时；每报一次的读要求、审核签字、报送、线下留痕不算可省，合并报送能省多少在整合方案里测算";

/** What is wasted in all, as a range and as a share, and what that rests on. */
export function TotalPanel({
  input,
  waste,
  filter,
  search,
  asOf,
  scope,
}: {
  input: RedundancyInput;
  waste: Waste;
  filter: WasteFilter;
  search: WasteSearch;
  asOf: string;
  scope: string;
}) {
  const total = wastedHours(sumOfAskings(askingsOf(waste, filter)).wasted);
  const ends = (["low", "high"] as const).map((end) =>
    wastedHours(sumOfAskings(askingsOf(wasteOf(input, end), filter)).wasted),
  );
  const measured = waste.measured.filter(({ form }) => formMatches(form, filter));
  const unmeasured = waste.unmeasured.filter(({ form }) => formMatches(form, filter));
  const said = askingsOf(waste, filter).filter(
    ({ form }) => form.respondent !== null && (form.population !== null || form.grain === "other"),
  );
  const sure = wastedHours(sumOfAskings(said).wasted);
  const ratio: Ratio = {
    numerator: Math.round(total),
    denominator: Math.round(measured.reduce((sum, { hours }) => sum + hours, 0)),
    asOf,
    scope,
    method: METHOD,
  };
  return (
    <section className="panel" aria-label="可省工时">
      <h2>一年可省的填报工时</h2>
      <p className={styles.figure}>
        {measured.length === 0 ? "未知" : `约 ${formatHours(total)}`}
        {measured.length === 0 ? null : (
          <span className="soft small">　{formatHoursRange(min([total, ...ends]), max([total, ...ends]))}</span>
        )}
      </p>
      {measured.length === 0 ? null : <RatioText ratio={ratio} />}
      <ul className={styles.facts}>
        <li>
          已测算 {formatNumber(measured.length)} 张表；另有{" "}
          {unmeasured.length === 0 ? (
            "0 张"
          ) : (
            <a href={`${overviewHref(search)}#unmeasured`}>{formatNumber(unmeasured.length)} 张</a>
          )}
          无法测算，没有计入，不等于没有浪费。
        </li>
        <li>区间按各表每次用时的下限和上限分别测算；没有给区间的表按单一数值计。</li>
        <li>
          其中 {formatHours(sure)}来自填报主体和涉及人群都写明（或表名写明）的表；其余{" "}
          {formatHours(Math.max(0, total - sure))}
          的表没有写明，按同一批填报对象计，写明后可能减少。
        </li>
      </ul>
    </section>
  );
}
