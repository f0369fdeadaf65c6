import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
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

/** A ledger as an office keeps it: in GBK, one row with a number that is none. */
const LEDGER = iconv.encode(
  [
    "应用名称,主办单位,应用形态,备案状态,面向基层,主要功能,年运维费用",
    "平安巡查通,示范县应急管理局,APP,未备案,是,打卡签到、隐患上报,3.5万元",
    "便民留言板,示范县数据局,小程序,已备案,是,留言、查询,约两万",
  ].join("\r\n"),
  "gbk",
);

const number = (text: string) => Number(text.replaceAll(/[^\d]/g, ""));
/** The number of items that the list names: “共 N 条”. */
const listed = async () =>
  number(
    (
      await page
        .getByText(/共 [\d,]+ 条/)
        .first()
        .innerText()
    ).replace(/^.*共/, ""),
  );
/** The figure that stands in a row of a table of a panel, under a column's title. */
async function figure(panel: string, row: string, column: string): Promise<number> {
  const table = page.getByRole("table", { name: panel });
  const titles = await table.getByRole("columnheader").allInnerTexts();
  const cells = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: row, exact: true }) });
  return number(await cells.locator("th, td").nth(titles.indexOf(column)).innerText());
}

test("the inspector's way, from a ledger to a changed dashboard", async () => {
  await open(page, "/");
  const before = {
    apps: await figure("全部条目的状态", "政务应用程序", "合计"),
    closing: await figure("全部条目的状态", "政务应用程序", "关停中"),
    red: await figure("在运行条目的风险等次", "政务应用程序", "红线"),
    shutdowns: await figure("有效的评审决定", "政务应用程序", "关停注销"),
  };

  // A ledger is read, checked without changing anything, and committed.
  await open(page, "/imports/new");
  await page.getByLabel(/台账文件/).setInputFiles({ name: "应用台账.csv", mimeType: "text/csv", buffer: LEDGER });
  await page.getByRole("combobox", { name: "台账的种类" }).click();
  await page.getByTitle("政务应用程序").click();
  await page.getByRole("button", { name: "读取表头" }).click();
  await page.getByRole("button", { name: "预检" }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await page.getByRole("cell", { name: /不是数字（约两万）/ }).waitFor();
  const workbook = page.waitForEvent("download");
  await page
    .getByRole("link", { name: /有误.*行|下载/ })
    .last()
    .click();
  expect(
    readFileSync(await (await workbook).path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  await page.getByRole("button", { name: /^提交这 1 行/ }).click();
  await page.getByText(/已提交：新建 1 个条目/).waitFor();

  // It is judged with all the others, and the item tells why.
  await open(page, "/assessments");
  await page.getByRole("button", { name: "执行研判" }).click();
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
  await open(page, "/assets?q=平安巡查通");
  expect(await listed()).toBe(1);
  await page.getByRole("link", { name: "平安巡查通" }).click();
  await page.getByRole("heading", { level: 1, name: "平安巡查通" }).waitFor();
  const judgement = await page.getByRole("main").innerText();
  expect(judgement).toContain("红线");
  expect(judgement).toContain("打卡签到、隐患上报");
  expect(judgement).toContain("《政务移动互联网应用程序规范化管理办法》");
  expect(judgement).toContain("35,000");

  // A session takes it, freezes what is known, and decides.
  await open(page, "/reviews");
  await page.getByLabel("评审会名称").fill("应急条线专题评审会");
  await page.getByRole("button", { name: "新建评审会" }).click();
  await page.waitForURL(/\/reviews\/[0-9a-f-]{36}/);
  await page.getByRole("link", { name: "列入条目" }).first().click();
  await page.waitForURL(/\/add/);
  await open(page, `${page.url().split("?")[0]}?q=平安巡查通`);
  await page.getByRole("checkbox", { name: /平安巡查通/ }).check();
  await page.getByRole("button", { name: /列入所选 1 条/ }).click();
  await page.getByText("已列入 1 个条目").waitFor();
  await open(page, page.url().replace(/\/add.*/, ""));
  await page.getByRole("button", { name: "开始评审" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "开始评审" }).click();
  await page.getByText("评审中").first().waitFor();
  await page.getByRole("link", { name: "平安巡查通" }).click();
  await page.waitForURL(/\/items\//);

  // A decision without the reason it needs is refused, and nothing of what was typed is lost.
  await page.getByRole("radio", { name: /关停注销/ }).check();
  await page.getByRole("button", { name: "决定关停注销" }).click();
  await page.getByRole("alert").filter({ hasText: "理由" }).first().waitFor();
  await page.getByLabel(/理由/).fill("未备案且每日打卡，功能由平台承接");
  await page.getByRole("button", { name: "决定关停注销" }).click();
  await page.getByText("已决定“关停注销”").waitFor();

  // The dashboard moved by exactly that, and each number opens its rows.
  await open(page, "/");
  expect(await figure("全部条目的状态", "政务应用程序", "合计")).toBe(before.apps + 1);
  expect(await figure("全部条目的状态", "政务应用程序", "关停中")).toBe(before.closing + 1);
  expect(await figure("在运行条目的风险等次", "政务应用程序", "红线")).toBeGreaterThan(before.red);
  expect(await figure("有效的评审决定", "政务应用程序", "关停注销")).toBe(before.shutdowns + 1);
});

test("numbers of the dashboard open exactly the rows that they were counted from", async () => {
  await open(page, "/");
  await page.getByRole("table", { name: "全部条目的状态" }).waitFor();
  const links = await page
    .getByRole("main")
    .locator('a[href^="/assets?"]')
    .evaluateAll((found) => found.map((one) => [one.getAttribute("href"), one.textContent] as [string, string]));
  const figures = links.filter(([, text]) => /^[\d,]*[1-9][\d,]*$/.test(text));
  expect(figures.length).toBeGreaterThan(50);
  // tests/db proves all of them in the database; here every fifth is opened as a person would.
  for (const [href, text] of figures.filter((_, index) => index % 5 === 0)) {
    await open(page, href);
    expect(`${href} opens ${await listed()}`).toBe(`${href} opens ${number(text)}`);
  }
});
