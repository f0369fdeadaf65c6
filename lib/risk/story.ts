import type { AssetKind } from "../asset/vocabulary.ts";
import { formatDay } from "../format/date.ts";
import { named } from "../format/named.ts";
import { formatNumber } from "../format/number.ts";
import { BAND_LABEL, type Band } from "./band.ts";
import type { OutcomeName } from "./outcome.ts";

/** What the opening sentence needs to know of one finding; `until` of an exempt one is its last day. */
export type ToldFinding = { title: string; outcome: OutcomeName; redLine: boolean; points: number; until?: string };

/** What a run said of an item, as the opening sentence tells it. */
export type ToldJudgement = { kind: AssetKind; band: Band; score: number; findings: readonly ToldFinding[] };

const THING: Record<AssetKind, string> = { app: "该应用", group: "该群组", account: "该账号", form: "该报表" };

/**
 * The judgement in plain words, before all detail: red lines by name, or the score with its band; other hits with their points;
 * what is exempt; how much is not known. "该应用触及 2 条红线：“甲”“乙”。另有 3 项一般问题，计 45 分；4 项信息不足。"
 */
export function openingSentence({ kind, band, score, findings }: ToldJudgement): string {
  const of = (outcome: OutcomeName) => findings.filter((finding) => finding.outcome === outcome);
  const redLines = of("hit").filter((finding) => finding.redLine);
  const others = of("hit").filter((finding) => !finding.redLine);
  const unknowns = of("unknown").length;
  const exempt = of("exempt");
  const unknownRedLines = of("unknown").filter((finding) => finding.redLine).length;

  const first =
    redLines.length > 0
      ? `${THING[kind]}触及 ${redLines.length} 条红线：${titles(redLines)}`
      : others.length > 0
        ? `${THING[kind]}没有触及红线${unknownRedLines > 0 ? "（就已知情况而言）" : ""}，有 ${others.length} 项一般问题，计 ${points(score)} 分，属${BAND_LABEL[band]}：${titles(others)}`
        : `${THING[kind]}${unknowns === 0 ? "没有发现问题" : "就已知情况而言没有发现问题"}${band === "low" ? "，属低风险" : ""}`;
  const rest = [
    redLines.length > 0 && others.length > 0 ? `另有 ${others.length} 项一般问题，计 ${points(score)} 分` : undefined,
    exempt.length > 0 ? `${exempt.length} 项经批准豁免（${exempt.map(exemption).join("、")}）` : undefined,
    unknowns > 0 ? `${unknowns} 项信息不足${tooLittle(band, unknownRedLines)}` : undefined,
  ].filter((part) => part !== undefined);
  return rest.length === 0 ? `${first}。` : `${first}。${rest.join("；")}。`;
}

const NAMED = 5;
function titles(findings: readonly ToldFinding[]): string {
  const names = named(findings.slice(0, NAMED).map(({ title }) => title));
  return findings.length > NAMED ? `${names}等` : names;
}

const points = (score: number) => formatNumber(score, 1);

function exemption({ title, until }: ToldFinding): string {
  return until === undefined ? named([title]) : `${named([title])}至${formatDay(until)}`;
}

function tooLittle(band: Band, unknownRedLines: number): string {
  if (band === "unknown") return "，已知的太少，还不能定等次";
  return unknownRedLines > 0 && band !== "red" ? `，其中 ${unknownRedLines} 项是红线` : "";
}
