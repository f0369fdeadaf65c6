import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { open, type Product, startProduct } from "../support/product.ts";

let product: Product;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  page = await product.signIn("inspector");
});
afterAll(() => product?.stop());

/** An item of the sample county that is in no red band, and what a notice would demand of it. */
const ITEM = "护林通";
const SENTENCE = `护林员须每日早晚两次在${ITEM}打卡签到，漏签一次扣2分。`;
const NOTICE = `关于进一步规范走访工作的通知
各镇、街道：
一、${SENTENCE}
二、严禁要求村干部重复填报表格。
示范县林业局
2026年10月9日`;

const openText = async () => {
  await open(page, "/texts/new");
  await page.getByLabel("文本内容").fill(NOTICE);
  await page.getByRole("button", { name: "登记并扫描" }).click();
};

test("a notice is pasted, a demand confirmed by one key, the item turns red, and its page shows the sentence", async () => {
  await open(page, `/assets?q=${ITEM}`);
  expect(await page.getByRole("main").innerText()).not.toContain("红线");

  await openText();
  await page.waitForURL(/\/texts\/[0-9a-f-]{36}$/);
  const address = page.url();
  const list = page.getByRole("region", { name: "找到的要求" });
  await list.getByText("打卡签到").first().waitFor();
  // What is forbidden is shown with the reason why it does not count.
  await list.getByText(/不计入的 \d+ 处/).click();
  expect(await list.innerText()).toContain("重复多头填报");

  // The item that the sentence names is proposed: K leads back to the first, Enter confirms.
  await list
    .getByText(new RegExp(`${ITEM}（政务应用程序`))
    .first()
    .waitFor();
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await page.getByText(/第 \d+ 处已确认/).waitFor();
  await page.getByText("已确认 1 处，涉及 1 个条目，重新研判后生效。").waitFor();

  await page.getByRole("button", { name: "重新研判" }).click();
  await page.getByText("已重新研判").waitFor();
  await page.getByRole("region", { name: "确认后的研判" }).getByRole("link", { name: ITEM }).click();
  await page.waitForURL(/\/assets\/[0-9a-f-]{36}/);
  await page.getByRole("heading", { level: 1, name: ITEM }).waitFor();
  const item = await page.getByRole("main").innerText();
  expect(item).toContain("红线");
  expect(item).toContain(SENTENCE);
  expect(item).toContain("《关于进一步规范走访工作的通知》");
  // The demand leads back to the place that it was confirmed at.
  await page.getByRole("region", { name: "对基层的要求" }).getByRole("link", { name: "看原文这一处" }).click();
  await page.waitForURL((url) => url.href.startsWith(address) && url.searchParams.has("hit"));
  await page.getByRole("region", { name: "找到的要求" }).getByText("已确认（").waitFor();

  // The same words again lead to the text that is there.
  await openText();
  await page.getByText("内容相同的文本已经登记过").waitFor();
  await page.getByRole("link", { name: "打开已有的文本" }).click();
  await page.waitForURL(address);
});

test("a text leaves as a Word document", async () => {
  await open(page, "/texts?q=走访工作");
  await page.getByRole("link", { name: "关于进一步规范走访工作的通知" }).click();
  await page.waitForURL(/\/texts\/[0-9a-f-]{36}$/);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "导出 Word" }).click();
  expect((await download).suggestedFilename()).toBe("关于进一步规范走访工作的通知-扫描结果.docx");
});

test("several files are taken one by one: one that cannot be read does not hold up the others", async () => {
  await open(page, "/texts/new");
  const file = (name: string, words: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(words) });
  await page
    .getByLabel("选择文件", { exact: true })
    .setInputFiles([
      file("甲.txt", "关于走访日报的通知\n请各村每天上传走访照片，不少于3张。"),
      file("乙.txt", ""),
      file("丙.txt", NOTICE),
    ]);
  await page.getByText("已登记 1 份，此前已有 1 份，没有登记 1 份。").waitFor();
  await page.getByRole("link", { name: "关于走访日报的通知" }).waitFor();
});

test("a department checks a draft in its own browser, and sees no text of the office", async () => {
  const department = await product.signIn("department");
  await department.getByRole("link", { name: "发文自查" }).click();
  await department.getByLabel("草稿全文").fill(NOTICE);
  const sent: string[] = [];
  department.on("request", (request) => sent.push(request.postData() ?? ""));
  await department.getByRole("button", { name: "检查" }).click();
  await department.getByText(/有 \d+ 处建议修改/).waitFor();
  expect(await department.getByRole("main").innerText()).toContain("删去打卡、签到的要求");
  expect(sent.join("")).not.toContain("打卡");
  await open(department, "/texts");
  await department.getByText("没有找到").first().waitFor();
});

test("numbers of persons are shown before a text is registered, and kept out of it", async () => {
  await open(page, "/texts/new");
  await page.getByLabel("文本内容").fill("关于夏季走访的通知\n各村每天上传走访照片。联系人：13800138000");
  await page.getByText("文中有手机号 1 个。登记时遮盖为 ***，原号码不保存。").waitFor();
  await page.getByRole("button", { name: "登记并扫描" }).click();
  await page.waitForURL(/\/texts\/[0-9a-f-]{36}$/);
  await page.getByRole("article", { name: "原文" }).getByText("联系人：***").waitFor();
});

test("the words of an indicator are put right", async () => {
  await open(page, "/indicators");
  const first = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: "更正" }) })
    .first();
  await first.getByRole("button", { name: "更正" }).click();
  await first.getByLabel("分值").fill("占 7 分");
  await first.getByRole("button", { name: "保存更正" }).click();
  await first.getByText("占 7 分").waitFor();
});
