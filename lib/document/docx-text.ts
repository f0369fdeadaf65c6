import { DomainError } from "../errors.ts";
import type { Archive } from "./archive.ts";
import { readNumbering, readStyles } from "./docx-numbering.ts";
import { type Story, StoryReader } from "./docx-story.ts";
import { walkXml } from "./xml-events.ts";

export type Words = { lines: string[]; title: string | null; notes: string[] };

const NOTES = [
  ["footnotes", "脚注"],
  ["endnotes", "尾注"],
] as const;

/** The part that holds the body of a Word document; undefined when the archive holds none. */
export async function bodyPart(archive: Archive): Promise<string | undefined> {
  const named = (await archive.relations("")).get("officeDocument");
  return [named, "word/document.xml"].find(
    (name) => name !== undefined && archive.has(name) && !/^(xl|ppt)\//.test(name),
  );
}

/**
 * The lines of a .docx: numbered as its lists say, what was inserted kept and what was deleted left out; headers, footers, comments
 * and tables of contents are left out; footnotes and endnotes stand at the end.
 */
export async function docxText(archive: Archive, body: string): Promise<Words> {
  const relations = await archive.relations(body);
  const folder = body.slice(0, body.lastIndexOf("/") + 1);
  const partOf = (kind: string) => archive.part(relations.get(kind) ?? `${folder}${kind}.xml`);
  const styles = await readStyles(partOf("styles"));
  const numbering = await readNumbering(partOf("numbering"), styles);
  const read = async (part: AsyncIterable<Uint8Array>, noteWord = ""): Promise<Story> => {
    const reader = new StoryReader(numbering, (id) => styles.get(id)?.name ?? id, noteWord);
    await walkXml(part, reader);
    return reader.story;
  };
  const story = await read(archive.part(body));
  const lines = story.lines;
  let hasNotes = false;
  for (const [kind, word] of NOTES) {
    if (!relations.has(kind)) continue;
    for (const line of (await read(partOf(kind), word)).lines) {
      lines.push(line);
      hasNotes = true;
    }
  }
  const pictures = archive.entries.filter(({ name }) => name.startsWith(`${folder}media/`)).length;
  const embedded = archive.entries.filter(({ name }) => name.startsWith(`${folder}embeddings/`)).length + story.foreign;
  if (lines.length === 0) {
    throw new DomainError(
      "invalid",
      pictures > 0
        ? "这份 Word 文件里只有图片，没有文字，请先用文字识别软件转换，或把正文粘贴过来"
        : "文件里没有文字，请确认选对了文件，或把正文粘贴过来",
    );
  }
  const notes = [
    story.tracked ? "文件带有修订痕迹：新增的文字已读入，删除的没有读入" : null,
    hasNotes ? "脚注和尾注放在文末" : null,
    relations.has("comments") ? "批注没有读入" : null,
    pictures > 0 ? `有 ${pictures} 张图片，图片里的文字没有读入` : null,
    embedded > 0 ? `嵌有 ${embedded} 个其他文件，没有读入` : null,
  ];
  return { lines, title: story.titleLines.join("") || null, notes: notes.filter((note) => note !== null) };
}
