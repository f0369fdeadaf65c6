import { describe, expect, test } from "vitest";
import { proposalDocument } from "#lib/document/proposal-document.ts";
import { proposalSheets } from "#lib/document/proposal-sheets.ts";
import { propose } from "#lib/redundancy/proposal/proposal.ts";
import type { StoredRound } from "#lib/redundancy/proposal/round.ts";
import { form, source } from "#tests/unit/redundancy/proposal/proposal-forms.ts";

const forms = [
  form("甲", [1, 2, 3, 4]),
  form("乙", [1, 2, 3, 5]),
  form("丙", [1, 2]),
  form("丁", [1], { locked: true }),
  form("戊", [1], { timesPerYear: null }),
  form("己", [7, 8], { respondent: "学校" }),
];
const round: StoredRound = {
  ...propose({ forms, elements: [], sources: [source(2)] }, null),
  officeNames: { 局甲: "县民政局", 局丙: "县残联" },
};
const sheets = proposalSheets({ name: "方案", regionName: "示范县", round: 1, madeOn: "2026年9月15日" }, round);
const sheet = (name: string) => sheets.find((one) => one.name === name)?.rows ?? [];

describe("proposalSheets(title, round)", () => {
  test("are the five that were promised, every row as wide as its header", () => {
    expect(sheets.map(({ name }) => name)).toEqual(["表单—台账对应", "字段对应", "台账字段", "部门影响", "假设与参数"]);
    for (const { columns, rows } of sheets) for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  test("hold every form once, with what becomes of it", () => {
    const rows = sheet("表单—台账对应");
    expect(rows.map((row) => [row[0], row[2]]).sort()).toEqual([
      ["表丁", "法定或锁定，不动"],
      ["表丙", "取消"],
      ["表乙", "并入台账"],
      ["表己", "单独保留"],
      ["表戊", "不能测算"],
      ["表甲", "并入台账"],
    ]);
    const cancelled = rows.find((row) => row[0] === "表丙");
    expect(cancelled?.[1]).toBe("县残联");
    expect(cancelled?.[8]).toContain("公安局共享");
    expect(rows.find((row) => row[0] === "表戊")?.[8]).toBe("缺年次数");
  });

  test("hold where each field of each open form is found, and by which words a united field was asked", () => {
    expect(sheet("字段对应")).toHaveLength(round.destinations.length);
    expect(
      sheet("字段对应")
        .filter((row) => row[3] === "数源共享，不再填报")
        .map((row) => row[2]),
    ).toEqual(["项2", "项2", "项2"]);
    const united = sheet("台账字段").find((row) => row[3] === "项1");
    expect(united?.[7]).toBe("表乙：项1；表甲：项1");
  });

  test("an unknown is an empty cell, not a nought", () => {
    expect(sheet("表单—台账对应").find((row) => row[0] === "表戊")?.[7]).toBeNull();
  });
});

describe("proposalDocument(paper)", () => {
  const paper = {
    name: "表单整合方案",
    regionName: "示范县",
    round: 2,
    madeAt: new Date("2026-09-15T02:00:00Z"),
    scope: "全部运行中的表单",
    decisions: [
      {
        kind: "apart" as const,
        forms: ["表甲", "表己"],
        closed: false,
        note: "口径不同",
        decidedByName: "监督员",
        decidedAt: new Date("2026-09-16T02:00:00Z"),
      },
    ],
    result: round,
  };
  const { title, blocks } = proposalDocument(paper);
  const words = JSON.stringify(blocks);
  const headings = blocks.flatMap((block) =>
    block.is === "heading" && block.level === 1 ? [block.runs.map(({ text }) => text).join("")] : [],
  );

  test("numbers its parts without a gap, whichever there are", () => {
    expect(title).toBe("表单整合方案");
    expect(headings).toEqual([
      "一、总体情况",
      "二、拟取消的表",
      "三、拟合并的台账",
      "四、单独保留的表",
      "五、法定或锁定、保持不动的表",
      "六、缺少数据、不能测算的表",
      "七、对各部门的影响",
      "八、各单位的意见",
      "九、测算的假设",
    ]);
  });

  test("says the figures with what they are made of, what an office said, and every assumption", () => {
    expect(words).toContain("共 6 张表，2026年9月15日测算，第 2 轮");
    expect(words).toContain("口径不同");
    for (const sentence of round.assumptions) expect(words).toContain(sentence);
  });

  test("has no part for what there is not", () => {
    const alone: StoredRound = {
      ...propose({ forms: [form("甲", [1])], elements: [], sources: [] }, null),
      officeNames: {},
    };
    const parts = proposalDocument({ ...paper, decisions: [], result: alone }).blocks;
    expect(JSON.stringify(parts)).not.toContain("拟取消的表");
  });
});
