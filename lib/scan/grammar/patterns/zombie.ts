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
  },
  {
    id: "zombie.unused",
    demand: "zombie",
    all: ["unused", ["account", "app", "group", "system", "device"]],
    within: "passage",
    gap: 80,
  },
  {
    id: "zombie.few-fans",
    demand: "zombie",
    all: ["few-fans", "few"],
    ordered: true,
    gap: 10,
    about: ["account", "app", "system"],
  },
  {
    id: "zombie.sure",
    demand: "zombie",
    all: ["zombie-sure", ["digital-thing", "account", "app", "few-fans"]],
    within: "passage",
    gap: 60,
  },
  { id: "zombie.named", demand: "zombie", all: ["zombie-named"] },
];
