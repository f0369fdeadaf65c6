import type { Asset } from "../asset/asset.ts";
import type { Evidence } from "./outcome.ts";

const YES = /^(是|有|存在|已设置|设置|√|y|yes|true)$/i;
const NO = /^(否|无|没有|不存在|未设置|不设置|未要求|x|×|n|no|false)$/i;

/** An answer that the item's own ledger gives in a column of its own ("是否设置打卡签到": "否"). */
export type Declaration = { answer: "yes" | "no"; evidence: Evidence };

/** What the ledger declares under a column whose name matches `words`; undefined when it has no such column, or no plain answer. */
export function declared({ attributes }: Asset, words: RegExp): Declaration | undefined {
  for (const [column, cell] of Object.entries(attributes.extra ?? {})) {
    if (!words.test(column)) continue;
    const value = cell.trim();
    const answer = YES.test(value) ? "yes" : NO.test(value) ? "no" : undefined;
    if (answer) return { answer, evidence: { label: column, value, source: "台账申报" } };
  }
  return undefined;
}

/** Texts that say nothing is there: "无" declares an absence, a blank does not. */
export function saysNone(text: string): boolean {
  return /^(无|没有|暂无|未批准|未备案|无文号|不共享|无同类)$/.test(text.trim());
}
