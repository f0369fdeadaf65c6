import { timesPerYear } from "../../burden/inputs.ts";
import { formatNumber } from "../../format/number.ts";
import { labelOf } from "../label.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "two-frequencies",
  kinds: ["form"],
  title: "同样的内容，报了年报又要报季报、月报",
  problemClass: "multi_fill",
  rationale: "年报够用就不用季报，季报够用就不用月报；两种频次都要，必有一种是多余的。",
  needs: ["表单字段", labelOf("form", "frequency"), labelOf("form", "isStatutory")],
  remedy: "保留频次低的一张，确需更勤的说明理由并停掉另一张。",
  parameters: {},
  assess({ asset, portfolio }) {
    if (asset.attributes.isStatutory) return notApplicable("法定报表，频次另有依据");
    const times = timesPerYear(asset.attributes);
    if (times === undefined) {
      return unknown(labelOf("form", asset.attributes.frequency === undefined ? "frequency" : "timesPerYear"));
    }
    if (portfolio.slowerTwins === null) return unknown("表单字段");
    const { count, examples } = portfolio.slowerTwins;
    const label = "字段相同而频次更低的报表";
    const own = `本表每年 ${formatNumber(times)} 次`;
    if (count === 0) return clear([{ label, value: `没有（${own}）` }]);
    const named = examples.map(({ name, timesPerYear: other }) => `“${name}”每年 ${formatNumber(other)} 次`).join("、");
    const value = `${count} 张：${named}${count > examples.length ? "等" : ""}（${own}）`;
    return hit([{ label, value, limit: "没有" }]);
  },
});
