import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 积分排名通报. */
export const RANKING: readonly Pattern<ConceptName>[] = [
  { id: "ranking.chase", demand: "ranking", all: ["chase-points"], notInPassage: ["leisure"] },
  {
    id: "ranking.rank-of-use",
    demand: "ranking",
    all: ["rank", ["metric", "usage", "install-rate", "install-number"]],
    within: "passage",
    gap: 60,
    notInPassage: ["leisure", "trade"],
  },
  {
    id: "ranking.place-of-points",
    demand: "ranking",
    all: ["points", ["n-place", "rank", "blame"]],
    within: "sentence",
    gap: 40,
    notInPassage: ["leisure", "trade"],
  },
  {
    id: "ranking.place-of-use",
    demand: "ranking",
    all: ["n-place", ["metric", "usage", "install-rate"]],
    within: "sentence",
    gap: 30,
    notInPassage: ["leisure", "trade"],
  },
  {
    id: "ranking.named-by-rate",
    demand: "ranking",
    all: ["publish", "n-percent", ["metric", "usage", "install-rate"]],
    within: "sentence",
    gap: 60,
    notInPassage: ["leisure", "trade"],
  },
  {
    id: "ranking.each-published",
    demand: "ranking",
    all: ["publish", "each-unit", ["metric", "usage", "install-rate", "install-number"]],
    within: "sentence",
    gap: 12,
    notInPassage: ["leisure", "trade"],
  },
];
