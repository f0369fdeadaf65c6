/** `npm start`: builds when needed, starts the database when none is given, migrates, serves. */
import { runScript } from "./edge.ts";
import { serve } from "./serve.ts";

await runScript((signal) => serve({ dev: false, signal }));
// Pools of the pages would keep the process.
process.exit();
