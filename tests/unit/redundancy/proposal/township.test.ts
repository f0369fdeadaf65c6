import { beforeAll, expect, test } from "vitest";
import { loadCoverSolver } from "#lib/redundancy/proposal/highs-solver.ts";
import type { Grain, ProposalForm, ProposalInput } from "#lib/redundancy/proposal/model.ts";
import { type Proposal, propose } from "#lib/redundancy/proposal/proposal.ts";

/**
 * What a township passes on to its twenty villages, worked out by hand. Half a minute a cell, 20 minutes a submission; 身份证号 and
 * 公民身份号码 are one element by now.
 */
const ELEMENTS: Record<string, number> = {
  姓名: 1,
  公民身份号码: 2,
  身份证号: 2,
  联系电话: 3,
  户籍地址: 4,
  低保金额: 5,
  医保缴费: 6,
  救助金额: 7,
  残疾等级: 8,
  康复需求: 9,
  企业名称: 10,
  从业人数: 11,
  营业收入: 12,
  到场人数: 13,
};

function formOf(id: string, officeId: string, timesPerYear: number | null, labels: string, own: Partial<ProposalForm>) {
  const fields = labels.split("、").map((label) => ({ element: ELEMENTS[label] as number, label }));
  const base = {
    regionCode: "990101001000",
    respondent: "村（社区）",
    grain: "resident" as Grain,
    population: null,
    units: 20,
    rows: 10,
    minutes: null,
    setupMinutes: null,
    locked: false,
  };
  return { id, name: id, officeId, timesPerYear, fields, ...base, ...own };
}

const POOR = { population: "困难群众", rows: 50 };
const DISABLED = { population: "残疾人" };
const ENTERPRISE = { grain: "enterprise" as const };
const INPUT: ProposalInput = {
  forms: [
    formOf("困难群众月报", "民政局", 12, "姓名、身份证号、联系电话、户籍地址、低保金额", POOR),
    formOf("医疗救助对象表", "医保局", 4, "姓名、公民身份号码、联系电话、医保缴费", POOR),
    formOf("临时救助季报", "应急局", 4, "姓名、身份证号、户籍地址、救助金额", POOR),
    formOf("残疾人情况表", "残联", 4, "姓名、身份证号、联系电话、残疾等级", DISABLED),
    formOf("康复需求表", "卫健局", 2, "姓名、公民身份号码、残疾等级、康复需求", DISABLED),
    formOf("企业用工周报", "人社局", 52, "企业名称、从业人数", ENTERPRISE),
    formOf("企业经营季报", "经信局", 4, "企业名称、从业人数、营业收入", ENTERPRISE),
    formOf("企业年度调查", "统计局", 1, "企业名称、营业收入", { ...ENTERPRISE, locked: true }),
    formOf("专项行动情况表", "应急局", null, "到场人数", { grain: "event" }),
  ],
  elements: [
    { element: 4, name: "户籍地址", sensitivity: 0, changesPerYear: 1, identifying: false, minutesPerCell: null },
  ],
  sources: [{ element: 6, grain: "resident", department: "税务局", timesPerYear: 12, offices: null }],
};

let proposal: Proposal;
beforeAll(async () => {
  proposal = propose(INPUT, await loadCoverSolver());
});

test("the form whose data another form and a source carry is cancelled, and says where each field is found", () => {
  expect(proposal.cancelled.map(({ form }) => form.id)).toEqual(["医疗救助对象表"]);
  expect(
    proposal.cancelled[0]?.destinations.map(({ label, to }) => [
      label,
      "ledger" in to ? to.ledger : to.source.department,
    ]),
  ).toEqual([
    ["姓名", "临时救助季报"],
    ["公民身份号码", "临时救助季报"],
    ["联系电话", "临时救助季报"],
    ["医保缴费", "税务局"],
  ]);
});

test("six forms become four ledgers: the weekly one is too frequent, and different people are not mixed", () => {
  expect(proposal.ledgers.map(({ members }) => members.map(({ id }) => id))).toEqual(
    [
      ["企业用工周报"],
      ["企业经营季报"],
      ["临时救助季报", "困难群众月报"].sort(),
      ["康复需求表", "残疾人情况表"].sort(),
    ].sort(),
  );
  expect(proposal.locked.map(({ form }) => form.id)).toEqual(["企业年度调查"]);
  expect(proposal.unmeasured.map(({ form, missing }) => [form.id, missing])).toEqual([["专项行动情况表", ["年次数"]]]);
});

test("a ledger asks for each datum once, as often as the office needs it most, and in whose words", () => {
  const [ledger] = proposal.ledgers.filter(({ population }) => population === "困难群众");
  expect(ledger?.name).toBe("村（社区）困难群众台账（“临时救助季报”等 2 张表）");
  expect(
    ledger?.columns.map(({ labels, timesPerYear }) => [labels.map(({ label }) => label).join(), timesPerYear]),
  ).toEqual([
    ["姓名,姓名", 12],
    ["身份证号,身份证号", 12],
    ["户籍地址,户籍地址", 1],
    ["救助金额", 4],
    ["联系电话", 12],
    ["低保金额", 12],
  ]);
});

test("hours before and after, and each saved hour under one cause, are what one reckons by hand", () => {
  const { before, after, saved, lowerBound } = proposal.hours;
  expect({ before, after, lowerBound }).toEqual({
    before: expect.closeTo(93_400 / 60, 6),
    after: expect.closeTo(69_300 / 60, 6),
    // The quarterly enterprise form would need no setup of its own, nor ask again what the weekly one asks.
    lowerBound: expect.closeTo((69_300 - 1600 - 800) / 60, 6),
  });
  expect(saved).toEqual({
    cancelled: expect.closeTo(9600 / 60, 6),
    shared: 0,
    lessOften: expect.closeTo(7000 / 60, 6),
    repeated: expect.closeTo(5100 / 60, 6),
    submissions: expect.closeTo(2400 / 60, 6),
    blank: 0,
  });
});

test("each office sees what it gains, what it gets less often and where it looks", () => {
  const change = (office: string) => proposal.offices.find(({ officeId }) => officeId === office);
  expect(change("民政局")).toMatchObject({
    forms: { before: 1, merged: ["困难群众月报"] },
    gains: [{ name: "救助金额" }],
    lessOften: [{ label: "户籍地址", from: 12, to: 1 }],
  });
  expect(change("医保局")).toMatchObject({
    forms: { cancelled: ["医疗救助对象表"] },
    ledgers: ["临时救助季报"],
    hours: { after: 0 },
  });
});

test("both answers are proven to be the best under what was assumed", () => {
  expect([proposal.cover.proven, proposal.division.proven, proposal.conflicts]).toEqual([true, true, []]);
});
