import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 群过多过滥. */
export const GROUPS: readonly Pattern<ConceptName>[] = [
  { id: "groups.many", demand: "group_overload", all: ["many-groups"] },
  {
    id: "groups.count",
    demand: "group_overload",
    all: ["n-count", "group"],
    gap: 8,
    ordered: true,
    notInSentence: ["like"],
  },
  {
    id: "groups.count-after",
    demand: "group_overload",
    all: ["group", "n-count"],
    gap: 8,
    ordered: true,
    notInSentence: ["like"],
  },
  {
    id: "groups.built",
    demand: "group_overload",
    all: ["build-group", "group"],
    within: "sentence",
    gap: 30,
  },
  {
    id: "groups.noise",
    demand: "group_overload",
    all: ["group-noise", ["group", "reply-now", "group-noise", "call-all", "odd-hours"]],
    within: "sentence",
    gap: 60,
  },
  {
    id: "groups.odd-hours",
    demand: "group_overload",
    all: ["odd-hours", ["call-all", "reply-now"]],
    within: "sentence",
    gap: 30,
  },
  {
    id: "groups.switching",
    demand: "group_overload",
    all: ["group", "dispersed"],
    within: "sentence",
    gap: 30,
  },
  {
    id: "groups.sure",
    demand: "group_overload",
    all: ["group-sure"],
    within: "passage",
    gap: 80,
    about: ["group", "call-all", "reply-now", "group-noise"],
  },
];
