import type { ConceptName } from "../concepts/index.ts";
import type { Pattern } from "../pattern.ts";

/** 强制下载激活、限定安装率. */
export const INSTALL: readonly Pattern<ConceptName>[] = [
  {
    id: "install.rate",
    demand: "forced_install",
    all: ["install-rate"],
    notInPassage: ["trade"],
    notInClause: ["few"],
  },
  {
    id: "install.number",
    demand: "forced_install",
    all: ["install-number", ["must", "target", "sanction", "rank", "burden"]],
    within: "part",
    gap: 24,
    notInPassage: ["trade"],
    notInClause: ["few"],
  },
  {
    id: "install.ordered",
    demand: "forced_install",
    all: ["install", ["app", "named-app"], ["must", "quota", "sanction", "n-percent", "burden"]],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
    notInClause: ["few-fans", "few"],
  },
  {
    id: "install.not-done",
    demand: "forced_install",
    all: ["install-proof", ["app", "named-app", "must", "sanction", "photo", "screen"]],
    within: "sentence",
    gap: 40,
    notInPassage: ["trade"],
  },
  {
    id: "install.many",
    demand: "forced_install",
    all: ["app", "n-count", "install"],
    gap: 16,
  },
  {
    id: "install.system",
    demand: "forced_install",
    all: ["install-strict", "system", ["must-strong", "must"]],
    within: "part",
    gap: 16,
    notInPassage: ["trade"],
    notInClause: ["few-fans"],
  },
  {
    id: "install.everybody",
    demand: "forced_install",
    all: ["install-verb", "app-any", "everybody"],
    within: "sentence",
    gap: 60,
    notInPassage: ["trade"],
  },
  {
    id: "install.cover",
    demand: "forced_install",
    all: ["install-proof-word", "cover"],
    within: "sentence",
    gap: 30,
    notInPassage: ["trade"],
  },
];
