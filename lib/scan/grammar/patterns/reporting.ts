import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 重复多头填报. */
export const REPORTING: readonly Pattern<ConceptName>[] = [
  { id: "reporting.repeat", demand: "duplicate_reporting", all: ["repeat"], notInPassage: ["leisure", "trade"] },
  {
    id: "reporting.same",
    demand: "duplicate_reporting",
    all: ["same", "form", ["report", "channels", "again"]],
    within: "sentence",
    gap: 60,
    notInPassage: ["leisure", "trade"],
  },
  {
    id: "reporting.channels",
    demand: "duplicate_reporting",
    all: ["channels", "report"],
    within: "part",
    gap: 20,
    notInPassage: ["leisure", "trade"],
  },
  {
    id: "reporting.each-once",
    demand: "duplicate_reporting",
    all: ["one-time", "one-time"],
    within: "sentence",
    gap: 40,
    notInPassage: ["leisure", "trade"],
    notInClause: ["paper"],
  },
  {
    id: "reporting.again",
    demand: "duplicate_reporting",
    all: ["again", ["form", "report", "channels"]],
    within: "sentence",
    gap: 30,
    notInPassage: ["leisure", "trade"],
    notInSentence: ["paper"],
  },
  {
    id: "reporting.same-times",
    demand: "duplicate_reporting",
    all: ["same", "report", "n-times"],
    within: "clause",
    notInPassage: ["leisure", "trade"],
  },
];
