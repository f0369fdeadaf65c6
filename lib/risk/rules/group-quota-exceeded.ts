import type { UnitType } from "../../unit/unit.ts";
import { HEADCOUNT, labelOf, UNIT, UNIT_TYPE } from "../label.ts";
import { notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";
import { tallyOutcome } from "../tally.ts";

const TIERED: readonly UnitType[] = ["department", "public_institution", "mass_organization"];

export default defineRule({
  id: "group-quota-exceeded",
  kinds: ["group"],
  title: "工作群数量超过本单位限额",
  problemClass: "procedure",
  rationale: "群越多，盯群的时间越长，真正的通知反而淹没其中。",
  needs: [UNIT, UNIT_TYPE, HEADCOUNT, labelOf("group", "groupType")],
  remedy: "合并主题相近的群，解散不用的群，控制在限额之内。",
  parameters: {
    smallUnitHeadcount: { label: "小单位人数上限（含）", unit: "人", default: 20 },
    largeUnitHeadcount: { label: "大单位人数下限（含）", unit: "人", default: 100 },
    smallUnitMax: { label: "小单位工作群上限", unit: "个", default: 3 },
    mediumUnitMax: { label: "中等单位工作群上限", unit: "个", default: 5 },
    largeUnitMax: { label: "大单位工作群上限", unit: "个", default: 10 },
    townMax: { label: "街道（乡镇）工作群上限", unit: "个", default: 10 },
    villageMax: { label: "社区（村）工作群上限", unit: "个", default: 1 },
  },
  assess({ asset, unit, portfolio }, { parameters }) {
    const typeLabel = labelOf("group", "groupType");
    if (asset.attributes.groupType === undefined) return unknown(typeLabel);
    if (asset.attributes.groupType !== "work") return notApplicable("限额只计日常工作群");
    if (!unit || !portfolio.workGroupsOfUnit) return unknown(UNIT);
    const tally = portfolio.workGroupsOfUnit;
    const outcome = (limit: number) =>
      tallyOutcome(tally, limit, `${unit.name}的日常工作群`, `${unit.name}其他群的“${typeLabel}”`);
    if (unit.type === null) return unknown(UNIT_TYPE);
    if (unit.type === "street" || unit.type === "town") return outcome(parameters.townMax);
    if (unit.type === "community" || unit.type === "village") return outcome(parameters.villageMax);
    if (!TIERED.includes(unit.type)) return notApplicable("没有为这类单位设定限额");
    if (unit.headcount !== null) {
      if (unit.headcount <= parameters.smallUnitHeadcount) return outcome(parameters.smallUnitMax);
      return outcome(
        unit.headcount < parameters.largeUnitHeadcount ? parameters.mediumUnitMax : parameters.largeUnitMax,
      );
    }
    // Without a headcount the result stands only where every tier gives the same.
    const [strict, loose] = [outcome(parameters.smallUnitMax), outcome(parameters.largeUnitMax)];
    if (strict.is === "clear") return strict;
    return loose.is === "hit" ? loose : unknown(HEADCOUNT);
  },
});
