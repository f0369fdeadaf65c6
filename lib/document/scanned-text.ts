import { DEMAND_LABEL } from "../asset/vocabulary.ts";
import { formatDay, formatTime } from "../format/date.ts";
import { UNKNOWN_TEXT } from "../format/number.ts";
import type { Hit } from "../scan/hit.ts";
import { STANCE_LABEL } from "../scan/stance.ts";
import { explainKept, type KeptHit } from "../scan/stored-hit.ts";
import { HIT_STATE_LABEL, type HitState } from "../scan/vocabulary.ts";
import type { Block, Document, Run, Shade } from "./document.ts";

/** A hit with what a person said of it. */
export type ReadHit = KeptHit & {
  state: HitState;
  decidedByName: string | null;
  reason: string | null;
  /** The name of the item, unit or indicator that a confirmed hit concerns. */
  attachedTo: string | null;
};

export type ScannedText = {
  title: string;
  source: string;
  issuedOn: string | null;
  content: string;
  hits: readonly ReadHit[];
  now: Date;
};

type Numbered = { hit: ReadHit; no: number };

/** A hit as the scanner leaves it, before anybody looked at it. */
export function openHit(hit: Hit): ReadHit {
  return {
    demand: hit.demand,
    stance: hit.stance,
    counts: hit.counts,
    spanStart: hit.span.start,
    spanEnd: hit.span.end,
    sentenceStart: hit.sentence.start,
    sentenceEnd: hit.sentence.end,
    doer: hit.doer?.text ?? null,
    figures: hit.figures.map(({ text }) => text),
    pattern: hit.pattern,
    stanceRule: hit.stanceRule,
    state: "open",
    decidedByName: null,
    reason: null,
    attachedTo: null,
  };
}

/**
 * The document of a scanned text: where it comes from, a table of what it demands, a table of what it only names, then the whole text
 * with the places marked; a number leads from the tables to the place and back.
 */
export function scannedText({ title, source, issuedOn, content, hits, now }: ScannedText): Document {
  const numbered = [...hits]
    .sort((a, b) => a.spanStart - b.spanStart || a.spanEnd - b.spanEnd)
    .map((hit, index): Numbered => ({ hit, no: index + 1 }));
  const counting = numbered.filter(({ hit }) => hit.counts);
  const others = numbered.filter(({ hit }) => !hit.counts);
  const states = (["open", "confirmed", "rejected"] as const)
    .map((state) => `${HIT_STATE_LABEL[state]} ${counting.filter(({ hit }) => hit.state === state).length} 处`)
    .join("，");
  const blocks: Block[] = [
    fact("来源", source === "" ? UNKNOWN_TEXT : source),
    fact("成文日期", formatDay(issuedOn)),
    fact("导出时间", formatTime(now)),
    fact("识别结果", counting.length === 0 ? "没有发现对基层的要求" : `要求 ${counting.length} 处，其中${states}`),
    heading("一、文中提出的要求"),
    counting.length === 0 ? paragraph("没有发现。") : tableOf(counting, content),
  ];
  if (others.length > 0) blocks.push(heading("二、提到但不构成要求的"), tableOf(others, content));
  blocks.push(heading(`${others.length > 0 ? "三" : "二"}、原文`));
  if (numbered.length > 0) {
    blocks.push({
      is: "paragraph",
      runs: [
        { text: "底色：" },
        { text: "待确认的要求", shade: "yellow" },
        { text: "　" },
        { text: "已确认的要求", shade: "red" },
        { text: "　" },
        { text: "不构成要求", shade: "blue" },
        { text: "　" },
        { text: "已排除", shade: "grey" },
        { text: "。方括号里的数字是上表的序号。" },
      ],
    });
  }
  for (const runs of markedLines(content, numbered)) blocks.push({ is: "paragraph", runs });
  return { title, blocks };
}

const heading = (text: string): Block => ({ is: "heading", level: 1, runs: [{ text }] });
const paragraph = (text: string): Block => ({ is: "paragraph", runs: [{ text }] });
const fact = (label: string, text: string): Block => ({
  is: "paragraph",
  runs: [{ text: `${label}：`, bold: true }, { text }],
});

const COLUMNS = [
  { header: "序号", share: 8 },
  { header: "要求", share: 18 },
  { header: "立场", share: 13 },
  { header: "谁来做", share: 16 },
  { header: "数字", share: 16 },
  { header: "原句", share: 44 },
  { header: "处理结果", share: 20 },
  { header: "判定理由", share: 25 },
];

function tableOf(numbered: readonly Numbered[], content: string): Block {
  const rows = numbered.map(({ hit, no }): Run[][] => [
    [{ text: String(no), anchor: `row${no}`, link: `place${no}` }],
    [{ text: DEMAND_LABEL[hit.demand] }],
    [{ text: STANCE_LABEL[hit.stance] }],
    [{ text: hit.doer ?? UNKNOWN_TEXT }],
    [{ text: hit.figures.length === 0 ? "无" : hit.figures.join("、") }],
    [{ text: content.slice(hit.sentenceStart, hit.sentenceEnd).trim() }],
    [{ text: outcomeOf(hit) }],
    [{ text: explainKept(hit) ?? "人工改判" }],
  ]);
  return { is: "table", columns: COLUMNS, rows };
}

function outcomeOf({ state, decidedByName, reason, attachedTo }: ReadHit): string {
  return [
    HIT_STATE_LABEL[state],
    attachedTo === null ? null : `涉及“${attachedTo}”`,
    decidedByName === null ? null : `经办人：${decidedByName}`,
    reason === null ? null : `理由：${reason}`,
  ]
    .filter((part) => part !== null)
    .join("；");
}

function shadeOf(hits: readonly ReadHit[]): Shade {
  const states = new Set(hits.map((hit) => (hit.state === "rejected" || hit.counts ? hit.state : "named")));
  if (states.has("confirmed")) return "red";
  if (states.has("open")) return "yellow";
  return states.has("named") ? "blue" : "grey";
}

/** The lines of the text as runs: what a hit covers is shaded, and its number follows it. */
function markedLines(content: string, numbered: readonly Numbered[]): Run[][] {
  const cuts = new Set<number>();
  for (const { hit } of numbered) cuts.add(hit.spanStart).add(hit.spanEnd);
  const bounds = [...cuts].sort((a, b) => a - b);
  const lines: Run[][] = [];
  let open: Numbered[] = [];
  let next = 0;
  let bound = 0;
  let at = 0;
  for (const line of content.split("\n")) {
    const runs: Run[] = [];
    const end = at + line.length;
    let from = at;
    for (;;) {
      while (bound < bounds.length && (bounds[bound] as number) <= from) {
        const here = bounds[bound] as number;
        for (const { no } of open.filter(({ hit }) => hit.spanEnd === here)) {
          runs.push({ text: `［${no}］`, superscript: true, link: `row${no}`, anchor: `place${no}` });
        }
        open = open.filter(({ hit }) => hit.spanEnd !== here);
        for (let one = numbered[next]; one && one.hit.spanStart <= here; one = numbered[++next]) open.push(one);
        bound += 1;
      }
      if (from >= end) break;
      const to = Math.min(end, bounds[bound] ?? end);
      const text = content.slice(from, to);
      runs.push(open.length > 0 ? { text, shade: shadeOf(open.map(({ hit }) => hit)) } : { text });
      from = to;
    }
    if (runs.length > 0) lines.push(runs);
    at = end + 1;
  }
  return lines;
}
