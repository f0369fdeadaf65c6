import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openArchive } from "#lib/document/archive.ts";
import type { Document } from "#lib/document/document.ts";
import { writeDocx } from "#lib/document/docx.ts";
import { readText } from "#lib/document/read-text.ts";
import { openHit, type ReadHit, scannedText } from "#lib/document/scanned-text.ts";

const CONTENT = "关于打卡的通知\n各村每天打卡签到，每周通报排名。\n不得要求点赞。";
const hitOf = (words: string, more: Partial<ReadHit> = {}): ReadHit => {
  const start = CONTENT.indexOf(words);
  const from = CONTENT.lastIndexOf("\n", start) + 1;
  const to = CONTENT.indexOf("\n", start);
  const sentence = { start: from, end: to < 0 ? CONTENT.length : to };
  return {
    ...openHit({
      demand: "forced_checkin",
      span: { start, end: start + words.length },
      sentence,
      stance: "order",
      counts: true,
      doer: { text: "各村", span: sentence },
      figures: [{ text: "每天", span: sentence }],
      pattern: "p",
      stanceRule: "r",
    }),
    ...more,
  };
};
const about = {
  title: "关于打卡的通知",
  source: "某镇〔2026〕3号",
  issuedOn: "2026-03-01",
  content: CONTENT,
  now: new Date("2026-03-02T01:30:00Z"),
};
const words = (document: Document) =>
  document.blocks.map((block) =>
    block.is === "table"
      ? block.rows.map((row) => row.map((runs) => runs.map(({ text }) => text).join("")))
      : block.runs.map(({ text }) => text).join(""),
  );
async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  let text = "";
  for await (const chunk of openArchive(bytes).part(name)) text += new TextDecoder().decode(chunk);
  return text;
}

describe("scannedText(text)", () => {
  const hits = [
    hitOf("点赞", { demand: "forced_follow_like", stance: "prohibition", counts: false, doer: null, figures: [] }),
    hitOf("打卡签到", { state: "confirmed", decidedByName: "李明", reason: "原文明确", attachedTo: "村务通" }),
    hitOf("通报排名", { demand: "ranking", state: "rejected", decidedByName: "李明", reason: "已停止" }),
  ];
  const document = scannedText({ ...about, hits });

  test("says where the text comes from and how many of its demands were decided", () => {
    expect(words(document).slice(0, 4)).toEqual([
      "来源：某镇〔2026〕3号",
      "成文日期：2026年3月1日",
      "导出时间：2026年3月2日 09:30",
      "识别结果：要求 2 处，其中待确认 0 处，已确认 1 处，已排除 1 处",
    ]);
  });

  test("lists what counts apart from what is only named, numbered in the order of the text", () => {
    const tables = document.blocks.filter((block) => block.is === "table");
    expect(tables.map(({ rows }) => rows.map((row) => row[0]?.[0]?.text))).toEqual([["1", "2"], ["3"]]);
    expect(words(document)).toContainEqual([
      [
        "1",
        "打卡签到",
        "要求",
        "各村",
        "每天",
        "各村每天打卡签到，每周通报排名。",
        "已确认；涉及“村务通”；经办人：李明；理由：原文明确",
        expect.stringMatching(/^认出“打卡签到”。.*判为“要求”，计入。$/),
      ],
      expect.arrayContaining(["积分排名通报", "已排除；经办人：李明；理由：已停止"]),
    ]);
  });

  test("marks each place in the text, and leads from the list to the place and back", () => {
    const last = document.blocks.slice(-2).map((block) => (block.is === "paragraph" ? block.runs : []));
    expect(last[0]).toEqual([
      { text: "各村每天" },
      { text: "打卡签到", shade: "red" },
      { text: "［1］", superscript: true, link: "row1", anchor: "place1" },
      { text: "，每周" },
      { text: "通报排名", shade: "grey" },
      { text: "［2］", superscript: true, link: "row2", anchor: "place2" },
      { text: "。" },
    ]);
    expect(last[1]?.[1]).toEqual({ text: "点赞", shade: "blue" });
    const first = document.blocks.find((block) => block.is === "table")?.rows[0]?.[0]?.[0];
    expect(first).toEqual({ text: "1", anchor: "row1", link: "place1" });
  });

  test("of a text without demands says so", () => {
    expect(words(scannedText({ ...about, source: "", issuedOn: null, hits: [] }))).toEqual([
      "来源：未知",
      "成文日期：未知",
      "导出时间：2026年3月2日 09:30",
      "识别结果：没有发现对基层的要求",
      "一、文中提出的要求",
      "没有发现。",
      "二、原文",
      ...CONTENT.split("\n"),
    ]);
  });

  test("keeps every character of the text and marks every hit once, however the hits overlap", () => {
    const at = fc.nat({ max: CONTENT.length - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(at, at), { maxLength: 8 }), (spans) => {
        const overlapping = spans.map(([a, b]) => ({
          ...hitOf("点赞"),
          spanStart: Math.min(a, b),
          spanEnd: Math.max(a, b) + 1,
        }));
        const made = scannedText({ ...about, hits: overlapping });
        const texts = made.blocks
          .slice(-CONTENT.split("\n").length)
          .map((block) => (block.is === "table" ? [] : block.runs));
        const marks = texts.flat().flatMap(({ anchor }) => (anchor === undefined ? [] : [anchor]));
        expect(marks.toSorted()).toEqual(overlapping.map((_hit, index) => `place${index + 1}`).toSorted());
        const plain = texts.map((runs) => runs.flatMap((run) => (run.anchor === undefined ? [run.text] : [])).join(""));
        expect(plain.join("\n")).toBe(CONTENT);
      }),
      { seed: 7 },
    );
  });
});

describe("writeDocx(document)", () => {
  test("is read back as it was written", async () => {
    const document = scannedText({ ...about, hits: [hitOf("打卡签到")] });
    const read = await readText(await writeDocx(document), "结果.docx");
    expect(read.title).toBe("关于打卡的通知");
    expect(read.text.split("\n")).toEqual([
      "关于打卡的通知",
      ...words(document).flatMap((block) =>
        typeof block === "string"
          ? [block.replace(/　/g, " ")]
          : ["序号\t要求\t立场\t谁来做\t数字\t原句\t处理结果\t判定理由", ...block.map((row) => row.join("\t"))],
      ),
    ]);
  });

  test("lays the page out as official documents are: A4, their margins, 28.5 pt pitch, size 三号, a page number", async () => {
    const bytes = await writeDocx({ title: "题", blocks: [{ is: "paragraph", runs: [{ text: "文" }] }] });
    const body = await partOf(bytes, "word/document.xml");
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(body).toContain('w:line="570" w:lineRule="exact"');
    const styles = await partOf(bytes, "word/styles.xml");
    expect(styles).toMatch(/<w:docDefaults>.*w:eastAsia="仿宋".*<w:sz w:val="32"\/>.*<\/w:docDefaults>/s);
    expect(styles).toContain("方正小标宋简体");
    expect(await partOf(bytes, "word/footer1.xml")).toContain("PAGE");
  });

  test("links, anchors and comments find each other, and what XML cannot hold is left out", async () => {
    const bytes = await writeDocx({
      title: "题\u0000目",
      blocks: [
        { is: "paragraph", runs: [{ text: "去", link: "there" }] },
        {
          is: "paragraph",
          runs: [{ text: "到\ud800<&>\u0001", anchor: "there", comment: { author: "李明", text: "留意" } }],
        },
      ],
    });
    const body = await partOf(bytes, "word/document.xml");
    expect(body).toContain('w:anchor="there"');
    expect(body).toContain('w:name="there"');
    expect(await partOf(bytes, "word/comments.xml")).toContain("留意");
    const read = await readText(bytes, "a.docx");
    expect(read.text).toBe("题目\n去\n到\ufffd<&>");
    expect(read.notes).toContain("批注没有读入");
  });
});
