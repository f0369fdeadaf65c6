import { formatPercent } from "../../format/percent.ts";
import { isSameName } from "../../redundancy/app/declared.ts";
import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";
import { admittedSimilar, SIMILARITY_LIMITS, similarBeyond } from "../similar.ts";

/** The form asks for similar apps that the unit itself uses: one of another unit may not be among them. */
const OF_ANOTHER_UNIT = 0.5;

export default defineRule({
  id: "undeclared-similar-app",
  kinds: ["app"],
  title: "申报的同类应用与比对结果不符",
  problemClass: "procedure",
  rationale: "备案申请表要求填写正在使用的同类应用；报“无”而实际有，重复建设就查不出来。",
  needs: [labelOf("app", "declaredSimilar"), labelOf("app", "functions")],
  remedy: "请主办单位核实并更正申报，说明与所列应用的区别；说不清的按功能重复整合。",
  parameters: SIMILARITY_LIMITS,
  assess({ asset, portfolio }, { parameters }) {
    const label = labelOf("app", "declaredSimilar");
    const admitted = admittedSimilar(asset.attributes.declaredSimilar);
    if (admitted === undefined) return unknown(label);
    if (portfolio.similarApps === null) return unknown(labelOf("app", "functions"));
    if (portfolio.similarApps.compared === 0) return unknown("其他应用的主要功能");
    const declaration = { label, value: admitted.length === 0 ? "无" : admitted.join("、"), source: "台账申报" };
    const left = similarBeyond(portfolio.similarApps, parameters).filter(
      ({ name }) => !admitted.some((one) => isSameName(one, name)),
    );
    if (left.length === 0) {
      const compared = `与 ${portfolio.similarApps.compared} 个列明功能的应用比对，没有申报以外的同类应用`;
      return clear([declaration, { label: "功能比对", value: compared }]);
    }
    const found = left.map(({ name, shared, covered, sameUnit }) => ({
      label: `比对发现“${name}”${sameUnit ? "（同一单位）" : ""}`,
      value: `相同功能：${shared.join("、")}（占本应用功能的 ${formatPercent(covered)}）`,
    }));
    return hit([declaration, ...found], left.some(({ sameUnit }) => sameUnit) ? 1 : OF_ANOTHER_UNIT);
  },
});
