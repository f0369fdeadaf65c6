import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 空壳僵尸. */
export const ZOMBIE: readonly Pattern<ConceptName>[] = [
  {
    id: "zombie.word",
    says: "账号、应用、群成了僵尸或空壳",
    demand: "zombie",
    all: ["zombie", ["account", "app", "group", "system", "device"]],
    within: "passage",
    gap: 80,
  },
  {
    id: "zombie.unused",
    says: "账号、应用、群没有人用",
    demand: "zombie",
    all: ["unused", ["account", "app", "group", "system", "device"]],
    within: "passage",
    gap: 80,
  },
  {
    id: "zombie.few-fans",
    says: "关注、下载或访问的人很少",
    demand: "zombie",
    all: ["few-fans", "few"],
    ordered: true,
    gap: 10,
    about: ["account", "app", "system"],
  },
  {
    id: "zombie.sure",
    says: "账号、应用、群长期不更新或无人看",
    demand: "zombie",
    all: ["zombie-sure", ["digital-thing", "account", "app", "few-fans"]],
    within: "passage",
    gap: 60,
  },
  { id: "zombie.named", says: "直接说到僵尸账号、空壳应用", demand: "zombie", all: ["zombie-named"] },
  {
    id: "zombie.hardly-used",
    says: "下载、访问的人极少",
    demand: "zombie",
    all: ["hardly-used"],
    notInSentence: ["use-consequence"],
  },
];
