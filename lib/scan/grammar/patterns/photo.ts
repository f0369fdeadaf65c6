import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 拍照截图轨迹留痕. */
export const PHOTO: readonly Pattern<ConceptName>[] = [
  { id: "photo.trace", demand: "photo_trace", all: ["trace"], notInPassage: ["leisure", "trade"] },
  {
    id: "photo.handed-in",
    demand: "photo_trace",
    all: ["photo", ["photo-act", "n-sheets", "sanction"]],
    within: "part",
    gap: 24,
    notInPassage: ["leisure", "trade"],
  },
  {
    id: "photo.sheets",
    demand: "photo_trace",
    all: ["n-sheets", ["photo-act", "photo"]],
    within: "part",
    gap: 16,
    notInPassage: ["leisure", "trade"],
    about: ["photo"],
  },
  {
    id: "photo.track",
    demand: "photo_trace",
    all: ["track", ["photo-act", "app"]],
    within: "part",
    gap: 20,
    notInPassage: ["leisure", "trade"],
  },
];
