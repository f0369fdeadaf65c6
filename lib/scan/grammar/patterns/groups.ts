import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 群过多过滥. */
export const GROUPS: readonly Pattern<ConceptName>[] = [
  { id: "groups.many", says: "直接说到群多", demand: "group_overload", all: ["many-groups"] },
  {
    id: "groups.count",
    says: "说出有多少个群",
    demand: "group_overload",
    all: ["n-count", "group"],
    gap: 8,
    ordered: true,
    notInSentence: ["like"],
  },
  {
    id: "groups.count-after",
    says: "群的数量",
    demand: "group_overload",
    all: ["group", "n-count"],
    gap: 8,
    ordered: true,
    notInSentence: ["like"],
  },
  {
    id: "groups.built",
    says: "凡事建群、人人入群",
    demand: "group_overload",
    all: ["build-group", "group"],
    within: "sentence",
    gap: 30,
  },
  {
    id: "groups.noise",
    says: "群消息不断、须即时回复",
    demand: "group_overload",
    all: ["group-noise", ["group", "reply-now", "group-noise", "call-all", "odd-hours"]],
    within: "sentence",
    gap: 60,
  },
  {
    id: "groups.odd-hours",
    says: "不分昼夜在群里找人",
    demand: "group_overload",
    all: ["odd-hours", ["call-all", "reply-now"]],
    within: "sentence",
    gap: 30,
  },
  {
    id: "groups.switching",
    says: "在多个群之间切换",
    demand: "group_overload",
    all: ["group", "dispersed"],
    within: "sentence",
    gap: 30,
  },
  {
    id: "groups.sure",
    says: "说到群多或群消息扰人",
    demand: "group_overload",
    all: ["group-sure"],
    within: "passage",
    gap: 80,
    about: ["group", "call-all", "reply-now", "group-noise"],
  },
];
