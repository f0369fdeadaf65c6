import { type Connection, connect, type Database } from "#db/client.ts";

declare global {
  var jianfuConnection: Connection | undefined;
}

/** The pool of this process, opened once and kept over hot reloads. `JIANFU_APP_URL` is set by whoever starts the server. */
export function database(): Database {
  if (globalThis.jianfuConnection === undefined) {
    const url = process.env.JIANFU_APP_URL;
    if (!url) throw new Error("JIANFU_APP_URL is not set: start the server with npm start or npm run dev");
    globalThis.jianfuConnection = connect(url);
  }
  return globalThis.jianfuConnection.db;
}
