import type { Concept } from "../concept.ts";

/** Numbers are found by `figures.ts` and names by `quoted-names.ts`, not by phrases; patterns name them like other notions. */
export const FIGURES = {
  "n-percent": { label: "比率", phrases: "" },
  "n-duration": { label: "时长", phrases: "" },
  "n-distance": { label: "里程", phrases: "" },
  "n-times": { label: "次数", phrases: "" },
  "n-sheets": { label: "张数", phrases: "" },
  "n-place": { label: "名次", phrases: "" },
  "n-points": { label: "分数", phrases: "" },
  "n-people": { label: "人数", phrases: "" },
  "n-money": { label: "金额", phrases: "" },
  "n-clock": { label: "钟点", phrases: "" },
  "n-date": { label: "日期", phrases: "" },
  "n-frequency": { label: "频次", phrases: "" },
  "n-count": { label: "数量", phrases: "" },
  "named-app": { label: "引号里的应用名", phrases: "" },
} as const satisfies Record<string, Concept>;
