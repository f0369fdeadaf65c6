import type { IndicatorState } from "./vocabulary.ts";

/** Where an indicator may go from each state. One that was removed and stands in a scheme again is listed again. */
export const INDICATOR_MOVES: Record<IndicatorState, readonly IndicatorState[]> = {
  listed: ["removal_requested", "removed", "kept"],
  removal_requested: ["removed", "kept", "listed"],
  removed: ["listed"],
  kept: ["removal_requested", "removed"],
};

/** What a move is called on its button. */
export const INDICATOR_MOVE_LABEL: Record<IndicatorState, string> = {
  listed: "退回已登记",
  removal_requested: "建议取消",
  removed: "登记为已取消",
  kept: "说明后保留",
};

/** Why a move is refused, in a sentence for the person; undefined when it may be made. */
export function refuseMove(
  from: IndicatorState,
  to: IndicatorState,
  { note, removedOn, today }: { note: string | null; removedOn: string | null; today: string },
): { field: "state" | "stateNote" | "removedOn"; message: string } | undefined {
  if (!INDICATOR_MOVES[from].includes(to))
    return { field: "state", message: "该指标已不在可以这样改的状态，请刷新页面" };
  if (to === "removed" && removedOn === null) return { field: "removedOn", message: "请填写取消日期" };
  if (to === "removed" && removedOn !== null && removedOn > today) {
    return { field: "removedOn", message: "取消日期不能晚于今天；还没取消的，先选“建议取消”" };
  }
  if (to === "removed" && note === null) {
    return { field: "stateNote", message: "请写明凭什么认定已取消，如修订后的考核办法名称和文号" };
  }
  if (to === "kept" && note === null) return { field: "stateNote", message: "请写明为什么保留" };
  return undefined;
}
