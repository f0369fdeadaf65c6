import { timesPerYear } from "../../burden/inputs.ts";
import { formatNumber } from "../../format/number.ts";
import { FORM_RELATION_LABEL } from "../../redundancy/vocabulary.ts";
import { fieldsMissing } from "../fields-missing.ts";
import { FIELDS_OF_FORM, labelOf } from "../label.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "two-frequencies",
  kinds: ["form"],
  title: "同样的内容，报了年报又要报季报、月报",
  problemClass: "multi_fill",
  rationale: "年报够用就不用季报，季报够用就不用月报；两种频次都要，必有一种是多余的。",
  needs: [FIELDS_OF_FORM, labelOf("form", "frequency"), labelOf("form", "isStatutory")],
  remedy: "保留频次低的一张，确需更勤的说明理由并停掉另一张。",
  parameters: {},
  assess(facts) {
    const { asset, portfolio } = facts;
    if (asset.attributes.isStatutory) return notApplicable("法定报表，频次另有依据");
    const times = timesPerYear(asset.attributes);
    if (times === undefined) {
      return unknown(labelOf("form", asset.attributes.frequency === undefined ? "frequency" : "timesPerYear"));
    }
    const { slowerTwins } = portfolio;
    if (slowerTwins === null) return fieldsMissing(facts) ?? notApplicable("表内没有业务数据字段");
    const label = "内容相同而频次更低的报表";
    const own = `本表每年 ${formatNumber(times)} 次`;
    if (slowerTwins.count === 0) return clear([{ label, value: `没有（${own}）` }]);
    return hit([
      { label, value: `${slowerTwins.count} 张（${own}）`, limit: "没有" },
      ...slowerTwins.examples.map(({ name, timesPerYear: other, relation, shared }) => ({
        label: `“${name}”`,
        value: `每年 ${formatNumber(other)} 次；${FORM_RELATION_LABEL[relation]}，${shared} 项数据相同`,
      })),
    ]);
  },
});
