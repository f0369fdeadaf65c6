import { saysNone } from "../declared.ts";
import { labelOf } from "../label.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "grassroots-reason-unstated",
  kinds: ["app"],
  title: "面向基层而没有说明理由和依据",
  problemClass: "procedure",
  rationale: "要基层用，先说清楚为什么要基层用；说不清的，多半可以不用。",
  needs: [labelOf("app", "facesGrassroots"), labelOf("app", "grassrootsBasis")],
  remedy: "补充说明面向基层的功能、理由和依据；说不清的取消面向基层的功能。",
  parameters: {},
  assess({ asset }) {
    const { facesGrassroots, grassrootsBasis } = asset.attributes;
    if (facesGrassroots === false) return notApplicable("不面向基层");
    if (facesGrassroots === undefined) return unknown(labelOf("app", "facesGrassroots"));
    const label = labelOf("app", "grassrootsBasis");
    if (grassrootsBasis === undefined || grassrootsBasis.trim() === "") return unknown(label);
    const evidence = [{ label, value: grassrootsBasis, source: "台账申报" }];
    return saysNone(grassrootsBasis) ? hit(evidence) : clear(evidence);
  },
});
