import { DEMAND_WORDS } from "../demand-words.ts";
import { demandOutcome } from "../demanded.ts";
import { TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "photo-trace",
  kinds: ["app", "group", "form"],
  title: "非必要强制上传照片、截图、视频或轨迹",
  problemClass: "over_trace",
  rationale: "一半精力做事，一半精力证明自己在做事；轨迹还是敏感个人信息。",
  needs: [TEXTS],
  remedy: "取消非必要的照片、截图、视频和轨迹要求，不以留痕代替对实绩的评价。",
  parameters: {},
  assess: (facts) => demandOutcome(facts, ["photo_trace"], DEMAND_WORDS.photo_trace),
});
