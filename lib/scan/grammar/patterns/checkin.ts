import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 打卡签到. */
export const CHECKIN: readonly Pattern<ConceptName>[] = [
  { id: "checkin.word", says: "直接说到打卡", demand: "forced_checkin", all: ["clockin"], notInPassage: ["trade"] },
  {
    id: "checkin.signin-by-screen",
    says: "签到要用手机、定位或限定次数",
    demand: "forced_checkin",
    all: ["signin", ["screen", "named-app", "n-times", "n-frequency", "locate", "sanction"]],
    within: "sentence",
    gap: 24,
    notInPassage: ["trade"],
    notInSentence: ["venue"],
  },
];
