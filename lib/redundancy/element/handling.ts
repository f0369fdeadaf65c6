import { labelParts } from "../field/label-parts.ts";
import type { FieldReading, Reading } from "../field/reading.ts";

/** Labels by which a form is handled and which ask nobody for a datum: the place in the list, what is noted beside, buttons. */
const LABELS = new Set(["序号", "序", "编次", "备注", "附注", "操作", "填表说明", "填报说明", "制表", "审批"]);
/** What such labels are read as: only those are looked at again. */
const READ_AS = new Set([null, "编号", "描述"]);
/** Who handles the form itself; asked for name, number or day, it is the form that is asked about. */
const HANDLERS = new Set(["填表人", "上报人", "审核人", "质控人", "制表机关", "上报部门"]);
/** What is left on a form when it is handled. */
const MARKS = new Set(["签名", "审核意见"]);

/** Whether a field only serves to handle the form (序号, 备注, 签字, 填表人, 填表日期) and asks for no datum. */
export function isHandling({ label, readings }: FieldReading): boolean {
  if (readings.every(isHandled)) return true;
  return readings.every(({ head }) => READ_AS.has(head)) && LABELS.has(labelParts(label).main);
}

function isHandled({ holder, head, qualifiers, residue }: Reading): boolean {
  if (residue.length > 0) return false;
  if (holder !== null && HANDLERS.has(holder)) return true;
  if (head !== null && MARKS.has(head)) return true;
  return head === "日期" && qualifiers.length > 0 && qualifiers.every(({ name }) => name === "填表");
}
