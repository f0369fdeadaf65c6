import { labelOf, UNIT } from "../label.ts";
import { notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";
import { tallyOutcome } from "../tally.ts";

export default defineRule({
  id: "several-grassroots-apps",
  kinds: ["app"],
  title: "同一单位运行多个面向基层的应用",
  problemClass: "multi_fill",
  rationale: "一个部门几个应用，基层就要装几个、学几个、登几个。",
  needs: [UNIT, labelOf("app", "facesGrassroots")],
  remedy: "整合为一个，其余功能作为模块并入后关停。",
  parameters: { maxApps: { label: "同一单位面向基层应用的上限", unit: "个", default: 1 } },
  assess({ asset, unit, portfolio }, { parameters }) {
    const label = labelOf("app", "facesGrassroots");
    if (asset.attributes.facesGrassroots === undefined) return unknown(label);
    if (!asset.attributes.facesGrassroots) return notApplicable("不面向基层");
    if (!unit || !portfolio.grassrootsAppsOfUnit) return unknown(UNIT);
    return tallyOutcome(
      portfolio.grassrootsAppsOfUnit,
      parameters.maxApps,
      `${unit.name}面向基层的应用`,
      `${unit.name}其他应用的“${label}”`,
    );
  },
});
