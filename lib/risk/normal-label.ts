/** Fields that every form carries for its own handling: to ask for them again is not to ask for data again. */
const HANDLING_LABELS = new Set([
  "序号",
  "编号",
  "备注",
  "说明",
  "填报人",
  "填表人",
  "填报日期",
  "填表日期",
  "填报时间",
  "填表时间",
  "填报单位",
  "审核人",
  "审批人",
  "负责人签字",
  "签字",
  "签名",
  "盖章",
  "经办人",
  "上报时间",
  "上报日期",
  "附件",
]);

/** A field label without what differs by habit only: width, case, spaces, numbering, asterisk, colon. */
export function normalLabel(label: string): string {
  return label
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/^[*★☆]+/, "")
    .replace(/^(\(?\d{1,3}[.、)]|\(?[一二三四五六七八九十]{1,3}[、)])/, "")
    .replace(/[*:。;,]+$/, "");
}

/** Whether a normalised label asks the respondent for data. */
export function asksForData(normal: string): boolean {
  return normal !== "" && !HANDLING_LABELS.has(normal);
}
