import { APP_FIELDS } from "../../asset/fields/app.ts";
import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

const SEVERITY = { slow: 0.4, crash: 0.7, unavailable: 1 } as const;

export default defineRule({
  id: "crashing-app",
  kinds: ["app"],
  title: "卡顿、闪退或无法使用",
  problemClass: "zombie",
  rationale: "连不上、打不开的应用还要求用，一件小事要试上几遍。",
  needs: [labelOf("app", "runProblem")],
  remedy: "限期修复；修不好的停止使用要求，改用其他渠道办理。",
  parameters: {},
  assess({ asset }) {
    const label = labelOf("app", "runProblem");
    const { runProblem } = asset.attributes;
    if (runProblem === undefined) return unknown(label);
    const evidence = [{ label, value: APP_FIELDS.runProblem.options[runProblem] }];
    return runProblem === "none" ? clear(evidence) : hit(evidence, SEVERITY[runProblem]);
  },
});
