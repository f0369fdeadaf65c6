import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 在线或学习时长. */
export const ONLINE_TIME: readonly Pattern<ConceptName>[] = [
  {
    id: "time.amount",
    demand: "online_time",
    all: ["n-duration", ["login", "time"]],
    within: "clause",
    gap: 24,
    notInPassage: ["trade"],
  },
  {
    id: "time.quota",
    demand: "online_time",
    all: ["n-duration", ["login", "time"], ["target", "must"]],
    within: "part",
    gap: 24,
    notInPassage: ["trade"],
    notInClause: ["spend", "report"],
  },
  {
    id: "time.kept",
    demand: "online_time",
    all: ["time", ["assess", "sanction", "quota", "rank", "n-percent"]],
    within: "part",
    gap: 24,
    notInPassage: ["trade"],
  },
  {
    id: "time.course",
    demand: "online_time",
    all: ["course", ["must", "sanction", "blame", "n-percent"]],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
  },
  { id: "time.padded", demand: "online_time", all: ["pad"] },
  {
    id: "time.firm",
    demand: "online_time",
    all: ["time", ["firm", "everybody"]],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
  },
];
