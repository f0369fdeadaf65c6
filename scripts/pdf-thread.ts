/** The thread that one PDF is read in, so that a hostile one cannot stop the process. Started by path, not imported. */
import { parentPort } from "node:worker_threads";
import { answerPdf } from "#lib/document/pdf-apart.ts";

parentPort?.once("message", async (bytes: Uint8Array) => parentPort?.postMessage(await answerPdf(bytes)));
