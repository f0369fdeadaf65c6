import { Parser } from "htmlparser2";
import { DomainError } from "../errors.ts";
import { refuseBomb, unpack, unpackText, type ZipEntry, zipEntries } from "../table/zip-entries.ts";
import { ARCHIVE_LIMITS } from "./limits.ts";

/** An opened .docx: its parts by name, and their relations. */
export type Archive = {
  entries: readonly ZipEntry[];
  has(name: string): boolean;
  part(name: string): AsyncIterable<Uint8Array>;
  /** What a part refers to, by kind ("styles", "numbering"), as names of parts. */
  relations(name: string): Promise<Map<string, string>>;
};

const inWords = (error: unknown) => {
  if (!(error instanceof DomainError)) return error;
  return error.code === "too_large"
    ? new DomainError("too_large", "文件解压后过大，疑似压缩炸弹，请把正文另存为纯文本（.txt）后再上传", {
        cause: error,
      })
    : new DomainError("invalid", "文件已损坏或没有上传完整，请用 Word 或 WPS 打开并重新保存后再上传", { cause: error });
};

/** Opens a ZIP archive after refusing what would unpack beyond the limits. Throws "invalid" or "too_large". */
export function openArchive(bytes: Uint8Array): Archive {
  let entries: ZipEntry[];
  try {
    entries = zipEntries(bytes);
    refuseBomb(entries, ARCHIVE_LIMITS);
  } catch (error) {
    throw inWords(error);
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  async function* part(name: string): AsyncGenerator<Uint8Array, void, undefined> {
    const entry = byName.get(name);
    if (!entry) return;
    try {
      yield* unpack(bytes, entry);
    } catch (error) {
      throw inWords(error);
    }
  }
  return {
    entries,
    has: (name) => byName.has(name),
    part,
    async relations(name) {
      const slash = name.lastIndexOf("/");
      const folder = name.slice(0, slash + 1);
      const file = `${folder}_rels/${name.slice(slash + 1)}.rels`;
      const xml = await unpackText(bytes, entries, file).catch((error) => {
        throw inWords(error);
      });
      const relations = new Map<string, string>();
      new Parser(
        {
          onopentag(tag, { Type = "", Target = "", TargetMode }) {
            if (!tag.endsWith("Relationship") || TargetMode === "External") return;
            const kind = Type.slice(Type.lastIndexOf("/") + 1);
            if (!relations.has(kind)) relations.set(kind, resolve(folder, Target));
          },
        },
        { xmlMode: true },
      ).end(xml ?? "");
      return relations;
    },
  };
}

function resolve(folder: string, target: string): string {
  const parts = target.startsWith("/") ? [] : folder.split("/").filter((part) => part !== "");
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
