/** How an item stands, the most urgent first; "unknown" is a band of its own: too little is known to say. */
export const BANDS = ["red", "high", "medium", "unknown", "low"] as const;
export type Band = (typeof BANDS)[number];
export const BAND_LABEL: Record<Band, string> = {
  red: "红线",
  high: "高风险",
  medium: "中风险",
  unknown: "信息不足",
  low: "低风险",
};
