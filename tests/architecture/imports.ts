import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

export type SourceFile = {
  path: string;
  client: boolean;
  imports: { target: string; typeOnly: boolean }[];
  text: string;
};

const ROOTS = ["app", "db", "lib", "scripts", "seed", "tests"];
const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm;
const DYNAMIC = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** Every source file of the project with what it imports: a path from the root, or a package name. */
export function sourceFiles(): SourceFile[] {
  return ROOTS.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((name) => join(root, name).replaceAll("\\", "/"))
      .filter((path) => /\.tsx?$/.test(path))
      .sort()
      .map((path) => {
        const text = readFileSync(path, "utf8");
        const statics = [...text.matchAll(IMPORT)].map(([, type, target]) => ({
          target: resolve(path, target as string),
          typeOnly: type !== undefined,
        }));
        const dynamics = [...text.matchAll(DYNAMIC)].map(([, target]) => ({
          target: resolve(path, target as string),
          typeOnly: false,
        }));
        return { path, client: /^["']use client["']/.test(text), imports: [...statics, ...dynamics], text };
      }),
  );
}

function resolve(from: string, target: string): string {
  if (target.startsWith("#")) return target.slice(1);
  if (target.startsWith(".")) return normalize(join(dirname(from), target)).replaceAll("\\", "/");
  return target;
}
