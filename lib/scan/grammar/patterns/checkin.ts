import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 打卡签到. */
export const CHECKIN: readonly Pattern<ConceptName>[] = [
  { id: "checkin.word", demand: "forced_checkin", all: ["clockin"], notInPassage: ["trade"] },
  {
    id: "checkin.signin-by-screen",
    demand: "forced_checkin",
    all: ["signin", ["screen", "named-app", "n-times", "n-frequency", "locate", "sanction"]],
    within: "sentence",
    gap: 24,
    notInPassage: ["trade"],
    notInSentence: ["venue"],
  },
];
