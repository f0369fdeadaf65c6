import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";
import { CHECKIN } from "./checkin.ts";
import { FOLLOW } from "./follow.ts";
import { GROUPS } from "./groups.ts";
import { INSTALL } from "./install.ts";
import { ONLINE_TIME } from "./online-time.ts";
import { PAPER } from "./paper.ts";
import { PHOTO } from "./photo.ts";
import { RANKING } from "./ranking.ts";
import { REPORTING } from "./reporting.ts";
import { USAGE } from "./usage.ts";
import { ZOMBIE } from "./zombie.ts";

/** What names a demand. Of several patterns of one demand in a clause the one that stands first speaks. */
export const PATTERNS: readonly Pattern<ConceptName>[] = [
  ...CHECKIN,
  ...RANKING,
  ...ONLINE_TIME,
  ...INSTALL,
  ...FOLLOW,
  ...PHOTO,
  ...USAGE,
  ...REPORTING,
  ...GROUPS,
  ...ZOMBIE,
  ...PAPER,
];
