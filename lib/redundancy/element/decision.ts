import { answersOf, type ElementAlias } from "./alias.ts";

/** What people decided about two fields, and who did. */
export type Decision = Pick<ElementAlias, "answer" | "decidedBy">;

/** A field by the key that it is read as and where it stands. */
export type Placed = { key: string; label: string; title?: string };

/** What people decided about two fields, by an answer on the two or by several that together unite them; null when nothing was. */
export function decisionOn(a: Placed, b: Placed, aliases: readonly ElementAlias[]): Decision | null {
  if (aliases.length === 0) return null;
  const { placed, united, byPair, newestFirst } = answersOf(aliases);
  const [keyA, keyB] = [placed(a.key, a.label, a.title ?? ""), placed(b.key, b.label, b.title ?? "")];
  if (keyA === keyB) return null;
  const direct = byPair.get([keyA, keyB].sort().join("\n"));
  const one = united(keyA);
  if (one === united(keyB)) {
    if (direct?.answer === "same") return direct;
    return newestFirst.find(({ a: side, answer }) => answer === "same" && united(side.key) === one) ?? null;
  }
  if (direct?.answer === "different") return direct;
  // One of the two was set apart from the others of its key.
  if (a.key !== b.key) return null;
  return (
    newestFirst.find(({ a: x, b: y, answer }) => answer === "different" && x.key === a.key && y.key === a.key) ?? null
  );
}

/** A decision on two fields by their labels, for who reads it. */
export function decisionText({ answer, decidedBy }: Decision, labelA: string, labelB: string): string {
  return `${decidedBy}已认定“${labelA}”与“${labelB}”${answer === "same" ? "是" : "不是"}同一项数据`;
}
