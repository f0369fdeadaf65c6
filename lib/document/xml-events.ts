import { Parser } from "htmlparser2";
import { DomainError } from "../errors.ts";
import { MAX_DEPTH } from "./limits.ts";

export const tooDeep = () =>
  new DomainError(
    "invalid",
    `文件内部嵌套超过 ${MAX_DEPTH} 层，不是正常的文档，请把正文复制粘贴过来，或重新另存后再上传`,
  );

/** Namespaces by the end of their address, which the transitional and the strict form of the format share. */
const NAMESPACES: [RegExp, string][] = [
  [/\/wordprocessingml\/(2006\/)?main$/, "w"],
  [/\/officeDocument\/(2006\/)?math$/, "m"],
  [/\/markup-compatibility\/2006$/, "mc"],
];

export type XmlHandler = {
  /** `name` is the local name after the customary prefix of its namespace ("w:p"), or "" for a namespace that is of no use here. */
  open(name: string, attribute: (local: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
};

/** Walks the XML of an office document once, in the order of the file. Throws "invalid" when it is nested beyond sense or cut off. */
export async function walkXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const decoder = new TextDecoder();
  const prefixes = new Map<string, string>();
  const names = new Map<string, string>();
  const nameOf = (tag: string) => {
    let name = names.get(tag);
    if (name === undefined) {
      const colon = tag.indexOf(":");
      const namespace = prefixes.get(colon < 0 ? "" : tag.slice(0, colon));
      name = namespace === undefined ? "" : `${namespace}:${tag.slice(colon + 1)}`;
      names.set(tag, name);
    }
    return name;
  };
  let depth = 0;
  let cutOff = false;
  let ending = false;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        depth += 1;
        if (depth > MAX_DEPTH) throw tooDeep();
        for (const [key, value] of Object.entries(attributes)) {
          if (key !== "xmlns" && !key.startsWith("xmlns:")) continue;
          const namespace = NAMESPACES.find(([address]) => address.test(value))?.[1];
          const prefix = key.slice(6);
          if (prefixes.get(prefix) === namespace) continue;
          if (namespace) prefixes.set(prefix, namespace);
          else prefixes.delete(prefix);
          names.clear();
        }
        handler.open(nameOf(tag), (local) => {
          for (const [key, value] of Object.entries(attributes)) {
            if (key === local || key.slice(key.indexOf(":") + 1) === local) return value;
          }
          return undefined;
        });
      },
      onclosetag(tag) {
        depth -= 1;
        if (ending) cutOff = true;
        handler.close(nameOf(tag));
      },
      ontext: (text) => handler.text(text),
    },
    { xmlMode: true },
  );
  for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
  parser.write(decoder.decode());
  ending = true;
  parser.end();
  if (cutOff) throw new DomainError("invalid", "Word 文件的内容不完整，请用 Word 或 WPS 打开并重新保存后再上传");
}
