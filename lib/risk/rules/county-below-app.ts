import { REGION_LEVEL_LABEL } from "../../region/region.ts";
import { UNIT_TYPE_LABEL } from "../../unit/unit.ts";
import { UNIT, UNIT_TYPE } from "../label.ts";
import { isMobileApp } from "../mobile-app.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "county-below-app",
  kinds: ["app"],
  title: "县以下单位自建政务应用程序",
  problemClass: "procedure",
  rationale: "县以下（不含县级）各建各的应用，功能必然重复，村社干部的手机也装不完。",
  needs: [UNIT, UNIT_TYPE],
  remedy: "停止自建，需要的功能并入上级一体化平台，数据迁移后关停注销。",
  parameters: {},
  assess({ asset, unit }) {
    if (!isMobileApp(asset.attributes.formFactor)) return notApplicable("PC 系统、网页应用和平台内模块不在此项范围");
    if (!unit) return unknown(UNIT);
    const isBelow =
      unit.level === "town" ||
      unit.level === "village" ||
      unit.type === "street" ||
      unit.type === "town" ||
      unit.type === "community" ||
      unit.type === "village";
    const type = unit.type ? `，${UNIT_TYPE_LABEL[unit.type]}` : "";
    const evidence = [
      { label: UNIT, value: `${unit.name}（${REGION_LEVEL_LABEL[unit.level]}${type}）`, limit: "县级及以上" },
    ];
    if (isBelow) return hit(evidence);
    // A ledger of the county may name a town that nobody has typed yet.
    return unit.type === null ? unknown(UNIT_TYPE) : clear(evidence);
  },
});
