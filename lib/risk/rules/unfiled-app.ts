import { APP_FIELDS } from "../../asset/fields/app.ts";
import { labelOf } from "../label.ts";
import { isMobileApp } from "../mobile-app.ts";
import { clear, type Evidence, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "unfiled-app",
  kinds: ["app"],
  title: "政务应用程序未备案",
  problemClass: "procedure",
  rationale: "上线前应当备案。没有备案，就没有人核过它的功能设置、面向基层的理由和安全保障。",
  needs: [labelOf("app", "filingState"), labelOf("app", "filingNumber"), labelOf("app", "formFactor")],
  remedy: "限期补办备案；不再需要的，公告后关停注销。",
  parameters: {},
  assess({ asset }) {
    const { formFactor, filingState, filingNumber } = asset.attributes;
    if (!isMobileApp(formFactor)) return notApplicable("PC 系统、网页应用和平台内模块不在移动应用备案范围");
    if (filingState === "not_required") return notApplicable("申报为不纳入备案，依据由主办单位说明");
    const number: Evidence[] = filingNumber ? [{ label: labelOf("app", "filingNumber"), value: filingNumber }] : [];
    if (filingState === undefined) return filingNumber ? clear(number) : unknown(labelOf("app", "filingState"));
    const evidence: Evidence[] = [
      { label: labelOf("app", "filingState"), value: APP_FIELDS.filingState.options[filingState], limit: "已备案" },
      ...number,
    ];
    if (filingState === "filed") return filingNumber ? clear(evidence) : unknown(labelOf("app", "filingNumber"));
    return hit(evidence, filingState === "in_progress" ? 0.5 : 1);
  },
});
