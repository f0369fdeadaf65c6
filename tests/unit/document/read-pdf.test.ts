import { Worker } from "node:worker_threads";
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { pdfApart } from "#lib/document/pdf-apart.ts";
import { readText } from "#lib/document/read-text.ts";
import { pdf, setLines } from "#tests/support/pdf.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const refusal = (bytes: Uint8Array) =>
  readText(bytes, "a.pdf").then(
    () => "read",
    (error) => error.message,
  );
// Twenty-seven characters to a full line.
const FIRST = [
  "关于开展学习打卡的通知",
  "",
  "　　各村（社区）要组织全体干部每天在平台打卡签到，学习",
  "时长不少于二十分钟，并将截图发到工作群里。",
  "　　一、积分排名每周通报一次，排在后三位的由镇党委书记",
  "约谈。",
];
const PARAGRAPHS = [
  "关于开展学习打卡的通知",
  "各村（社区）要组织全体干部每天在平台打卡签到，学习时长不少于二十分钟，并将截图发到工作群里。",
  "一、积分排名每周通报一次，排在后三位的由镇党委书记约谈。",
];

describe("readText(bytes) of a PDF", () => {
  test.each(["GBK-EUC-H", "GBKp-EUC-H", "GB-EUC-H", "GBK2K-H", "UniGB-UCS2-H", "UniGB-UTF16-H"])(
    "with a font that is not embedded, in %s, gives its paragraphs",
    async (encoding) => {
      const read = await readText(pdf([setLines(FIRST)], { encoding }), "通知.pdf");
      expect(read.text.split("\n")).toEqual(PARAGRAPHS);
      expect(read).toMatchObject({ format: "pdf", title: "关于开展学习打卡的通知", notes: [] });
    },
  );

  test("reads traditional characters in Big5", async () => {
    const bytes = pdf([setLines(["每天打卡簽到"])], { encoding: "ETen-B5-H" });
    expect((await readText(bytes, "a.pdf")).text).toBe("每天打卡簽到");
  });

  test("joins a paragraph across pages, and leaves out page numbers and the head of every page", async () => {
    const page = (number: number, lines: string[]) => [
      { text: "某镇减负工作简报", x: 220, y: 800, size: 10 },
      ...setLines(lines),
      { text: `— ${number} —`, x: 270, y: 40, size: 14 },
    ];
    const pages = [
      page(1, ["　　各村（社区）要组织全体干部每天在平台打卡签到，学习"]),
      page(2, ["时长不少于二十分钟的，方可计分，并在群里公布，逐一核对", "姓名。"]),
      page(3, ["　　完。"]),
    ];
    expect((await readText(pdf(pages), "a.pdf")).text.split("\n")).toEqual([
      "各村（社区）要组织全体干部每天在平台打卡签到，学习时长不少于二十分钟的，方可计分，并在群里公布，逐一核对姓名。",
      "完。",
    ]);
  });

  test("separates the cells of a row by tabs", async () => {
    const cells = ["指标", "打卡率", "分值"].map((text, index) => ({ text, x: 80 + index * 130, y: 700 }));
    expect((await readText(pdf([cells]), "a.pdf")).text).toBe("指标\t打卡率\t分值");
  });

  test("names the pages without a text layer, and is refused when all are scans", async () => {
    const read = await readText(pdf([setLines(["每天打卡。"]), []]), "a.pdf");
    expect(read.notes).toEqual(["第 2 页没有文字层（多半是扫描的图片），这几页没有读入"]);
    expect(await refusal(pdf([[], []]))).toBe("这份 PDF 是扫描件，没有文字层，请先用文字识别软件转换或粘贴文字");
  });

  test("does not take the caller's bytes away", async () => {
    const bytes = Buffer.from(pdf([setLines(["每天打卡。"])]));
    await readText(bytes, "a.pdf");
    expect(bytes.subarray(0, 4).toString()).toBe("%PDF");
  });

  test("is refused with what to do when it is broken, asks for a password, or would unpack without end", async () => {
    const broken = "这份 PDF 已损坏或没有上传完整，请重新下载或重新生成后再上传";
    expect(await refusal(utf8("%PDF-1.7\n"))).toBe(broken);
    expect(await refusal(utf8(`%PDF-1.7\n${"1 0 obj << /A ".repeat(100_000)}`))).toBe(broken);
    const lock = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${"0".repeat(64)}> /U <${"0".repeat(64)}> >>`;
    const locked = pdf([setLines(["打卡"])], {
      extra: [lock],
      trailer: "/Encrypt 10 0 R /ID [<00000000000000000000000000000000> <00000000000000000000000000000000>]",
    });
    expect(await refusal(locked)).toMatch(/设了打开密码/);
    const packed = deflateSync(Buffer.alloc(129 * 1024 * 1024), { level: 1 }).toString("latin1");
    const stream = `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
    expect(await refusal(pdf([setLines(["打卡"])], { extra: [stream] }))).toMatch(/解压后过大/);
  }, 30_000);
});

describe("readText(bytes) with pdfApart(thread)", () => {
  const thread = () => new Worker("./scripts/pdf-thread.ts");
  const apart = (bytes: Uint8Array, patience: AbortSignal) =>
    readText(
      bytes,
      "a.pdf",
      pdfApart(thread, () => patience),
    );

  test("reads and refuses as without", async () => {
    const patience = new AbortController().signal;
    expect((await apart(pdf([setLines(["每天打卡。"])]), patience)).text).toBe("每天打卡。");
    await expect(apart(pdf([[]]), patience)).rejects.toThrow(/^这份 PDF 是扫描件/);
  }, 30_000);

  test("gives a file up that keeps the reader busy, and leaves the process running", async () => {
    const patience = new AbortController();
    // The reader looks through every state that was saved and never restored, for every one.
    const endless = apart(pdf([[]], { content: "q ".repeat(100_000) }), patience.signal);
    patience.abort();
    await expect(endless).rejects.toThrow(/^这份 PDF 过于复杂，没能在限定时间内读完/);
  }, 30_000);
});
