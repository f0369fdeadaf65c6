import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "./start-error.ts";

/** A random text of 64 hex digits, made once and kept in the folder, readable by its owner only. */
export function keptSecret(folder: string, name: string): string {
  const file = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(file)) {
      // "wx": of two processes that start at once, one makes it and both read it.
      try {
        writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
    }
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new StartError(
      `无法读写数据文件夹 ${folder}，请检查该文件夹的权限，或用 JIANFU_DATA_DIR 指定另一个文件夹。`,
      { cause: error },
    );
  }
}
