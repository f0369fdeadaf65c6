import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 关注点赞转发投票. */
export const FOLLOW: readonly Pattern<ConceptName>[] = [
  {
    id: "follow.account",
    demand: "forced_follow_like",
    all: ["follow", ["account", "like"]],
    within: "sentence",
    gap: 30,
    notInClause: ["few"],
  },
  { id: "follow.task", demand: "forced_follow_like", all: ["follow-task"] },
  { id: "follow.like-sure", demand: "forced_follow_like", all: ["like-sure"] },
  {
    id: "follow.like-content",
    demand: "forced_follow_like",
    all: [
      "like",
      ["content", "account", "n-frequency", "n-times", "follow", "must", "sanction", "burden", "assess", "photo"],
    ],
    within: "sentence",
    gap: 30,
    notInClause: ["few"],
  },
  {
    id: "follow.vote",
    demand: "forced_follow_like",
    all: ["vote", ["follow-press", "sanction", "blame", "rank", "n-duration"]],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
  },
  {
    id: "follow.pressed",
    demand: "forced_follow_like",
    all: ["follow-verb", ["follow-object", "named-app"], "follow-press"],
    within: "sentence",
    gap: 40,
  },
];
