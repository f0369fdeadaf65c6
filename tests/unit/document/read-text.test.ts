import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { MAX_FILE_BYTES, MAX_TEXT_CHARS } from "#lib/document/limits.ts";
import { readText } from "#lib/document/read-text.ts";
import { DomainError } from "#lib/errors.ts";
import { row, workbook } from "#tests/support/workbook.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const refusal = (bytes: Uint8Array, fileName = "a.txt") =>
  readText(bytes, fileName).then(
    () => "read",
    (error) => (error instanceof DomainError ? error.message : error),
  );

describe("readText(bytes) of plain text", () => {
  const text = "关于签到的通知\r\n\r\n　　每天打卡签到，不得迟到。\r\n";
  test.each([
    ["UTF-8", utf8(text)],
    ["UTF-8 with a byte order mark", utf8(`\ufeff${text}`)],
    ["GBK", new Uint8Array(iconv.encode(text, "gbk"))],
    ["UTF-16 little endian", new Uint8Array(iconv.encode(text, "utf-16le", { addBOM: true }))],
    ["UTF-16 big endian", new Uint8Array(iconv.encode(text, "utf-16be", { addBOM: true }))],
  ])("in %s gives its lines without blank ones", async (_name, bytes) => {
    expect(await readText(bytes, "通知.txt")).toEqual({
      format: "txt",
      title: "关于签到的通知",
      text: "关于签到的通知\n每天打卡签到，不得迟到。",
      notes: [],
    });
  });
});

describe("readText(bytes) of a web page", () => {
  const page = `<!DOCTYPE html><html><head><meta charset="gb2312"><title>关于签到的通知_某县政府网</title>
    <style>p{}</style><script>document.write("<p>打卡</p>")</script></head><body>
    <nav>首页</nav><ul class="menu"><li>栏目</ul><h1>关于签到的
    通知</h1><p>各村&amp;社区&nbsp;要“打卡<b>签到</b>”，
    每天&#x4e00;次。<br>另行通知</p><ol type="A" start="2"><li>甲<li>乙</ol>
    <table><tr><th>指标<th>打卡<br>率</tr><tr><td colspan=2>合计</td></tr></table>
    <div style="display: none">隐藏</div><pre>一
二</pre><footer>版权所有</footer></body></html>`;
  const expected = [
    "关于签到的通知",
    "各村&社区 要“打卡签到”，每天一次。",
    "另行通知",
    "B. 甲",
    "C. 乙",
    "指标\t打卡 率",
    "合计",
    "一",
    "二",
  ];

  test("gives its text, its lists numbered and its tables row by row, without what stands around it", async () => {
    const read = await readText(utf8(page), "通知.html");
    expect(read.text.split("\n")).toEqual(expected);
    expect(read).toMatchObject({ format: "html", title: "关于签到的通知", notes: [] });
  });

  test("is the same in GBK, and under the name of a Word document", async () => {
    const read = await readText(new Uint8Array(iconv.encode(page, "gbk")), "通知.doc");
    expect(read.text.split("\n")).toEqual(expected);
    expect(read.notes).toEqual(["文件名以 .doc 结尾，内容却不是，已按内容（网页）读取"]);
  });

  test("in Big5 is read where it names that", async () => {
    const bytes = iconv.encode('<html><meta charset="big5"><p>每天打卡簽到</p>', "big5");
    expect((await readText(new Uint8Array(bytes), "a.htm")).text).toBe("每天打卡簽到");
  });

  test("with a few bad bytes is read around them, and says so", async () => {
    const bytes = utf8(`<html><meta charset=utf-8><p>${"每天打卡。".repeat(100)}X`);
    bytes[bytes.length - 1] = 0xff;
    const read = await readText(bytes, "a.html");
    expect(read.text.endsWith("每天打卡。\ufffd")).toBe(true);
    expect(read.notes).toEqual(["网页里有 1 处文字编码有误，这几个字没有读出来"]);
  });

  test("has a title of at most 200 characters, however long its heading is", async () => {
    const { title } = await readText(
      Buffer.from(`<html><h1>${"很长的标题".repeat(100)}</h1><p>正文。</p></html>`),
      "a.html",
    );
    expect(title).toBe(`${"很长的标题".repeat(100).slice(0, 199)}…`);
  });

  test("without text, or nested beyond sense, is refused with what to do", async () => {
    expect(await refusal(utf8("<html><script>x</script></html>"), "a.html")).toMatch(/把正文复制粘贴过来/);
    expect(await refusal(utf8("<div>".repeat(200_000)), "a.html")).toMatch(/嵌套超过 1000 层/);
  });

  test("whatever its tags, it is read or refused in words", async () => {
    const piece = fc.constantFrom(
      ..."<p> </p> <table> </table> <tr> <td> </td> <li> <ol> </ol> <ul> <pre> </pre> <div hidden> </div> <br> <!-- --> <nav> </nav> & &#x; 打卡 <title> </title> <script> </script> < <![CDATA[".split(
        " ",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const result = await readText(utf8(`<html>${pieces.join("")}`), "a.html").catch((error) => error);
        if (result instanceof DomainError) return;
        expect(result.text).not.toMatch(/^\s|\s$|\n\n/);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe("readText(bytes) of a workbook", () => {
  test("gives each row as a line, sheets under their names, hidden sheets not", async () => {
    const bytes = workbook([
      { name: "指标", rows: row(1, ["考核细则"]) + row(3, ["指标", "", "打卡&#10;签到"]) },
      { name: "空", rows: "" },
      { name: "旧", hidden: true, rows: row(1, ["不读"]) },
    ]);
    expect(await readText(bytes, "细则.xlsx")).toEqual({
      format: "xlsx",
      title: "考核细则",
      text: "指标\n考核细则\n指标\t\t打卡 签到",
      notes: ["有 1 个隐藏的工作表没有读入"],
    });
  });

  test("says the words of a block merged downwards once", async () => {
    const bytes = workbook([{ name: "a", rows: row(1, ["打卡", "甲"]) + row(2, ["", "乙"]), merges: ["A1:A2"] }]);
    expect((await readText(bytes, "a.xlsx")).text).toBe("打卡\t甲\n乙");
  });

  test("is refused when it holds nothing", async () => {
    expect(await refusal(workbook([{ name: "a", rows: "" }]), "a.xlsx")).toBe("工作簿里没有文字，请选择有内容的文件");
  });
});

describe("readText(bytes) of what it cannot read says what to do", () => {
  const ole = (stream: string) =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...iconv.encode(stream, "utf-16le")]);
  test.each<[string, Uint8Array, string, string]>([
    ["an old Word file", ole("WordDocument"), "a.docx", "这是旧版 Word 文件，请另存为 .docx 后再上传"],
    ["an old Excel file", ole("Workbook"), "a.xls", "这是旧版 Excel 文件，请另存为 .xlsx 后再上传"],
    ["a WPS file", ole("WordDocument"), "a.wps", "这是 WPS 文字的 .wps 文件，请用 WPS 打开，另存为 .docx 后再上传"],
    [
      "a file with a password",
      ole("EncryptedPackage"),
      "a.docx",
      "文件设了打开密码，请在 Word、Excel 或 WPS 里取消密码、保存后再上传",
    ],
    ["RTF", utf8("{\\rtf1 x}"), "a.doc", "这是 RTF 文件，请用 Word 或 WPS 打开，另存为 .docx 后再上传"],
    [
      "a picture",
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]),
      "a.pdf",
      "这是图片，没有文字层，请先用文字识别软件转换，或把正文粘贴过来",
    ],
    ["an empty file", new Uint8Array(), "a.txt", "文件是空的，请选择有内容的文件"],
    ["a file of blanks", utf8(" \r\n　"), "a.txt", "文件里没有文字，请选择有内容的文件"],
    [
      "bytes that are no text",
      Uint8Array.from([1, 2, 3, 0xff, 0]),
      "a.txt",
      "文件不是文档，或者文字编码无法识别，请用 Word 或 WPS 打开后另存为 .docx，或把正文粘贴过来",
    ],
  ])("%s", async (_name, bytes, fileName, message) => {
    expect(await refusal(bytes, fileName)).toBe(message);
  });

  test("a file beyond the limits", async () => {
    expect(await refusal(new Uint8Array(MAX_FILE_BYTES + 1))).toMatch(/超过 20 MB 的上限/);
    expect(await refusal(utf8("打".repeat(MAX_TEXT_CHARS + 1)))).toMatch(/超过 500 万字的上限/);
    expect(await refusal(utf8(`<html>${"打".repeat(MAX_TEXT_CHARS + 1)}`))).toMatch(/超过 500 万字的上限/);
  });
});
