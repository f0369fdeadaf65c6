import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { z } from "zod";
import { UsageError } from "../edge.ts";

/** The objects of a file with one JSON object a line; throws UsageError naming the line that cannot be read. */
export function readJsonLines<T extends z.ZodType>(file: string, shape: T, what: string): z.output<T>[] {
  const lines = readText(file)
    .replace(/^\uFEFF/, "")
    .split("\n")
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "");
  if (lines.length === 0) throw new UsageError(`${basename(file)} 没有内容：每行应有${what}。`);
  return lines.map(({ line, number }) => {
    const parsed = shape.safeParse(jsonOf(line));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new UsageError(
      `${basename(file)} 第 ${number} 行读不懂（${issue?.path.join(".") || "JSON"}：${issue?.message}），请改好这一行再试。`,
    );
  });
}

/** The text of a file; throws UsageError when it cannot be opened. */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new UsageError(`打不开 ${file}：请检查文件名和权限。`, { cause });
  }
}

/** The value of a text; undefined when it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
