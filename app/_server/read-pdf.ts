import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { pdfApart } from "#lib/document/pdf-apart.ts";

const PATIENCE_MS = 60_000;
const MEMORY_MB = 1024;

/** Reads an uploaded PDF in a thread of its own; the thread runs from the sources, beside the built pages. */
export const readPdf = pdfApart(
  () =>
    new Worker(/* turbopackIgnore: true */ join(process.cwd(), "scripts", "pdf-thread.ts"), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    }),
  () => AbortSignal.timeout(PATIENCE_MS),
);
