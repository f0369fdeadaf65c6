import type { AssetState } from "../asset/vocabulary.ts";
import type { Decision } from "../review/vocabulary.ts";
import type { Band } from "../risk/band.ts";

/** Colours told apart in grey and by colour-blind readers by their lightness; unknown is always grey. */
export const BAND_COLOR: Record<Band | "unassessed", string> = {
  red: "#a8071a",
  high: "#e8590c",
  medium: "#f2b134",
  unknown: "#8c8c8c",
  low: "#5b9279",
  unassessed: "#d9d9d9",
};

export const DECISION_COLOR: Record<Decision | "pending", string> = {
  keep: "#5b9279",
  fix: "#f2b134",
  merge: "#3b6fb6",
  shutdown: "#a8071a",
  defer: "#8c8c8c",
  pending: "#d9d9d9",
};

export const STATE_COLOR: Record<AssetState, string> = {
  in_use: "#3b6fb6",
  fixing: "#f2b134",
  merging: "#7ea6d9",
  closing: "#e8590c",
  suspended: "#bfbfbf",
  merged: "#8fb8a3",
  closed: "#5b9279",
};

/** By figure of a month of use. */
export const USAGE_COLOR = { activeUsers: "#3b6fb6", logins: "#e8590c", businessRecords: "#2f6b3c", posts: "#8c6bb1" };

export const HOURS_COLOR = "#3b6fb6";

/** By cause of wasted hours; told apart in grey too. */
export const WASTE_COLOR = { repeated: "#a8071a", tooOften: "#e8590c", shared: "#f2b134" };
