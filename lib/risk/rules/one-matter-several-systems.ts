import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

const NAMED = 5;

export default defineRule({
  id: "one-matter-several-systems",
  kinds: ["app", "form"],
  title: "同一件事要在几个系统里各录一遍",
  problemClass: "multi_fill",
  rationale: "办一场活动要向几个系统各报一次，办事的时间还没有报的时间长。",
  needs: [labelOf("app", "matters"), labelOf("form", "matter"), labelOf("form", "system")],
  remedy: "确定一个系统录入，其他系统共享取数。",
  parameters: { maxSystems: { label: "同一事项录入的系统上限", unit: "个", default: 1 } },
  assess({ asset, portfolio }, { parameters }) {
    const met = portfolio.sameMatterSystems;
    if (met === null) {
      if (asset.kind === "app") return unknown(labelOf("app", "matters"));
      return unknown(labelOf("form", asset.attributes.matter === undefined ? "matter" : "system"));
    }
    const systems = met.systems.length + 1;
    const names = met.systems.slice(0, NAMED).map((name) => `“${name}”`);
    const rest = met.systems.length > NAMED ? "等" : "";
    const evidence = [
      {
        label: met.matters.length === 0 ? "录入同一事项的系统" : `录入“${met.matters.join("、")}”的系统`,
        value: `${systems} 个${names.length === 0 ? "" : `，另有${names.join("、")}${rest}`}`,
        limit: `不超过 ${parameters.maxSystems} 个`,
      },
      ...met.otherWords.slice(0, NAMED).map(({ system, words }) => ({
        label: `“${system}”里的叫法`,
        value: `“${words}”，同属一件事`,
      })),
    ];
    return systems > parameters.maxSystems
      ? hit(evidence, 0.5 + (systems - parameters.maxSystems) / 6)
      : clear(evidence.slice(0, 1));
  },
});
