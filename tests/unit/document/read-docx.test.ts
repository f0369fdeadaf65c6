import { describe, expect, test } from "vitest";
import { readText } from "#lib/document/read-text.ts";
import { docx, paragraph, table } from "#tests/support/docx.ts";
import { zip } from "#tests/support/workbook.ts";

const lines = async (body: string, parts?: Record<string, string>) =>
  (await readText(docx(body, parts), "通知.docx")).text.split("\n");
const refusal = (bytes: Uint8Array) =>
  readText(bytes, "通知.docx").then(
    () => "read",
    (error) => error.message,
  );
const place = (num: number, level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`;
const level = (at: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="7">${level(0, "chineseCountingThousand", "%1、")}${level(1, "chineseCounting", "（%2）")}${level(2, "decimal", "%3.")}</w:abstractNum>
  <w:abstractNum w:abstractNumId="8">${level(0, "bullet", "\uf0b7")}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;

describe("readText(bytes) of a Word document", () => {
  test("numbers the paragraphs of lists as Word shows them", async () => {
    const body = [
      paragraph("总体要求", place(1, 0)),
      paragraph("甲", place(1, 1)),
      paragraph("乙", place(1, 1)),
      paragraph("丙", place(1, 2)),
      paragraph("保障", place(1, 0)),
      paragraph("丁", place(1, 1)),
      paragraph("点", place(2, 0)),
      paragraph("另起", place(3, 0)),
    ].join("");
    expect(await lines(body, { numbering: NUMBERING })).toEqual([
      "一、总体要求",
      "（一）甲",
      "（二）乙",
      "1. 丙",
      "二、保障",
      "（一）丁",
      "• 点",
      "一、另起",
    ]);
  });

  test("numbers headings whose style, or the style that it is based on, puts them into a list", async () => {
    const styles = `<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="a"><w:name w:val="own"/><w:basedOn w:val="1"/></w:style>`;
    const body =
      paragraph("总则", '<w:pStyle w:val="1"/>') +
      paragraph("附则", '<w:pStyle w:val="a"/>') +
      paragraph("无号", '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await lines(body, { styles, numbering: NUMBERING })).toEqual(["一、总则", "二、附则", "无号"]);
  });

  test("keeps what was inserted, drops what was deleted, and joins paragraphs whose mark was deleted", async () => {
    const body = `<w:p><w:r><w:t>每天</w:t></w:r><w:del><w:r><w:delText>自愿</w:delText></w:r></w:del><w:ins><w:r><w:t>打卡</w:t></w:r></w:ins></w:p>
      <w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>前半，</w:t></w:r></w:p>${paragraph("后半")}
      <w:moveFrom><w:p><w:r><w:t>搬走</w:t></w:r></w:p></w:moveFrom>
      <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph("删去的行")}</w:tc></w:tr></w:tbl>`;
    const read = await readText(docx(body), "a.docx");
    expect(read.text).toBe("每天打卡\n前半，后半");
    expect(read.notes).toEqual(["文件带有修订痕迹：新增的文字已读入，删除的没有读入"]);
  });

  test("gives a row of a table as a line, a nested table inside its cell, and a row of one cell as its paragraphs", async () => {
    const body = table([
      ["指标", "分值", ""],
      [paragraph("打卡") + paragraph("次数"), table([["每日", "一次"]]) + paragraph(""), "扣分"],
      [paragraph("说明一。") + paragraph("说明二。")],
    ]);
    expect(await lines(body)).toEqual(["指标\t分值", "打卡 次数\t每日 一次\t扣分", "说明一。", "说明二。"]);
  });

  test("reads a text box once and after its paragraph, whichever of its two forms the writer put first", async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const body = `<w:p><w:r><w:t>框前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box("框里")}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box("框里")}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>框后</w:t></w:r></w:p><w:p><w:r><w:pict>${box("旧框")}</w:pict></w:r></w:p>`;
    expect(await lines(body)).toEqual(["框前框后", "框里", "旧框"]);
  });

  test("reads the results of fields, links and controls, not their codes, placeholders and hidden words", async () => {
    const field = (code: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = `<w:p>${field("HYPERLINK x", "点此")}<w:hyperlink><w:r><w:t>打卡</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>
      <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph("单击此处输入文字。")}</w:sdtContent></w:sdt>
      <w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${paragraph("控件里的字")}</w:sdtContent></w:sdt>
      <w:p><w:r><w:t>☐是</w:t><w:tab/><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>否</w:t><w:br/><w:t>换行</w:t></w:r></w:p>`;
    expect(await lines(body)).toEqual(["点此打卡", "控件里的字", "☐是\t☑否", "换行"]);
  });

  test("leaves out a table of contents, and nothing after one that never ends", async () => {
    const open = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
    const body = `<w:p>${open}<w:r><w:t>一、总则</w:t><w:tab/><w:t>1</w:t></w:r></w:p>${paragraph("二、附则\t2")}${paragraph("正文。")}`;
    expect(await lines(body)).toEqual(["正文。"]);
  });

  test("puts footnotes at the end, numbered, without the rule above them", async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${paragraph("——")}</w:footnote><w:footnote w:id="1">${paragraph("指村务通。")}</w:footnote>`;
    const read = await readText(docx(paragraph("每天打卡。"), { footnotes }), "a.docx");
    expect(read.text).toBe("每天打卡。\n脚注1：指村务通。");
    expect(read.notes).toEqual(["脚注和尾注放在文末"]);
  });

  test("takes its title from the title style, else from the line that names the kind of document", async () => {
    const styles = `<w:style w:styleId="a3"><w:name w:val="Title"/></w:style>`;
    const styled = docx(paragraph("某县〔2026〕1号") + paragraph("怎样减负", '<w:pStyle w:val="a3"/>'), { styles });
    expect((await readText(styled, "a.docx")).title).toBe("怎样减负");
    const wrapped = docx(paragraph("某县〔2026〕1号") + paragraph("关于开展学习活动") + paragraph("有关事项的通知"));
    expect((await readText(wrapped, "a.docx")).title).toBe("关于开展学习活动有关事项的通知");
  });

  test("is read by its content when it is called something else", async () => {
    const read = await readText(docx(paragraph("每天打卡。")), "通知.pdf");
    expect(read.format).toBe("docx");
    expect(read.notes).toEqual(["文件名以 .pdf 结尾，内容却不是，已按内容（Word 文档）读取"]);
  });

  test("is refused with what to do when it is broken, cut off, empty, a bomb, or nested beyond sense", async () => {
    const whole = docx(paragraph("好"));
    expect(await refusal(whole.subarray(0, whole.length - 40))).toBe(
      "文件已损坏或没有上传完整，请用 Word 或 WPS 打开并重新保存后再上传",
    );
    const half =
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>好';
    expect(await refusal(zip([{ name: "word/document.xml", data: new TextEncoder().encode(half) }]))).toBe(
      "Word 文件的内容不完整，请用 Word 或 WPS 打开并重新保存后再上传",
    );
    expect(await refusal(docx(""))).toBe("文件里没有文字，请确认选对了文件，或把正文粘贴过来");
    expect(await refusal(zip([{ name: "word/document.xml", data: new Uint8Array(129 * 1024 * 1024) }]))).toBe(
      "文件解压后过大，疑似压缩炸弹，请把正文另存为纯文本（.txt）后再上传",
    );
    const nested = "<w:sdt><w:sdtContent>".repeat(100_000) + "</w:sdtContent></w:sdt>".repeat(100_000);
    expect(await refusal(docx(nested))).toMatch(/嵌套超过 1000 层/);
  }, 30_000);

  test("is told apart from the other archives", async () => {
    const part = (name: string) => zip([{ name, data: new Uint8Array(3) }]);
    expect(await refusal(part("ppt/presentation.xml"))).toMatch(/演示文稿/);
    expect(await refusal(part("OFD.xml"))).toMatch(/OFD/);
    expect(await refusal(part("通知.txt"))).toBe("这是压缩包，请解压后把里面的文件逐个上传");
  });
});
