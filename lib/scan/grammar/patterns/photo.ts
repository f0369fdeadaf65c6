import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 拍照截图轨迹留痕. */
export const PHOTO: readonly Pattern<ConceptName>[] = [
  { id: "photo.trace", demand: "photo_trace", all: ["trace"], notInPassage: ["trade"] },
  {
    id: "photo.handed-in",
    demand: "photo_trace",
    all: ["photo", ["photo-act", "n-sheets", "sanction", "must", "n-times"]],
    within: "sentence",
    gap: 32,
    notInPassage: ["trade"],
  },
  {
    id: "photo.sheets",
    demand: "photo_trace",
    all: ["n-sheets", ["photo-act", "photo", "n-sheets"]],
    within: "part",
    gap: 16,
    notInPassage: ["trade"],
    about: ["photo"],
  },
  {
    id: "photo.track",
    demand: "photo_trace",
    all: ["track", "track-act"],
    within: "clause",
    gap: 12,
    notInPassage: ["trade"],
  },
  {
    id: "photo.sure",
    demand: "photo_trace",
    all: ["pic-sure"],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
  },
];
