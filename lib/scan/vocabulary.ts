/** What kind of document a text is. */
export const TEXT_KINDS = ["notice", "scheme", "group_announcement", "report", "other"] as const;
export type TextKind = (typeof TEXT_KINDS)[number];
export const TEXT_KIND_LABEL: Record<TextKind, string> = {
  notice: "通知",
  scheme: "考核细则",
  group_announcement: "群公告",
  report: "反映材料",
  other: "其他",
};

/** How a text came in. */
export const TEXT_FORMATS = ["paste", "docx", "xlsx", "txt", "html", "pdf"] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];
export const TEXT_FORMAT_LABEL: Record<TextFormat, string> = {
  paste: "粘贴",
  docx: "Word 文档",
  xlsx: "Excel 表格",
  txt: "文本文件",
  html: "网页文件",
  pdf: "PDF",
};

/** What a person said of a hit; the scanner only proposes. */
export const HIT_STATES = ["open", "confirmed", "rejected"] as const;
export type HitState = (typeof HIT_STATES)[number];
export const HIT_STATE_LABEL: Record<HitState, string> = { open: "待确认", confirmed: "已确认", rejected: "已排除" };
