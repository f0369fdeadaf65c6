import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 拍照截图轨迹留痕. */
export const PHOTO: readonly Pattern<ConceptName>[] = [
  { id: "photo.trace", says: "直接说到留痕", demand: "photo_trace", all: ["trace"], notInPassage: ["trade"] },
  {
    id: "photo.handed-in",
    says: "照片、截图要上交",
    demand: "photo_trace",
    all: ["photo", ["photo-act", "n-sheets", "sanction", "must", "n-times"]],
    within: "sentence",
    gap: 32,
    notInPassage: ["trade"],
  },
  {
    id: "photo.sheets",
    says: "照片限定张数",
    demand: "photo_trace",
    all: ["n-sheets", ["photo-act", "photo", "n-sheets"]],
    within: "part",
    gap: 16,
    notInPassage: ["trade"],
    about: ["photo"],
  },
  {
    id: "photo.track",
    says: "轨迹要留存",
    demand: "photo_trace",
    all: ["track", "track-act"],
    within: "clause",
    gap: 12,
    notInPassage: ["trade"],
  },
  {
    id: "photo.sure",
    says: "直接说到拍照、截图留痕",
    demand: "photo_trace",
    all: ["pic-sure"],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
  },
];
