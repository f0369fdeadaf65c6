import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { open, type Product, startProduct } from "#tests/support/product.ts";

let product: Product;
let page: Page;
beforeAll(async () => {
  product = await startProduct();
  page = await product.signIn("inspector");
});
afterAll(() => product?.stop());

test("an office tightens a limit, sees whom it moves, publishes it, judges by it and goes back", async () => {
  // A slip of the hand is refused at the field; closing the form loses nothing of what was typed.
  await open(page, "/rules/draft?q=限额");
  const edit = page.getByRole("button", { name: /^修改：工作群数量超过本单位限额/ });
  const limit = page.getByLabel("中等单位工作群上限（个）");
  await edit.click();
  await limit.fill("500");
  await page.getByRole("button", { name: "保存到草稿" }).click();
  await page.getByText(/应在 1 至 50 个之间/).waitFor();
  await page.keyboard.press("Escape");
  await page.reload();
  await edit.click();
  expect(await limit.inputValue()).toBe("500");
  await limit.fill("2");
  await page.getByRole("button", { name: "保存到草稿" }).click();
  await page.getByText("中等单位工作群上限：5 个").waitFor();

  // The dry run names items and what they would become; nothing is judged yet.
  await page.getByRole("link", { name: "试算" }).click();
  await page.getByRole("button", { name: "开始试算" }).click();
  const row = page.getByRole("table", { name: "会变化的条目" }).getByRole("row").nth(1);
  await row.waitFor();
  const name = await row.getByRole("rowheader").innerText();
  expect(await row.innerText()).toContain("工作群数量超过本单位限额");
  const workbook = page.waitForEvent("download");
  await page.getByRole("button", { name: /^导出这 \d+ 条$/ }).click();
  expect((await workbook).suggestedFilename()).toMatch(/^规则试算-.*\.xlsx$/);

  // Published for a reason, it is what the next run judges by, and the item tells of it.
  await page.getByRole("link", { name: "发布" }).click();
  await page.getByLabel(/为什么这样改/).fill("按本县办法收紧");
  await page.getByRole("button", { name: "发布" }).click();
  await page.waitForURL(/\/rules\/versions/);
  await page.getByText("发布说明：按本县办法收紧").waitFor();
  await open(page, "/assessments");
  await page.getByRole("button", { name: "执行研判" }).click();
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
  const pack = await page.getByRole("link", { name: /990101000000-1/ }).getAttribute("href");
  await open(page, `/assets?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.getByRole("main").getByText("不超过 2 个").first().waitFor();

  // Back to the version before; the run stays readable with the pack that it used.
  await open(page, "/rules/versions");
  await page.getByRole("button", { name: /^恢复此版本/ }).click();
  await page.getByLabel(/理由/).fill("试行结束");
  await page.getByRole("dialog").getByRole("button", { name: "恢复此版本" }).click();
  await page.getByRole("cell", { name: "试行结束" }).waitFor();
  await open(page, pack ?? "");
  await page.getByRole("main").getByText("中等单位工作群上限 2 个").first().waitFor();
});
