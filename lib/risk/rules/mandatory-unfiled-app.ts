import { APP_FIELDS } from "../../asset/fields/app.ts";
import { demandEvidence } from "../demanded.ts";
import { labelOf, TEXTS } from "../label.ts";
import { isMobileApp } from "../mobile-app.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

/** Demands that make people install an app or use it. */
const REQUIRES_USE = [
  "forced_install",
  "forced_login",
  "usage_assessment",
  "forced_checkin",
  "online_time",
  "ranking",
] as const;

export default defineRule({
  id: "mandatory-unfiled-app",
  kinds: ["app"],
  title: "要求使用未经备案的政务应用程序",
  problemClass: "forced_use",
  rationale: "没有经过备案的应用，基层没有义务下载、安装或使用。",
  needs: [labelOf("app", "filingState"), TEXTS],
  remedy: "立即停止下载、安装、使用的要求并告知基层；备案完成前不得恢复。",
  parameters: {},
  assess(facts) {
    const { formFactor, filingState, filingNumber } = facts.asset.attributes;
    if (!isMobileApp(formFactor)) return notApplicable("PC 系统、网页应用和平台内模块不在移动应用备案范围");
    if (filingState === "not_required") return notApplicable("申报为不纳入备案");
    const label = labelOf("app", "filingState");
    if (filingState === "filed" || (filingState === undefined && filingNumber)) {
      return clear([{ label, value: APP_FIELDS.filingState.options.filed }]);
    }
    const demands = demandEvidence(facts, ...REQUIRES_USE);
    if (filingState === undefined) return demands.length > 0 ? unknown(label) : unknown(label, TEXTS);
    if (demands.length === 0) return unknown(TEXTS);
    return hit([{ label, value: APP_FIELDS.filingState.options[filingState], limit: "已备案" }, ...demands]);
  },
});
