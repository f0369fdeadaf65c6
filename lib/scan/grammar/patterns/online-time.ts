import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 在线或学习时长. */
export const ONLINE_TIME: readonly Pattern<ConceptName>[] = [
  {
    id: "time.amount",
    says: "在线或学习有时长",
    demand: "online_time",
    all: ["n-duration", ["login", "time"]],
    within: "clause",
    gap: 24,
    notInClause: ["spend"],
    notInPassage: ["trade"],
  },
  {
    id: "time.quota",
    says: "时长有指标",
    demand: "online_time",
    all: ["n-duration", ["login", "time"], ["target", "must"]],
    within: "part",
    gap: 24,
    notInPassage: ["trade"],
    notInClause: ["spend", "report"],
  },
  {
    id: "time.kept",
    says: "时长与考核、奖惩连在一起",
    demand: "online_time",
    all: ["time", ["assess", "sanction", "quota", "rank", "n-percent"]],
    within: "part",
    gap: 24,
    notInPassage: ["trade"],
  },
  {
    id: "time.course",
    says: "网络课程必须完成",
    demand: "online_time",
    all: ["course", ["must", "sanction", "blame", "n-percent"]],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
  },
  { id: "time.padded", says: "说到挂机、刷时长", demand: "online_time", all: ["pad"] },
  {
    id: "time.firm",
    says: "对时长有硬性规定",
    demand: "online_time",
    all: ["time", ["firm", "everybody"]],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
  },
];
