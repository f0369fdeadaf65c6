import { contradictions } from "../../asset/contradictions.ts";
import { clear, hit, notApplicable } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "contradictory-ledger",
  kinds: ["app", "group", "account", "form"],
  title: "台账自相矛盾，需核实",
  problemClass: "procedure",
  rationale: "同一条台账里两处说法不能同时成立，据此作出的判断就站不住。这是要问主办单位的问题，不是结论。",
  needs: ["台账申报"],
  remedy: "请主办单位核实后更正台账，再重新研判。",
  parameters: {},
  assess({ asset }) {
    if (Object.keys(asset.attributes).length === 0) return notApplicable("台账没有可以互相核对的内容");
    const questions = contradictions(asset);
    if (questions.length === 0) return clear([{ label: "台账核对", value: "没有自相矛盾的地方" }]);
    return hit(
      questions.map((question) => ({ label: "需核实", value: question.replace(/。$/, "") })),
      0.5 + questions.length / 4,
    );
  },
});
