import { PLACE_LABEL, placesOf } from "../redundancy/proposal/compare-rounds.ts";
import type { Destination } from "../redundancy/proposal/destinations.ts";
import { formCounts } from "../redundancy/proposal/form-counts.ts";
import { gapText, type Optimality } from "../redundancy/proposal/optimality.ts";
import { PROPOSAL_PARAMETERS, type ProposalParameters } from "../redundancy/proposal/parameters.ts";
import { roundIndex, type StoredRound, sourceName } from "../redundancy/proposal/round.ts";
import { SAVED_CAUSE_LABEL, SAVED_CAUSES } from "../redundancy/proposal/saved-parts.ts";
import { officeName } from "../redundancy/waste/input.ts";

export type SheetCell = string | number | null;
export type Sheet = {
  name: string;
  columns: readonly { title: string; width: number }[];
  rows: SheetCell[][];
};

/** What a workbook of a round says of where it comes from. */
export type ProposalTitle = { name: string; regionName: string; round: number; madeOn: string };

/** A round as the sheets of a workbook: forms, fields, ledgers, offices, and what was taken for granted. */
export function proposalSheets(title: ProposalTitle, round: StoredRound): Sheet[] {
  return [formSheet(round), fieldSheet(round), columnSheet(round), officeSheet(round), basisSheet(title, round)];
}

const hours = (value: number) => Math.round(value * 100) / 100;

function formSheet(round: StoredRound): Sheet {
  const { ledgerOf } = roundIndex(round);
  const hoursOf = new Map<string, number>([
    ...[...round.cancelled, ...round.locked].map(({ form, hours }): [string, number] => [form.id, hours]),
    ...round.ledgers.flatMap(({ members, memberHours }) =>
      members.map(({ id }, at): [string, number] => [id, memberHours[at] ?? 0]),
    ),
  ]);
  const cancelled = new Map(round.cancelled.map((one) => [one.form.id, one.destinations]));
  const missing = new Map(round.unmeasured.map((one) => [one.form.id, one.missing]));
  const rows = [...placesOf(round).values()].map(({ form, place }): SheetCell[] => {
    const ledger = "ledger" in place ? ledgerOf.get(place.ledger) : undefined;
    const known = hoursOf.get(form.id);
    const found = cancelled.get(form.id);
    const notes = [
      found === undefined ? null : `数据改由${carriersOf(found, ledgerOf).join("、")}提供`,
      missing.has(form.id) ? `缺${missing.get(form.id)?.join("、")}` : null,
    ];
    return [
      form.name,
      officeName(round, form.officeId),
      PLACE_LABEL[place.is],
      ledger?.name ?? null,
      form.respondent,
      form.population,
      form.timesPerYear,
      known === undefined ? null : hours(known),
      notes.filter((note) => note !== null).join("；"),
    ];
  });
  return {
    name: "表单—台账对应",
    columns: [
      { title: "表单", width: 36 },
      { title: "主办单位", width: 22 },
      { title: "处理", width: 16 },
      { title: "并入的台账", width: 40 },
      { title: "填报主体", width: 14 },
      { title: "涉及人群", width: 14 },
      { title: "年次数", width: 10 },
      { title: "现在工时（小时/年）", width: 18 },
      { title: "说明", width: 50 },
    ],
    rows,
  };
}

/** The ledgers and sources that a cancelled form's data come from afterwards, each once. */
export function carriersOf(
  destinations: readonly Destination[],
  ledgerOf: ReadonlyMap<string, { name: string }>,
): string[] {
  const names = destinations.map(({ to }) =>
    "ledger" in to ? `“${ledgerOf.get(to.ledger)?.name ?? to.ledger}”` : sourceName(to.source),
  );
  return [...new Set(names)];
}

function fieldSheet(round: StoredRound): Sheet {
  const { formOf, ledgerOf } = roundIndex(round);
  const rows = round.destinations.map(({ form, element, label, to, timesPerYear, rows }): SheetCell[] => {
    const asked = formOf.get(form);
    const ledger = "ledger" in to ? ledgerOf.get(to.ledger) : undefined;
    return [
      asked?.name ?? null,
      asked === undefined ? null : officeName(round, asked.officeId),
      label,
      "source" in to ? "数源共享，不再填报" : "台账",
      "source" in to ? sourceName(to.source) : (ledger?.name ?? null),
      ledger?.columns.find((column) => column.element === element)?.name ?? null,
      timesPerYear,
      rows === null ? null : Math.round(rows),
    ];
  });
  return {
    name: "字段对应",
    columns: [
      { title: "原表单", width: 36 },
      { title: "主办单位", width: 22 },
      { title: "原字段", width: 24 },
      { title: "今后从哪里取得", width: 18 },
      { title: "台账或数源", width: 40 },
      { title: "台账字段", width: 24 },
      { title: "每年次数", width: 10 },
      { title: "行数", width: 10 },
    ],
    rows,
  };
}

function columnSheet(round: StoredRound): Sheet {
  const { formOf } = roundIndex(round);
  const rows = round.ledgers.flatMap((ledger) =>
    ledger.columns.map(({ name, source, timesPerYear, rows, labels }, at): SheetCell[] => [
      ledger.name,
      ledger.members.length,
      at + 1,
      name,
      source === null ? "基层填报" : sourceName(source),
      timesPerYear,
      Math.round(rows),
      labels.map(({ form, label }) => `${formOf.get(form)?.name ?? form}：${label}`).join("；"),
    ]),
  );
  return {
    name: "台账字段",
    columns: [
      { title: "台账", width: 40 },
      { title: "成员表数", width: 10 },
      { title: "序号", width: 8 },
      { title: "字段", width: 24 },
      { title: "来源", width: 22 },
      { title: "每年次数", width: 10 },
      { title: "行数", width: 10 },
      { title: "各表原来的叫法", width: 70 },
    ],
    rows,
  };
}

function officeSheet(round: StoredRound): Sheet {
  const { ledgerOf, formOf } = roundIndex(round);
  const names = (ids: readonly string[]) => ids.map((id) => formOf.get(id)?.name ?? id).join("、");
  const rows = round.offices.map((office): SheetCell[] => [
    officeName(round, office.officeId),
    office.forms.before,
    names(office.forms.cancelled),
    names(office.forms.merged),
    names(office.forms.unchanged),
    office.ledgers.map((id) => ledgerOf.get(id)?.name ?? id).join("、"),
    hours(office.hours.before),
    hours(office.hours.after),
    [...new Set(office.gains.map(({ name }) => name))].join("、"),
    office.lessOften
      .map(({ form, label, from, to }) => `${formOf.get(form)?.name ?? form}的“${label}”${from} 次变为 ${to} 次`)
      .join("；"),
  ]);
  return {
    name: "部门影响",
    columns: [
      { title: "部门", width: 22 },
      { title: "原有表数", width: 10 },
      { title: "取消的表", width: 36 },
      { title: "并入台账的表", width: 36 },
      { title: "不变的表", width: 36 },
      { title: "今后使用的台账", width: 40 },
      { title: "现在工时（小时/年）", width: 18 },
      { title: "之后工时（小时/年）", width: 18 },
      { title: "新增可用的数据", width: 40 },
      { title: "减少次数的数据", width: 50 },
    ],
    rows,
  };
}

function basisSheet({ name, regionName, round: number, madeOn }: ProposalTitle, round: StoredRound): Sheet {
  const counts = formCounts(round);
  const proven = (answer: Optimality) => (answer.proven ? "已证明最优" : gapText(answer));
  const parameters = Object.entries(PROPOSAL_PARAMETERS).map(([key, { label, unit, origin }]): SheetCell[] => [
    "参数",
    label,
    round.parameters[key as keyof ProposalParameters],
    unit,
    origin,
  ]);
  const saved = SAVED_CAUSES.map((cause): SheetCell[] => [
    "节省",
    SAVED_CAUSE_LABEL[cause],
    hours(round.hours.saved[cause]),
    "小时/年",
    null,
  ]);
  return {
    name: "假设与参数",
    columns: [
      { title: "类别", width: 10 },
      { title: "内容", width: 60 },
      { title: "数值", width: 14 },
      { title: "单位", width: 14 },
      { title: "说明", width: 50 },
    ],
    rows: [
      ["方案", name, null, null, `${regionName}，第 ${number} 轮，${madeOn}测算`],
      ["数量", "表单（整合前）", counts.before, "张", null],
      ["数量", "台账和保留的表（整合后）", counts.after, "本（张）", null],
      ["工时", "整合前", hours(round.hours.before), "小时/年", "不含不能测算的表"],
      ["工时", "整合后", hours(round.hours.after), "小时/年", null],
      ["工时", "下限", hours(round.hours.lowerBound), "小时/年", "任何方案都不会低于这个数"],
      ["最优", "取消哪些表", null, null, proven(round.cover)],
      ["最优", "合并哪些表", null, null, proven(round.division)],
      ...saved,
      ...parameters,
      ...round.assumptions.map((sentence): SheetCell[] => ["假设", sentence, null, null, null]),
      ...round.conflicts.map((sentence): SheetCell[] => ["冲突", sentence, null, null, null]),
    ],
  };
}
