import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 线上线下双轨. */
export const PAPER: readonly Pattern<ConceptName>[] = [
  {
    id: "paper.word",
    says: "直接说到线上线下双轨",
    demand: "paper_and_digital",
    all: ["dual-words"],
    notInPassage: ["choice", "trade"],
  },
  {
    id: "paper.both",
    says: "纸质和电子两样都要",
    demand: "paper_and_digital",
    all: ["paper", ["electronic", "clockin", "named-app"], "both"],
    within: "sentence",
    gap: 60,
    notInPassage: ["choice", "trade"],
  },
  {
    id: "paper.sure",
    says: "直接说到线上线下两套",
    demand: "paper_and_digital",
    all: ["dual-sure"],
    within: "sentence",
    gap: 40,
    notInPassage: ["choice", "trade"],
  },
  {
    id: "paper.sides",
    says: "电子的办了还要纸质的",
    demand: "paper_and_digital",
    all: ["paper-thing", "digital-side", "both-sides"],
    within: "sentence",
    gap: 40,
    notInPassage: ["choice", "trade"],
  },
  {
    id: "paper.versions",
    says: "同时要纸质版和电子版",
    demand: "paper_and_digital",
    all: ["paper-version", "electronic-version", ["must", "photo-act", "report", "both-sides", "both"]],
    within: "sentence",
    gap: 30,
    notInPassage: ["choice", "trade"],
  },
];
