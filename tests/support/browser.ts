import chromiumPackage from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/**
 * A real Chromium: the one at `CHROMIUM_PATH`, else the one that ships inside an npm package, which needs libnss3 of the system.
 * The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  try {
    return await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? (await chromiumPackage.executablePath()),
      // Not the package's own arguments: they are for another host, run one process and switch web security off.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
      headless: true,
    });
  } catch (cause) {
    throw new Error(
      "Chromium did not start: install what it names below (on Debian and Ubuntu: apt-get install libnss3), or set CHROMIUM_PATH to a Chromium of your own",
      { cause },
    );
  }
}
