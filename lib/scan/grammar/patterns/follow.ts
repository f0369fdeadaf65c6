import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 关注点赞转发投票. */
export const FOLLOW: readonly Pattern<ConceptName>[] = [
  {
    id: "follow.account",
    says: "要求关注公众账号",
    demand: "forced_follow_like",
    all: ["follow", ["account", "like"]],
    within: "sentence",
    gap: 30,
    notInClause: ["few"],
  },
  {
    id: "follow.assessed",
    says: "关注数、粉丝数与考核连在一起",
    demand: "forced_follow_like",
    all: ["follow", "assess"],
    within: "clause",
    gap: 20,
    notInClause: ["few"],
  },
  { id: "follow.task", says: "关注成了任务", demand: "forced_follow_like", all: ["follow-task"] },
  { id: "follow.like-sure", says: "说到刷赞、必转等任务", demand: "forced_follow_like", all: ["like-sure"] },
  {
    id: "follow.like-content",
    says: "要求对内容点赞、转发、评论",
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
    says: "投票成了任务",
    demand: "forced_follow_like",
    all: ["vote", ["follow-press", "sanction", "blame", "rank", "n-duration"]],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
  },
  {
    id: "follow.pressed",
    says: "关注、转发、投票派了任务",
    demand: "forced_follow_like",
    all: ["follow-verb", ["follow-object", "named-app"], "follow-press"],
    within: "sentence",
    gap: 40,
  },
];
