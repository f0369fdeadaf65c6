/** `npm run dev`: like `npm start`, with live reload and without a build. */
import { runScript } from "./edge.ts";
import { serve } from "./serve.ts";

await runScript((signal) => serve({ dev: true, signal }));
// Pools of the pages would keep the process.
process.exit();
