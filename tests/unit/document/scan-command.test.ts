import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readText } from "#lib/document/read-text.ts";
import { UsageError } from "#scripts/edge.ts";
import { scanDocuments } from "#scripts/scan.ts";
import { docx, paragraph } from "#tests/support/docx.ts";

let folder = "";
const scan = async (...args: string[]) => {
  const lines: string[] = [];
  const status = await scanDocuments(args, {
    signal: new AbortController().signal,
    out: (line) => lines.push(line),
    open: () => Promise.reject(new Error("a scan opened the database")),
  });
  return { status, lines };
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jianfu-scan-"));
  mkdirSync(join(folder, "子"));
  writeFileSync(join(folder, "b.docx"), docx(paragraph("关于学习的通知") + paragraph("各村干部每天必须打卡签到。")));
  writeFileSync(join(folder, "子", "a.txt"), "今天开会。");
  writeFileSync(join(folder, "~$b.docx"), "left behind");
  writeFileSync(join(folder, "照片.jpg"), "not a document");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("npm run scan -- DIR", () => {
  test("prints each demand with its sentence, doer, figures and reason, then the totals", async () => {
    const { status, lines } = await scan(folder);
    expect(lines[0]).toBe("b.docx（Word 文档）：要求 1 处");
    expect(lines[1]).toBe("  1. 打卡签到（要求）");
    expect(lines[2]).toBe("     原句：各村干部每天必须打卡签到。");
    expect(lines[3]).toMatch(/^ {5}谁来做：各村.*；数字：.*每天/);
    expect(lines[4]).toMatch(/^ {5}理由：.+/);
    expect(lines[5]).toBe("子/a.txt（文本文件）：没有发现要求");
    expect(lines.at(-1)).toBe("合计：读取 2 份，未能读取 0 份；要求 1 处：打卡签到 1 处");
    expect(status).toBe(0);
  });

  test("says each demand of a sentence once, as the page of the text does", async () => {
    const twice = join(folder, "重复.txt");
    writeFileSync(twice, "网格员早晚打卡，漏打卡的补打卡。");
    const { lines } = await scan(twice);
    rmSync(twice);
    expect(lines.at(-1)).toBe("合计：读取 1 份，未能读取 0 份；要求 1 处：打卡签到 1 处");
  });

  test("prints the same twice, and with --json one object a file and one of totals", async () => {
    const { lines } = await scan(folder, "--json");
    expect((await scan(folder, "--json")).lines).toEqual(lines);
    const [first, second, totals] = lines.map((line) => JSON.parse(line));
    expect(first).toMatchObject({ file: "b.docx", title: "关于学习的通知", demands: [{ demand: "forced_checkin" }] });
    expect(second).toMatchObject({ file: join("子", "a.txt"), demands: [] });
    expect(totals).toMatchObject({ read: 2, unread: 0, total: 1 });
  });

  test("lists what it cannot read with the reason, and says so by its exit code", async () => {
    const old = join(folder, "子", "旧.doc");
    writeFileSync(old, "{\\rtf1 x}");
    const { status, lines } = await scan(join(folder, "子"));
    rmSync(old);
    expect(status).toBe(1);
    expect(lines.slice(-2)).toEqual([
      "未能读取：旧.doc：这是 RTF 文件，请用 Word 或 WPS 打开，另存为 .docx 后再上传",
      "合计：读取 1 份，未能读取 1 份；要求 0 处",
    ]);
  });

  test("writes a Word document of each with --docx, and does not read them the next time", async () => {
    const out = join(folder, "out");
    await scan(folder, "--docx", out);
    const { lines } = await scan(folder, "--docx", out);
    expect(lines.at(-1)).toMatch(/^合计：读取 2 份/);
    expect(readdirSync(out).sort()).toEqual(["b.docx.扫描结果.docx", "子"]);
    const written = await readText(readFileSync(join(out, "b.docx.扫描结果.docx")), "b.docx");
    expect(written.text).toContain("各村干部每天必须打卡签到［1］。");
    rmSync(out, { recursive: true });
  });

  test("says how it is called when the arguments are wrong", async () => {
    await expect(scan()).rejects.toThrow(/^用法：/);
    await expect(scan(folder, "--other")).rejects.toThrow(UsageError);
    await expect(scan(join(folder, "无"))).rejects.toThrow(/没有找到/);
  });
});
