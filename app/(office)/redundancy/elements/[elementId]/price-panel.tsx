import { FORM_FIELDS } from "#lib/asset/fields/form.ts";
import { formatHours } from "#lib/format/hours.ts";
import { formatNumber } from "#lib/format/number.ts";
import { PROPOSAL_PARAMETERS } from "#lib/redundancy/proposal/parameters.ts";
import { sumOfAskings } from "#lib/redundancy/waste/cuts.ts";
import {
  type MeasuredWaste,
  WASTE_CAUSE_LABEL,
  WASTE_CAUSE_MEANING,
  WASTE_CAUSES,
  type WastedAsking,
  wastedHours,
} from "#lib/redundancy/waste/waste.ts";
import styles from "../elements.module.css";

/** What asking for the element takes and what of it is not needed, by those who fill it in, with the sum in words. */
export function PricePanel({
  askings,
  measured,
  unmeasured,
}: {
  askings: readonly WastedAsking[];
  measured: readonly MeasuredWaste[];
  unmeasured: number;
}) {
  const blocks = [...Map.groupBy(askings, ({ block }) => block).values()];
  const rowsOf = new Map(measured.map(({ form, rows }) => [form.id, rows]));
  return (
    <section className="panel" aria-label="工时">
      <h2>要这一项花多少、可省多少</h2>
      {blocks.length === 0 ? (
        <p>未知：要它的 {formatNumber(unmeasured)} 处都缺测算所需的数据，见下表。</p>
      ) : (
        <>
          <ul className={styles.plain}>
            {blocks.map((block) => (
              <Block key={block[0]?.block} askings={block} rowsOf={rowsOf} />
            ))}
          </ul>
          <ul className="soft small">
            {WASTE_CAUSES.map((cause) => (
              <li key={cause}>
                {WASTE_CAUSE_LABEL[cause]}：{WASTE_CAUSE_MEANING[cause]}
              </li>
            ))}
            {unmeasured === 0 ? null : (
              <li>另有 {formatNumber(unmeasured)} 处缺测算所需的数据，没有计入，不按零计。</li>
            )}
          </ul>
        </>
      )}
    </section>
  );
}

function Block({ askings, rowsOf }: { askings: readonly WastedAsking[]; rowsOf: ReadonlyMap<string, number> }) {
  const [first] = askings;
  if (first === undefined) return null;
  const { hours, wasted } = sumOfAskings(askings);
  const { respondent, grain, population } = first.form;
  const who = [
    respondent ?? "填报主体没有写明",
    grain === null ? null : `按${FORM_FIELDS.grain.options[grain]}填`,
    population ?? "涉及人群没有写明",
  ];
  // One form may ask twice in the same words.
  const places = askings.map((asking, at) => ({ ...asking, key: `${asking.form.id} ${at}` }));
  const minutes = first.element.minutesPerCell ?? PROPOSAL_PARAMETERS.minutesPerCell.default;
  return (
    <li>
      <strong>{who.filter((part) => part !== null).join("，")}</strong>（{formatNumber(askings.length)} 处）
      <div>
        共花 {formatHours(hours)} ={" "}
        {WASTE_CAUSES.map((cause) => `${WASTE_CAUSE_LABEL[cause]} ${formatHours(wasted[cause])}`).join(" + ")} + 必要{" "}
        {formatHours(hours - wastedHours(wasted))}
      </div>
      <details>
        <summary className="small">每一处怎么算</summary>
        <ul className="small">
          {places.map(({ key, form, label, hours: own }) => (
            <li key={key}>
              《{form.name}》“{label}”：{formatNumber(form.units)} 个单位 ×{" "}
              {formatNumber(rowsOf.get(form.id) ?? null, 2)} 行 × {formatNumber(form.timesPerYear, 1)} 次/年 ×{" "}
              {formatNumber(minutes, 2)} 分钟 ÷ 60 = {formatHours(own)}
              {form.minutes === null ? "" : "（行数由这张表测算的用时折算）"}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
