import { rmSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { SAMPLE_PASSWORD } from "#seed/county/people.ts";
import { launchBrowser } from "./browser.ts";
import { freePort, run, temporaryFolder } from "./running.ts";

export type Product = {
  url: string;
  /** A new window of somebody who has signed in. */
  signIn: (username: string, viewport?: { width: number; height: number }) => Promise<Page>;
  /** Stops the product, its database and the browser. */
  stop: () => Promise<void>;
};

/** Opens a page of the office and waits until it stands there: the server answers with what it is reading before what it has read. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("main").getByRole("heading", { level: 1 }).first().waitFor();
}

/** The built product with the sample county, as `npm start` gives it, and a real Chromium to use it with. */
export async function startProduct(): Promise<Product> {
  const folder = temporaryFolder();
  const port = await freePort();
  const server = run("npm", ["start"], { JIANFU_DATA_DIR: folder, PORT: String(port) });
  const url = `http://localhost:${port}`;
  let browser: Browser | undefined;
  const stop = async () => {
    await browser?.close();
    server.child.kill("SIGTERM");
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await server.printed("按 Ctrl-C 停止");
    browser = await launchBrowser();
  } catch (error) {
    await stop();
    throw error;
  }
  const opened = browser;
  return {
    url,
    stop,
    async signIn(username, viewport = { width: 1440, height: 900 }) {
      const context = await opened.newContext({ baseURL: url, viewport, locale: "zh-CN" });
      // What is waited for comes or the test hangs: half a minute says only how busy the machine is.
      context.setDefaultTimeout(120_000);
      const page = await context.newPage();
      await page.goto("/sign-in");
      await page.getByLabel("用户名").fill(username);
      await page.getByLabel("密码").fill(SAMPLE_PASSWORD);
      await page.keyboard.press("Enter");
      await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
      return page;
    },
  };
}
