import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { open, type Product, startProduct } from "#tests/support/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
const notFound = (page: Page) => page.getByRole("heading", { name: /没有找到|找不到/ }).waitFor();
/** The count that the list names: “共 N 条”. */
async function listed(page: Page): Promise<number> {
  const text = await page
    .getByText(/共 [\d,]+ 条/)
    .first()
    .innerText();
  return Number(/共 ([\d,]+) 条/.exec(text)?.[1]?.replaceAll(",", ""));
}
async function firstItem(page: Page): Promise<string> {
  const href = await page.locator('main :is(table, ul) a[href^="/assets/"]').first().getAttribute("href");
  if (!href) throw new Error("the list has no item");
  return href;
}

test("who is not signed in is led to the sign-in page, and a wrong password says no more than that", async () => {
  const page = await product.signIn("leader");
  await page.context().clearCookies();
  await open(page, "/assets");
  await page.waitForURL(/\/sign-in/);
  const messages: string[] = [];
  for (const username of ["inspector", "nobody-of-that-name"]) {
    await page.goto("/sign-in");
    await page.getByLabel("用户名").fill(username);
    await page.getByLabel("密码").fill("Wrong-password-1");
    await page.keyboard.press("Enter");
    messages.push(await page.getByRole("alert").filter({ hasText: /./ }).first().innerText());
  }
  expect(messages[0]).toBe(messages[1]);
});

test("a department sees its own items only, and another's are not found", async () => {
  const inspector = await product.signIn("inspector");
  await open(inspector, "/assets");
  const all = await listed(inspector);

  const department = await product.signIn("department");
  await open(department, "/assets");
  const own = await listed(department);
  expect(own).toBeGreaterThan(0);
  expect(own).toBeLessThan(all);
  const units = await department.getByRole("table").getByRole("row").filter({ hasText: "示范县" }).allInnerTexts();
  expect(units.filter((row) => !row.includes("示范县民政局"))).toEqual([]);

  const others = inspector.getByRole("row").filter({ hasText: "示范县" }).filter({ hasNotText: "民政局" });
  const foreign = await others.first().getByRole("link").first().getAttribute("href");
  await open(department, foreign ?? "");
  await notFound(department);

  // What it runs it may put right.
  await open(department, "/assets");
  await open(department, `${await firstItem(department)}/edit`);
  await department.getByRole("button", { name: /保存/ }).waitFor();
});

test("a leader reads everything and is offered nothing to write", async () => {
  const leader = await product.signIn("leader");
  await heading(leader, "总览");
  await open(leader, "/assets");
  expect(await listed(leader)).toBeGreaterThan(500);
  const item = await firstItem(leader);
  for (const path of ["/", "/assets", item, "/units", "/assessments", "/reviews", "/outcome"]) {
    await open(leader, path);
    const offered = await leader
      .getByRole("main")
      .locator("button, a")
      .filter({
        hasText: /^(登记条目|登记单位|登记.*|修改|删除|新建.*|导入|执行研判|立即研判|列入条目|开始评审|移出)$/,
      })
      .allInnerTexts();
    expect(`${path} ${offered.join()}`).toBe(`${path} `);
  }
  await open(leader, "/assets/new?kind=app");
  expect(await leader.getByRole("button", { name: /保存|登记/ }).count()).toBe(0);
});

test("three administrators each do their own part: create, grant, read the log", async () => {
  const system = await product.signIn("sysadmin");
  await open(system, "/admin/accounts");
  await system.getByText("创建账号").first().click();
  await system.getByLabel("用户名").fill("newleader");
  await system.getByLabel("姓名").fill("新领导");
  await system.getByLabel("初始密码").fill("First-day-2026");
  await system.getByRole("button", { name: "创建账号" }).click();
  await system.getByText("newleader").first().waitFor();
  expect(await system.getByRole("navigation").getByText("台账").count()).toBe(0);

  const audit = await product.signIn("auditadmin");
  await open(audit, "/admin/log");
  await audit.getByRole("table").getByText("创建账号").first().waitFor();
  await open(audit, "/admin/accounts");
  await notFound(audit);
});

test("the pages fit a phone: nothing is wider than the screen", async () => {
  const phone = await product.signIn("inspector", { width: 390, height: 844 });
  await open(phone, "/assets");
  const item = await firstItem(phone);
  for (const path of [
    "/",
    "/assets",
    item,
    `${item}/edit`,
    "/units",
    "/imports",
    "/imports/new",
    "/assessments",
    "/rules",
    "/reviews",
    "/outcome",
  ]) {
    await open(phone, path);
    const wider = await phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    expect(`${path} ${wider}`).toBe(`${path} 0`);
  }
});
