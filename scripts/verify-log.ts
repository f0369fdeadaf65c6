/** `npm run verify-log`: recomputes every chain of the audit log and reports what was changed, removed or inserted. */
import { createHash } from "node:crypto";
import { withAuditLog } from "#db/audit-log.ts";
import { type ChainReport, LOG_FAULT_LABEL, verifyChains } from "#lib/audit/verify-chains.ts";
import { runScript, withDatabase } from "./edge.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/** Checks the whole log line by line; false when something was done to it. `onChain` gets each chain as it is done. */
export function verifyLog(ownerUrl: string, onChain: (report: ChainReport) => void): Promise<boolean> {
  return withAuditLog(ownerUrl, async (lines, records) => {
    let intact = true;
    for await (const report of verifyChains(lines, records, sha256)) {
      if (report.problems.length > 0) intact = false;
      onChain(report);
    }
    return intact;
  });
}

function print({ chain, rows, headHash, problems }: ChainReport): void {
  console.log(`链 ${chain}  ${rows} 行  末行哈希 ${headHash || "（空）"}`);
  for (const { fault, from, to } of problems) {
    console.log(`  第 ${from === to ? from : `${from} 至 ${to}`} 行：${LOG_FAULT_LABEL[fault]}`);
  }
}

if (import.meta.main) {
  await runScript(() =>
    withDatabase(async ({ server }) => {
      if (await verifyLog(server.owner, print)) {
        console.log("审计日志完整。请把各链的行数和末行哈希抄存到系统之外，下次核对。");
        return 0;
      }
      console.log("审计日志已被动过，见上；请保护现场，停止使用并报告审计管理员。");
      return 1;
    }),
  );
}
