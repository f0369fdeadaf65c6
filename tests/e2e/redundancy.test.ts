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

/** Two forms that repeat each other only if 工作经历 and 工作简历 are one. */
const MINE = { name: "安居走访登记表", fields: ["工作经历", "帮办事项", "屋况等次"] };
const OTHER = { name: "平安走访登记表", fields: ["工作简历", "帮办事项", "隐患类别", "整改期限"] };

async function register({ name, fields }: typeof MINE) {
  await open(page, "/assets/new?kind=form");
  await page.getByLabel("名称（必填）").fill(name);
  await page.getByLabel("填报主体").selectOption({ label: "村（社区）" });
  await page.getByLabel("字段名称").fill(fields.join("\n"));
  await page
    .getByRole("region", { name: /查重|提交之前请看/ })
    .getByText(/项已有别的表在收/)
    .waitFor();
  const submit = page.getByRole("button", { name: "登记", exact: true });
  await submit.click();
  // What has been found is shown before the first press counts.
  if (await page.getByText("仍要提交的，再按一次提交按钮").isVisible()) await submit.click();
  await page.waitForURL(/\/assets\/[0-9a-f-]{36}$/);
  const list = page.getByRole("region", { name: "表内字段" });
  expect(await list.innerText()).toContain(`需要填写 ${fields.length} 项`);
}

const repeats = async () => {
  await open(page, `/redundancy/forms?q=${MINE.name}`);
  return (await page.getByRole("main").innerText()).includes(OTHER.name);
};

/** Puts questions off by key until this pair is asked. */
async function comeTo(a: string, b: string) {
  const card = page.getByRole("article");
  for (let passed = 0; passed < 60; passed++) {
    const said = await card.innerText();
    if (said.includes(`“${a}”`) && said.includes(`“${b}”`)) return;
    // The page listens to keys once it answers to one.
    await expect.poll(() => page.keyboard.press("3").then(() => card.innerText())).not.toBe(said);
  }
  throw new Error(`nobody asks about ${a} and ${b}`);
}

test("a question is answered by key, the pair then repeats itself on the list of forms, and undo brings the question back", async () => {
  await register(MINE);
  await register(OTHER);
  expect(await repeats()).toBe(false);

  await open(page, "/redundancy/questions");
  await comeTo("工作经历", "工作简历");
  const main = page.getByRole("main");
  expect(await main.innerText()).toContain("今天已答 0");
  await page.keyboard.press("c");
  await page
    .getByText(/里它的前后/)
    .first()
    .waitFor();
  await page.keyboard.press("1");
  await page.getByText(/已答“是同一项”。下一题：/).waitFor();
  await page.getByText("回答都已保存").waitFor();
  expect(await main.innerText()).toContain("今天已答 1");
  expect(await repeats()).toBe(true);
  await page.getByRole("link", { name: /试算取消或合并.*安居走访登记表/ }).click();
  await page.waitForURL(/\/proposals\/what-if\?items=/);
  for (const { name } of [MINE, OTHER]) await main.getByText(name).first().waitFor();

  await open(page, "/redundancy/aliases");
  const row = page.getByRole("row").filter({ hasText: "工作经历" });
  expect(await row.innerText()).toContain("是同一项");
  await row.getByRole("button", { name: /撤销/ }).click();
  await page
    .getByRole("tooltip")
    .getByRole("button", { name: /^撤\s*销$/ })
    .click();
  await row.getByText(/于.*撤销/).waitFor();
  expect(await repeats()).toBe(false);
  await open(page, "/redundancy/questions");
  await comeTo("工作经历", "工作简历");
});

test("an answer that cannot be sent waits in the browser and is saved when the network is back; U takes one back", async () => {
  await open(page, "/redundancy/questions");
  // The page listens to keys once it answers to one.
  const putOff = page.getByText(/先放一放。下一题/);
  await expect.poll(() => page.keyboard.press("3").then(() => putOff.isVisible())).toBe(true);
  await page.context().setOffline(true);
  await page.keyboard.press("2");
  await page.getByText(/暂时连不上服务器，1 个回答留在本机/).waitFor();
  await page.keyboard.press("2");
  await page.getByText(/2 个回答留在本机/).waitFor();
  await page.keyboard.press("u");
  await page.getByText(/1 个回答留在本机/).waitFor();
  await page.context().setOffline(false);
  await page.getByText("回答都已保存").waitFor();
  await page.keyboard.press("u");
  await page.getByText(/已撤销，重新回答/).waitFor();
  await page.getByText("回答都已保存").waitFor();
  await open(page, "/redundancy/aliases?answer=different");
  await page
    .getByRole("cell", { name: /于.*撤销/ })
    .first()
    .waitFor();
});

test("on a phone the answers lie under the thumb, and nothing is wider than the screen", async () => {
  const phone = await product.signIn("inspector", { width: 390, height: 844 });
  await open(phone, "/redundancy/questions");
  const same = phone.getByRole("button", { name: /是同一项/ }).first();
  const box = await same.boundingBox();
  expect(box).not.toBeNull();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("a department sees whose form is like its draft, and cannot open that form; questions are not offered to it", async () => {
  const department = await product.signIn("department");
  await open(department, "/check-new");
  await department.getByLabel("名称").fill("平安走访表");
  await department.getByLabel("表内字段").fill(OTHER.fields.join("\n"));
  const result = department.getByRole("region", { name: "比对结果" });
  await result.getByText(OTHER.name).first().waitFor();
  expect(await result.getByRole("link", { name: OTHER.name }).count()).toBe(0);
  await open(department, "/redundancy/questions");
  await department.getByText("没有找到").first().waitFor();
});

test("questions are asked of a region of one's own, and of no other", async () => {
  const asked = async (regionCode: string) => {
    const reply = await page.request.post(new URL("/redundancy/questions/next", page.url()).href, {
      data: { regionCode, passed: [] },
      headers: { origin: new URL(page.url()).origin },
    });
    return (await reply.json()) as { ok: boolean; code?: string; result?: { total: number } };
  };
  const all = await asked("990101000000");
  expect(all.result?.total).toBeGreaterThan(0);
  expect((await asked("990101001000")).result?.total).toBeLessThan(all.result?.total ?? 0);
  expect(await asked("990102000000")).toMatchObject({ ok: false, code: "forbidden" });
  await open(page, "/redundancy/questions?region=990101001000");
  await page.getByText("今天已答").waitFor();
});

test("one region of one's own is looked at from reading to reading, and left again; another region is not looked at", async () => {
  const town = page.getByText(/只列和风街道的表/);
  await open(page, "/redundancy/forms?region=990101001000");
  await town.waitFor();
  const inTown = await page.getByRole("link", { name: /^全部 \d+$/ }).textContent();
  await page.getByRole("link", { name: "换一个地区" }).click();
  await town.waitFor({ state: "detached" });
  const inCounty = page.getByRole("link", { name: /^全部 \d+$/ });
  expect(await inCounty.textContent()).not.toBe(inTown);
  await open(page, "/redundancy?region=990101001000");
  await page.getByText("只算和风街道的表").waitFor();
  const readings = page.getByRole("navigation", { name: "重复填报" });
  for (const [reading, said] of [
    ["数据项", "只列和风街道的表在要的数据项"],
    ["关系图", "只列和风街道的表，以及与它们重复的上级的表"],
    ["一事多报", "只列和风街道和它的上级要办的事项"],
  ] as const) {
    await readings.getByRole("link", { name: reading, exact: true }).click();
    await page.getByText(said).waitFor();
  }
  await open(page, "/redundancy/forms?region=990102000000");
  expect(await inCounty.textContent()).not.toBe(inTown);
  expect(await town.count()).toBe(0);
});
