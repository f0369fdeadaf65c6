import { DEMAND_WORDS } from "../demand-words.ts";
import { demandOutcome } from "../demanded.ts";
import { TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "forced-install",
  kinds: ["app"],
  title: "强制推广下载或限定安装率、激活率",
  problemClass: "forced_use",
  rationale: "下达安装指标，最后由村社干部挨家挨户完成，群众和干部都受累。",
  needs: [TEXTS],
  remedy: "撤销安装率、激活率指标和通报，改为按需自愿使用。",
  parameters: {},
  assess: (facts) => demandOutcome(facts, ["forced_install"], DEMAND_WORDS.forced_install),
});
