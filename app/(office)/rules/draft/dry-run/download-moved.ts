"use client";

import type { DryRunItem } from "#lib/risk/dry-run.ts";
import { movedLines } from "#lib/risk/dry-run-rows.ts";

/** Saves the items as a workbook; the sentence to show when that failed, else null. */
export async function downloadMoved(items: readonly DryRunItem[], asOf: string): Promise<string | null> {
  const answer = await fetch("/rules/draft/dry-run/export", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(movedLines(items)),
  }).catch(() => null);
  if (answer === null || !answer.ok) {
    return answer?.status === 401 ? "登录已过期，请重新登录。" : "没有导出成功，请重试。";
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `规则试算-${asOf}.xlsx`;
  link.click();
  URL.revokeObjectURL(link.href);
  return null;
}
