import { formatPercent } from "../../format/percent.ts";
import { CHECKIN_ONLY } from "../demand-words.ts";
import { demandEvidence, functionSettings } from "../demanded.ts";
import { labelOf, TEXTS } from "../label.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "same-place-checkins",
  kinds: ["app"],
  title: "多个账号在同一设备或地点集中打卡，打卡数据疑似应付考核",
  problemClass: "over_trace",
  rationale: "要求天天到点位打卡，就有一个人带十几部手机替大家打卡；打卡数越齐，越不能说明到过现场。",
  needs: [labelOf("app", "functions"), labelOf("app", "samePlaceShare"), TEXTS],
  remedy: "取消打卡要求，不为此追究被要求打卡的基层干部；需要核实到场的改为抽查。",
  parameters: { maxShare: { label: "同一设备或地点打卡占比的可信上限", unit: "比例（0—1）", default: 0.3 } },
  assess(facts, { parameters }) {
    const label = labelOf("app", "samePlaceShare");
    const { samePlaceShare } = facts.asset.attributes;
    const demands = demandEvidence(facts, "forced_checkin");
    if (samePlaceShare === undefined) {
      const { present } = functionSettings(facts.asset.attributes);
      return demands.length > 0 || present.some((name) => CHECKIN_ONLY.test(name))
        ? unknown(label)
        : notApplicable("没有发现打卡签到的功能和要求");
    }
    const share = samePlaceShare / 100;
    const limit = `不超过 ${formatPercent(parameters.maxShare)}（本机关参考值）`;
    const evidence = [{ label, value: formatPercent(share), limit, source: "系统日志" }];
    return share > parameters.maxShare ? hit([...evidence, ...demands], 0.5 + share / 2) : clear(evidence);
  },
});
