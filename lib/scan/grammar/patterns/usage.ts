import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 使用率活跃度纳入考核. */
export const USAGE: readonly Pattern<ConceptName>[] = [
  {
    id: "usage.assessed",
    demand: "usage_assessment",
    all: ["usage", ["assess", "use-consequence"]],
    within: "sentence",
    gap: 60,
    notInPassage: ["trade"],
  },
  {
    id: "usage.quota",
    demand: "usage_assessment",
    all: ["usage", "target"],
    within: "part",
    gap: 20,
    notInPassage: ["trade"],
  },
  {
    id: "usage.rate-scored",
    demand: "usage_assessment",
    all: [
      ["install-rate", "install-number"],
      ["n-points", "assess-strong"],
    ],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
  },
  {
    id: "usage.app-assessed",
    demand: "usage_assessment",
    all: ["app", "assess-strong"],
    within: "clause",
    gap: 16,
    notInPassage: ["trade"],
  },
  { id: "usage.faked", demand: "usage_assessment", all: ["fake-use"], notInPassage: ["trade"] },
  {
    id: "usage.online-assessed",
    demand: "usage_assessment",
    all: ["online", "assess-strong"],
    within: "part",
    gap: 30,
    about: ["app", "system", "named-app"],
    notInPassage: ["trade"],
  },
  {
    id: "usage.track-assessed",
    demand: "usage_assessment",
    all: ["track", "assess-strong"],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
  },
  {
    id: "usage.quota-assessed",
    demand: "usage_assessment",
    all: ["app", "target", "assess-strong"],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
  },
  {
    id: "usage.tied",
    demand: "usage_assessment",
    all: ["use-measure", "use-consequence"],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
  },
  {
    id: "usage.points-tied",
    demand: "usage_assessment",
    all: ["points", "assess-strong"],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
  },
];
