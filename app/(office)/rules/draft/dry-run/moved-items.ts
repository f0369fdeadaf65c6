import { ASSET_KINDS, type AssetKind } from "#lib/asset/vocabulary.ts";
import { crossesRedLine, type DryRunItem } from "#lib/risk/dry-run.ts";

/** Which of the items that move are listed. */
export type MovedFilter = { kind: AssetKind | ""; move: Move; page: number };
/** "red": becomes or stops being red; "worse" and "better" by band, then by score. */
export type Move = "" | "red" | "worse" | "better";
export const MOVE_LABEL: Record<Move, string> = {
  "": "全部变化",
  red: "进出红线",
  worse: "变重的",
  better: "变轻的",
};
/** The most urgent first; "unknown" says neither. */
const URGENCY = ["low", "medium", "high", "red"];

export function readFilter(params: URLSearchParams): MovedFilter {
  const page = Number(params.get("page"));
  return {
    kind: ASSET_KINDS.find((one) => one === params.get("kind")) ?? "",
    move: (["red", "worse", "better"] as const).find((one) => one === params.get("move")) ?? "",
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

export function filterHref({ kind, move, page }: MovedFilter): string {
  const query = new URLSearchParams();
  if (kind !== "") query.set("kind", kind);
  if (move !== "") query.set("move", move);
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? "/rules/draft/dry-run" : `/rules/draft/dry-run?${query}`;
}

export function isListed(item: DryRunItem, { kind, move }: MovedFilter): boolean {
  if (kind !== "" && item.kind !== kind) return false;
  if (move === "red") return crossesRedLine(item);
  if (move === "worse") return direction(item) > 0;
  return move === "" || direction(item) < 0;
}

function direction({ before, after }: DryRunItem): number {
  const [from, to] = [URGENCY.indexOf(before.band), URGENCY.indexOf(after.band)];
  return from !== to && from >= 0 && to >= 0 ? to - from : after.score - before.score;
}
