import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { connect, type Database } from "#db/client.ts";
import { TEMPLATE } from "./global-setup.ts";

export type TestDatabase = {
  /** As the application's role, which the policies bind. */
  db: Database;
  /** As the owner, whom nothing binds: for arranging and for looking at what happened. */
  ownerDb: Database;
  ownerUrl: string;
  appUrl: string;
  authUrl: string;
  close: () => Promise<void>;
};

/** A database of its own for one test file: migrated, with the national divisions, and otherwise empty. */
export async function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject("server");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await administer(
    server.owner,
    options.empty ? `create database ${name} template template0` : `create database ${name} template ${TEMPLATE}`,
  );
  const [ownerUrl, appUrl, authUrl] = [server.owner, server.app, server.auth].map((url) => at(url, name)) as [
    string,
    string,
    string,
  ];
  const app = connect(appUrl, { max: 4 });
  const owner = connect(ownerUrl, { max: 2 });
  return {
    db: app.db,
    ownerDb: owner.db,
    ownerUrl,
    appUrl,
    authUrl,
    close: async () => {
      await Promise.all([app.close(), owner.close()]);
      await administer(server.owner, `drop database ${name} with (force)`);
    },
  };
}

function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function administer(ownerUrl: string, statement: string): Promise<void> {
  const sql = postgres(at(ownerUrl, "postgres"), { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
