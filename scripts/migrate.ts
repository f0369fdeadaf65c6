/** `npm run migrate`: brings the database to this version of the product. */
import { migrate } from "#db/migrate.ts";
import { openServer } from "#db/server.ts";
import { runScript } from "./edge.ts";

await runScript(async () => {
  const server = await openServer("command");
  try {
    const { applied } = await migrate(server.owner);
    console.log(applied === 0 ? "数据库已是最新。" : `数据库已更新，执行了 ${applied} 个迁移。`);
  } finally {
    await server.stop();
  }
  return 0;
});
