import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 空壳僵尸. */
export const ZOMBIE: readonly Pattern<ConceptName>[] = [
  {
    id: "zombie.word",
    demand: "zombie",
    all: ["zombie", ["account", "app", "group", "system", "device"]],
    within: "passage",
    gap: 80,
    notInPassage: ["leisure"],
  },
  {
    id: "zombie.unused",
    demand: "zombie",
    all: ["unused", ["account", "app", "group", "system", "device"]],
    within: "passage",
    gap: 80,
    notInPassage: ["leisure"],
  },
  {
    id: "zombie.few-fans",
    demand: "zombie",
    all: ["few-fans", "few"],
    ordered: true,
    gap: 10,
    about: ["account", "app", "system"],
    notInPassage: ["leisure"],
  },
  {
    id: "zombie.sure",
    demand: "zombie",
    all: ["zombie-sure", ["digital-thing", "account", "app"]],
    within: "passage",
    gap: 60,
    notInPassage: ["leisure"],
  },
];
