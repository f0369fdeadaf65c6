import { formatDay, formatTime, isoDay } from "../format/date.ts";
import { formatNumber } from "../format/number.ts";
import { formatPercent } from "../format/percent.ts";
import { formCounts } from "../redundancy/proposal/form-counts.ts";
import type { Ledger } from "../redundancy/proposal/ledger.ts";
import { type RoundIndex, roundIndex, type StoredRound, sourceName, timesText } from "../redundancy/proposal/round.ts";
import { SAVED_CAUSE_LABEL, SAVED_CAUSES } from "../redundancy/proposal/saved-parts.ts";
import { PROPOSAL_DECISION_LABEL, type ProposalDecisionKind } from "../redundancy/vocabulary.ts";
import { officeName } from "../redundancy/waste/input.ts";
import type { Block, Document, Run } from "./document.ts";
import { carriersOf } from "./proposal-sheets.ts";

/** What an office said, as the document tells it. */
export type ToldDecision = {
  kind: ProposalDecisionKind;
  forms: readonly string[];
  closed: boolean;
  note: string | null;
  decidedByName: string;
  decidedAt: Date;
};

export type ProposalPaper = {
  name: string;
  regionName: string;
  round: number;
  madeAt: Date;
  scope: string;
  decisions: readonly ToldDecision[];
  result: StoredRound;
};

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** A round as a document that offices are asked about: figures first, then what goes, what is united, whom it concerns, and why. */
export function proposalDocument(paper: ProposalPaper): Document {
  const { result } = paper;
  const index = roundIndex(result);
  const united = result.ledgers.filter(({ members }) => members.length > 1);
  const alone = result.ledgers.filter(({ members }) => members.length === 1);
  const sections: { title: string; blocks: Block[] }[] = [
    { title: "总体情况", blocks: figures(paper) },
    ...some("需要先确认的冲突", result.conflicts, (all) => all.map((sentence) => paragraph(`${sentence}。`))),
    ...some("拟取消的表", result.cancelled, (all) => [cancelledTable(all, result, index)]),
    ...some("拟合并的台账", united, (all) => all.flatMap((ledger, at) => ledgerBlocks(ledger, at, result, index))),
    ...some("单独保留的表", alone, (all) => [
      formTable(
        all.flatMap(({ members }) => members),
        result,
      ),
    ]),
    ...some("法定或锁定、保持不动的表", result.locked, (all) => [
      formTable(
        all.map(({ form }) => form),
        result,
      ),
    ]),
    ...some("缺少数据、不能测算的表", result.unmeasured, (all) => [
      table(
        [
          { header: "表单", share: 4 },
          { header: "主办单位", share: 3 },
          { header: "缺少", share: 3 },
        ],
        all.map(({ form, missing }) => [form.name, officeName(result, form.officeId), missing.join("、")]),
      ),
    ]),
    ...some("对各部门的影响", result.offices, () => [officeTable(result)]),
    ...some("各单位的意见", paper.decisions, (all) => [decisionTable(all)]),
    { title: "测算的假设", blocks: result.assumptions.map((sentence, at) => paragraph(`${at + 1}．${sentence}。`)) },
  ];
  return {
    title: paper.name,
    blocks: sections.flatMap(({ title, blocks }, at) => [heading(`${NUMERALS[at]}、${title}`), ...blocks]),
  };
}

function some<T>(title: string, all: readonly T[], blocks: (all: readonly T[]) => Block[]) {
  return all.length === 0 ? [] : [{ title, blocks: blocks(all) }];
}

function figures({ regionName, round, madeAt, scope, result }: ProposalPaper): Block[] {
  const counts = formCounts(result);
  const { before, after, lowerBound, saved } = result.hours;
  const causes = SAVED_CAUSES.filter((cause) => Math.abs(saved[cause]) >= 0.05)
    .map((cause) => `${SAVED_CAUSE_LABEL[cause]} ${formatNumber(saved[cause], 1)} 小时`)
    .join("，");
  return [
    paragraph(
      `${regionName}，${scope}，共 ${counts.before} 张表，${formatDay(isoDay(madeAt))}测算，第 ${round} 轮。` +
        `拟取消 ${counts.cancelled} 张，把 ${counts.merged} 张合并为 ${counts.ledgers} 本台账，` +
        `单独保留 ${counts.alone} 张，法定或锁定 ${counts.locked} 张不动，${counts.unmeasured} 张缺少数据、不能测算；` +
        `整合后共 ${counts.after} 本（张）。`,
    ),
    paragraph(
      `能够测算的表，工时由每年 ${formatNumber(before, 1)} 小时降为 ${formatNumber(after, 1)} 小时，` +
        `节省 ${formatNumber(before - after, 1)} 小时（${formatPercent(before === 0 ? null : (before - after) / before)}，` +
        `${formatNumber(before - after, 1)} ÷ ${formatNumber(before, 1)}）${causes === "" ? "" : `，其中：${causes}`}。` +
        `在同样的假设下，任何方案都不会低于 ${formatNumber(lowerBound, 1)} 小时。`,
    ),
  ];
}

function cancelledTable(all: StoredRound["cancelled"], result: StoredRound, { ledgerOf }: RoundIndex): Block {
  return table(
    [
      { header: "表单", share: 4 },
      { header: "主办单位", share: 3 },
      { header: "小时/年", share: 1.5 },
      { header: "数据今后从哪里取得", share: 5 },
    ],
    all.map(({ form, hours, destinations }) => [
      form.name,
      officeName(result, form.officeId),
      formatNumber(hours, 1),
      carriersOf(destinations, ledgerOf).join("、"),
    ]),
  );
}

function ledgerBlocks(ledger: Ledger, at: number, result: StoredRound, { formOf }: RoundIndex): Block[] {
  const asked = ledger.columns.filter(({ source }) => source === null).length;
  const given = ledger.columns.length - asked;
  return [
    { is: "heading", level: 2, runs: [{ text: `（${at + 1}）${ledger.name}` }] },
    paragraph(
      `由${ledger.members.map(({ name, officeId }) => `“${name}”（${officeName(result, officeId)}）`).join("、")}合并，` +
        `${timesText(ledger.timesPerYear)}，${formatNumber(ledger.units)} 个单位填报，共 ${ledger.columns.length} 个字段` +
        `${given === 0 ? "" : `，其中 ${given} 个由数源部门共享、不再填报`}；` +
        `工时由 ${formatNumber(ledger.hours.before, 1)} 小时降为 ${formatNumber(ledger.hours.after, 1)} 小时。`,
    ),
    table(
      [
        { header: "字段", share: 3 },
        { header: "来源和次数", share: 3 },
        { header: "各表原来的叫法", share: 6 },
      ],
      ledger.columns.map(({ name, source, timesPerYear, labels }) => [
        name,
        `${source === null ? "填报" : sourceName(source)}，${timesText(timesPerYear)}`,
        labels.map(({ form, label }) => `${formOf.get(form)?.name ?? form}：${label}`).join("；"),
      ]),
    ),
  ];
}

function formTable(forms: readonly { name: string; officeId: string }[], result: StoredRound): Block {
  return table(
    [
      { header: "表单", share: 5 },
      { header: "主办单位", share: 3 },
    ],
    forms.map(({ name, officeId }) => [name, officeName(result, officeId)]),
  );
}

function officeTable(result: StoredRound): Block {
  return table(
    [
      { header: "部门", share: 3 },
      { header: "原有", share: 1 },
      { header: "取消", share: 1 },
      { header: "合并", share: 1 },
      { header: "小时/年", share: 3 },
      { header: "新增可用的数据", share: 4 },
    ],
    result.offices.map(({ officeId, forms, hours, gains }) => [
      officeName(result, officeId),
      String(forms.before),
      String(forms.cancelled.length),
      String(forms.merged.length),
      `${formatNumber(hours.before, 1)} → ${formatNumber(hours.after, 1)}`,
      [...new Set(gains.map(({ name }) => name))].join("、"),
    ]),
  );
}

function decisionTable(all: readonly ToldDecision[]): Block {
  return table(
    [
      { header: "意见", share: 2 },
      { header: "表单", share: 4 },
      { header: "说明", share: 4 },
      { header: "记录", share: 3 },
    ],
    all.map(({ kind, forms, closed, note, decidedByName, decidedAt }) => [
      `${PROPOSAL_DECISION_LABEL[kind]}${closed ? "，不再加入其他表" : ""}`,
      forms.join("、"),
      note ?? "",
      `${decidedByName}，${formatTime(decidedAt)}`,
    ]),
  );
}

function heading(text: string): Block {
  return { is: "heading", level: 1, runs: [{ text }] };
}

function paragraph(text: string): Block {
  return { is: "paragraph", runs: [{ text }] };
}

function table(
  columns: readonly { header: string; share: number }[],
  rows: readonly (readonly string[])[],
): Extract<Block, { is: "table" }> {
  return { is: "table", columns, rows: rows.map((row) => row.map((text): Run[] => [{ text }])) };
}
