import { DEMAND_WORDS } from "../demand-words.ts";
import { functionOutcome } from "../demanded.ts";
import { labelOf, TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";
import { specialScene } from "../special-scene.ts";

export default defineRule({
  id: "online-time",
  kinds: ["app"],
  title: "统计在线时长或学习时长",
  problemClass: "forced_use",
  rationale: "统计时长，得到的是挂机，不是学习和办事。",
  needs: [labelOf("app", "functions"), TEXTS],
  remedy: "取消时长统计，删去以时长为依据的考核、评比内容。",
  parameters: {},
  assess(facts) {
    return specialScene(facts) ?? functionOutcome(facts, ["online_time"], DEMAND_WORDS.online_time);
  },
});
