import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { openRoles } from "#db/server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    server: { owner: string; app: string; auth: string };
  }
}

export const TEMPLATE = "jianfu_template";

/** One database server for the run, with one migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "jianfu-test-"));
  chmodSync(folder, 0o755);
  const server = await startEmbedded({
    folder,
    use: "serve",
    settings: { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_connections: "300" },
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
    await sql.unsafe(`create database ${TEMPLATE}`);
    await sql.end();
    const template = new URL(server.ownerUrl);
    template.pathname = `/${TEMPLATE}`;
    const roles = await openRoles(template.href, {}, () => "");
    await migrate(roles.owner);
    project.provide("server", roles);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
