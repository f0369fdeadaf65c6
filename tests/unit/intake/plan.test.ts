import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recogniseColumns } from "#lib/intake/columns.ts";
import type { Existing } from "#lib/intake/decide.ts";
import { draftRow } from "#lib/intake/draft.ts";
import { groupRows } from "#lib/intake/group-rows.ts";
import { itemId, type Known, type Planned, Planner } from "#lib/intake/plan.ts";
import type { Cells, Setup } from "#lib/intake/setup.ts";
import { EMPTY_TALLY, tallied } from "#lib/intake/tally.ts";

const COUNTY = "990101000000";
const TOWN = "990101001000";
const NOTHING: Known = { regions: new Set([COUNTY, TOWN]), existing: new Map(), units: new Map() };

function setup(kind: Setup["kind"], columns: string[], changes: Partial<Setup> = {}): Setup {
  const { mapping } = recogniseColumns(kind, columns);
  return { kind, columns, mapping, batchRegion: COUNTY, assignRegion: false, scope: COUNTY, ownUnit: null, ...changes };
}

/** Rows of the file, from row 2, each a list of cells. */
async function plan(of: Setup, rows: string[][], known: Known = NOTHING): Promise<Planned[]> {
  const planner = new Planner(of);
  const drafted = rows.map((cells, index) => {
    const record: Cells = Object.fromEntries(
      cells.map((cell, at) => [of.columns[at] ?? `第 ${at + 1} 列`, cell]).filter(([, cell]) => cell !== ""),
    );
    return draftRow(index + 2, record, of);
  });
  const planned: Planned[] = [];
  for await (const group of groupRows(drafted, Object.values(of.mapping).includes("fieldLabel")))
    planned.push(planner.plan(group, known));
  return planned;
}

const outcomes = (planned: Planned[]) => planned.flatMap(({ rows }) => rows.map(({ outcome }) => outcome));
const messages = (planned: Planned[]) =>
  planned.flatMap(({ rows }) => rows.flatMap(({ problems }) => problems.map(({ message }) => message)));

/** What the inventory holds after everything planned was written. */
function stored(planned: Planned[]): Known {
  const existing = new Map<string, Existing>();
  for (const { write } of planned) {
    if (write) existing.set(itemId(write.regionCode, write.key), { ...write.item, id: write.key, version: 1 });
  }
  return { ...NOTHING, existing };
}

describe("planning a ledger with a row an item", () => {
  const of = setup("account", ["账号名称", "平台", "主办单位", "粉丝数", "区划代码", "所在地区", "分管"]);

  test("creates what is new, with columns kept word for word, and repeats as unchanged", async () => {
    const rows = [["平安示范", "微博", "县公安局", "1,200", "", "示范县", "张"]];
    const first = await plan(of, rows);
    expect(outcomes(first)).toEqual(["create"]);
    expect(first[0]?.write).toMatchObject({
      regionCode: COUNTY,
      key: "weibo|平安示范|示范县",
      item: {
        name: "平安示范",
        attributes: { platform: "weibo", followers: 1200, regionText: "示范县", extra: { 分管: "张" } },
      },
      newUnit: { regionCode: COUNTY, name: "县公安局", creditCode: null },
    });
    const known = { ...stored(first), units: new Map([[`${COUNTY}|县公安局`, "new"]]) };
    expect(outcomes(await plan(of, rows, known))).toEqual(["unchanged"]);
  });

  test("updates what differs as [before, after]; a blank erases nothing", async () => {
    const known = stored(await plan(of, [["平安示范", "微博", "", "1200", "", "示范县", "张"]]));
    const [changed] = await plan(of, [["平安示范", "微博", "", "1500", "", "示范县", ""]], known);
    expect(changed?.rows[0]?.outcome).toBe("update");
    expect(changed?.write?.changes).toEqual({ followers: [1200, 1500] });
    expect(changed?.write?.item.attributes).toMatchObject({ extra: { 分管: "张" } });
  });

  test("warns of an identical row further down, and rejects one that says otherwise", async () => {
    const planned = await plan(of, [
      ["甲", "微博", "", "1"],
      ["甲", "微博", "", "1"],
      ["甲", "微博", "", "2"],
    ]);
    expect(outcomes(planned)).toEqual(["create", "unchanged", "reject"]);
    expect(messages(planned)).toEqual(["与第 2 行起的同一条目完全相同", "与第 2 行是同一条目，内容却不同"]);
  });

  test("keeps the same name in two regions apart", async () => {
    const planned = await plan(of, [
      ["平安", "微博", "", "", COUNTY],
      ["平安", "微博", "", "", "990101001"],
    ]);
    expect(planned.map(({ write }) => write?.regionCode)).toEqual([COUNTY, TOWN]);
  });

  test.each([
    ["330101", "不在您管辖的区划范围内"],
    ["990101009", "区划代码 990101009000 不在区划表里"],
    ["99-01", "不是区划代码（应为 2、4、6、9 或 12 位数字）"],
  ])("rejects the region code %s unless every row is assigned to the batch's region", async (code, message) => {
    const row = ["甲", "微博", "", "", code, ""];
    const planned = await plan(of, [row]);
    expect([outcomes(planned), messages(planned)]).toEqual([["reject"], [message]]);
    expect(planned[0]?.rows[0]?.problems[0]?.mend).toMatch(/或在导入设置里选择“统一归口”/);
    const [assigned] = await plan({ ...of, assignRegion: true }, [row]);
    expect(assigned?.write).toMatchObject({ regionCode: COUNTY, item: { attributes: { regionText: code } } });
  });

  test.each([
    [["", "微博"], "名称是空的"],
    [["合计", ""], "这是合计行，不是条目"],
    [["甲", "电台"], "不在可选范围内"],
    [["甲", "微博", "", "很多"], "不是数字"],
    [["甲", "微博", "", "#DIV/0!"], "单元格 D2 公式出错，结果是 #DIV/0!"],
    [["甲", "微博", "", "#FORMULA!"], "单元格 D2 公式没有保存计算结果"],
    [["甲", "", "", "", "", "", "", "多余"], "本行比表头多出 1 列"],
  ])("rejects the row %j with one clear problem and its mend", async (row, message) => {
    const planned = await plan(of, [row]);
    expect(outcomes(planned)).toEqual(["reject"]);
    expect(messages(planned)).toEqual([message]);
    expect(planned[0]?.rows[0]?.problems[0]?.mend).not.toBe("");
  });

  test("warns of one address for two accounts and of a credit code that does not add up", async () => {
    const wide = setup("account", ["账号名称", "网址", "统一社会信用代码"]);
    const planned = await plan(wide, [
      ["甲", "https://a.example", "91350100M000100Y44"],
      ["乙", "https://a.example", "91350100M000100Y43"],
    ]);
    expect(outcomes(planned)).toEqual(["create", "create"]);
    expect(messages(planned)).toEqual([expect.stringMatching(/^统一社会信用代码校验位应为“3”/), "网址与第 2 行相同"]);
  });

  test("asks about an item whose status text says that it has ended, and still registers it", async () => {
    const withStatus = setup("account", ["账号名称", "平台", "状态"]);
    const planned = await plan(withStatus, [
      ["平安示范", "微博", "2024年公告注销"],
      ["示范发布", "微博", "保留"],
    ]);
    expect(outcomes(planned)).toEqual(["create", "create"]);
    expect(messages(planned)).toEqual(["状态说明像是已停止，条目仍按“在用”登记"]);
  });

  test("of a department gives every row to its own unit and rejects another's", async () => {
    const ownUnit = { id: "u1", name: "县民政局", regionCode: COUNTY };
    const planned = await plan({ ...of, ownUnit }, [
      ["甲", "微博", ""],
      ["乙", "微博", " 县民政局 "],
      ["丙", "微博", "县水利局"],
      ["丁", "微博", "", "", TOWN],
    ]);
    expect(outcomes(planned)).toEqual(["create", "create", "reject", "reject"]);
    expect(planned.slice(0, 2).map(({ write }) => [write?.item.unitId, write?.newUnit])).toEqual([
      ["u1", null],
      ["u1", null],
    ]);
  });
});

describe("planning a ledger of forms with a row a field", () => {
  const of = setup("form", ["表单编号", "表单名称", "填报频率", "字段名称", "技术列", "备注"]);
  const form = [
    ["F1", "月报", "每月", "姓名", "否"],
    ["F1", "月报", "", "编号", "是"],
    ["F1", "月报", "每月", "姓名", "否"],
    ["F2", "季报", "每季", "户数", ""],
  ];

  test("makes one form of neighbouring rows, its fields in order, repeated labels too", async () => {
    const planned = await plan(of, form);
    expect(planned.map(({ write }) => write?.item.fields)).toEqual([
      [
        { label: "姓名", technical: false },
        { label: "编号", technical: true },
        { label: "姓名", technical: false },
      ],
      [{ label: "户数", technical: false }],
    ]);
    expect(outcomes(planned)).toEqual(["create", "create", "create", "create"]);
    expect(outcomes(await plan(of, form, stored(planned)))).toEqual([
      "unchanged",
      "unchanged",
      "unchanged",
      "unchanged",
    ]);
  });

  test("tells row by row which field is new, changed or the same, and keeps fields that the file does not name", async () => {
    const known = stored(await plan(of, form));
    const planned = await plan(
      of,
      [
        ["F1", "月报", "", "姓名", "否"],
        ["F1", "月报", "", "编号", "否"],
        ["F2", "季报", "", "户数", "否"],
        ["F2", "季报", "", "人数", "否"],
      ],
      known,
    );
    expect(outcomes(planned)).toEqual(["unchanged", "update", "unchanged", "create"]);
    expect(planned[0]?.write?.item.fields).toHaveLength(3);
    expect(messages(planned)).toEqual(["系统里该表单还有 1 个字段不在本文件中，已保留"]);
  });

  test("shows a change of the form itself at its first row", async () => {
    const known = stored(await plan(of, form));
    const changed = form.map(([number, name, , ...rest]) => [number, name, "每周", ...rest] as string[]);
    expect(outcomes(await plan(of, changed, known))).toEqual(["update", "unchanged", "unchanged", "update"]);
  });

  test("takes a part of a ledger, such as its rejected rows mended, without touching the fields that it does not name", async () => {
    const known = stored(await plan(of, form));
    const planned = await plan(of, [["F1", "月报", "", "年龄", "否"]], known);
    expect([outcomes(planned), planned[0]?.write?.item.fields.map(({ label }) => label)]).toEqual([
      ["create"],
      ["姓名", "编号", "姓名", "年龄"],
    ]);
  });

  test("renames the field at its place when the ledger shows the whole form", async () => {
    const known = stored(await plan(of, form));
    const renamed = form
      .slice(0, 3)
      .map(
        ([number, name, frequency, label, technical]) =>
          [number, name, frequency, label === "编号" ? "序号" : label, technical] as string[],
      );
    const planned = await plan(of, renamed, known);
    expect([outcomes(planned), planned[0]?.write?.item.fields.map(({ label }) => label)]).toEqual([
      ["unchanged", "update", "unchanged"],
      ["姓名", "序号", "姓名"],
    ]);
  });

  test("keeps the rows of a form together when one of them is rejected", async () => {
    const planned = await plan(of, [
      ["F1", "月报", "", "姓名", "否"],
      ["F1", "月报", "", "编号", "也许"],
      ["F1", "周报", "", "性别", "否"],
      ["F1", "月报", "", "年龄", "否"],
    ]);
    expect(outcomes(planned)).toEqual(["create", "reject", "reject", "create"]);
    expect(messages(planned)).toEqual(["不是“是”或“否”", "同一张表单的“名称”前后不一致，前面是“月报”（见第 2 行）"]);
  });

  test("keeps remarks that differ from field to field", async () => {
    const [planned] = await plan(of, [
      ["F1", "月报", "", "姓名", "否", "必填"],
      ["F1", "月报", "", "年龄", "否", "周岁"],
    ]);
    expect(planned?.write?.item.attributes.note).toBe("姓名：必填\n年龄：周岁");
  });

  test("rejects a form that comes back further down with other fields, and warns when they are the same", async () => {
    const planned = await plan(of, [...form, ...form.slice(0, 3), ["F2", "季报", "每季", "别的", ""]]);
    expect(outcomes(planned)).toEqual([
      "create",
      "create",
      "create",
      "create",
      "unchanged",
      "unchanged",
      "unchanged",
      "reject",
    ]);
  });

  test("takes a form with no field", async () => {
    const planned = await plan(of, [["", "台账", "", "", ""]]);
    expect([outcomes(planned), planned[0]?.write?.item.fields]).toEqual([["create"], []]);
  });
});

describe("the account of a file", () => {
  const cell = fc.constantFrom(
    "",
    "甲",
    "乙",
    "微博",
    "抖音",
    "1",
    "x",
    "是",
    "每月",
    "#REF!",
    "合计",
    "990101",
    "330101",
    "姓名",
  );
  const columns = {
    account: ["名称", "平台", "主办单位", "粉丝数", "区划代码", "备注"],
    form: ["表单编号", "名称", "填报频率", "字段名称", "技术列", "备注"],
  };

  test.each(["account", "form"] as const)("of kind %s adds up for any rows, first and second time", async (kind) => {
    const of = setup(kind, columns[kind]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 25 }), async (rows) => {
        const first = await plan(of, rows);
        const tally = first.reduce((sum, { rows: of }) => tallied(sum, of), EMPTY_TALLY);
        expect(tally.rowsRead).toBe(rows.length);
        expect(tally.created + tally.updated + tally.unchanged + tally.rejected).toBe(rows.length);
        expect(first.flatMap(({ rows: of }) => of.map(({ rowNo }) => rowNo))).toEqual(
          rows.map((_row, index) => index + 2),
        );
        for (const { rows: of } of first) {
          for (const { outcome, problems } of of)
            expect(problems.some(({ level }) => level === "error")).toBe(outcome === "reject");
        }
        const units = new Map(
          first.flatMap(({ write }) => (write?.newUnit ? [[`${COUNTY}|${write.newUnit.name}`, "new"] as const] : [])),
        );
        const second = await plan(of, rows, { ...stored(first), units });
        expect(outcomes(second).filter((outcome) => outcome === "create" || outcome === "update")).toEqual([]);
      }),
    );
  });
});
