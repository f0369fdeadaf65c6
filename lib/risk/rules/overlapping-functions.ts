import { formatPercent } from "../../format/percent.ts";
import { labelOf } from "../label.ts";
import { clear, type Evidence, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";
import { admittedSimilar, SIMILARITY_LIMITS, similarBeyond } from "../similar.ts";

export default defineRule({
  id: "overlapping-functions",
  kinds: ["app"],
  title: "与其他应用功能相近、重复",
  problemClass: "zombie",
  rationale: "功能重复的应用让基层一件事录几遍；不因开发商不同就不整合。",
  needs: [labelOf("app", "functions"), labelOf("app", "declaredSimilar")],
  remedy: "确定保留的平台，迁移数据，其余整合后关停。",
  parameters: SIMILARITY_LIMITS,
  assess({ asset, portfolio }, { parameters }) {
    const { functions, declaredSimilar } = asset.attributes;
    const admitted = admittedSimilar(declaredSimilar) ?? [];
    const evidence: Evidence[] =
      admitted.length === 0
        ? []
        : [{ label: labelOf("app", "declaredSimilar"), value: admitted.join("、"), source: "台账申报" }];
    const best = similarBeyond(portfolio.similarApps, parameters);
    for (const { name, shared, covered } of best) {
      evidence.push({
        label: `与“${name}”相同的功能`,
        value: `${shared.join("、")}（占本应用功能的 ${formatPercent(covered)}）`,
        limit: `低于 ${formatPercent(parameters.minCovered)}（本机关参考值）`,
      });
    }
    if (evidence.length > 0) return hit(evidence, Math.max(0.5, best[0]?.covered ?? 0));
    if (!functions?.length || !portfolio.similarApps) return unknown(labelOf("app", "functions"));
    if (portfolio.similarApps.compared === 0) return unknown("其他应用的主要功能");
    return clear([
      { label: "功能比对", value: `与 ${portfolio.similarApps.compared} 个列明功能的应用比对，没有达到门槛的重复` },
    ]);
  },
});
