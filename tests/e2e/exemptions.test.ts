import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { open, type Product, startProduct } from "#tests/support/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

const inDialog = (page: Page) => page.getByRole("dialog");
/** A day so many days from today, as a date field takes it. */
const dayFromToday = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const counted = async (page: Page, outcome: string) =>
  Number(
    (await page.getByRole("navigation", { name: "结论" }).getByRole("link", { name: outcome }).innerText()).replace(
      /\D/g,
      "",
    ),
  );

test("a department asks, an inspector approves, the next run shows exempt and never clear", async () => {
  // The department opens one of its hits, and asks with the document that it rests on.
  const department = await product.signIn("department");
  await open(department, "/findings?outcome=hit");
  const first = department.getByRole("table", { name: "判定清单" }).getByRole("rowheader").getByRole("link").first();
  const address = new URL((await first.getAttribute("href")) ?? "", product.url);
  const ruleId = address.searchParams.get("finding") ?? "";
  const item = address.pathname;
  await first.click();
  await department.waitForURL(/\/assets\//);
  const finding = department.locator(`#rule-${ruleId}`);
  const title = await finding.getByRole("heading").innerText();
  await finding.getByRole("button", { name: "申请豁免" }).click();

  // Nothing is asked for by an empty form: each field says what is missing.
  await inDialog(department).getByRole("button", { name: "提交申请" }).click();
  await inDialog(department).getByText("请填写理由").waitFor();
  await inDialog(department).getByLabel("理由").fill("救灾期间须核对人员到岗");
  await inDialog(department).getByLabel("依据的文件名称").fill("救灾应急预案");
  await inDialog(department).getByLabel("文号").fill("示民〔2026〕9号");
  await inDialog(department).getByLabel("文件原文").fill("值守人员须逐日核对");
  await inDialog(department).getByLabel("豁免到哪一天").fill(dayFromToday(90));
  await inDialog(department).getByRole("button", { name: "提交申请" }).click();
  await finding.getByText("豁免待审批").waitFor();
  await finding.getByRole("button", { name: "撤回申请" }).waitFor();
  expect(await finding.getByRole("button", { name: /^(批准|不批准|申请豁免)$/ }).count()).toBe(0);

  // The inspector finds it waiting, and approves it for a shorter time.
  const inspector = await product.signIn("inspector");
  await open(inspector, "/findings");
  const before = { exempt: await counted(inspector, "已豁免") };
  await open(inspector, "/exemptions?state=requested");
  const waiting = inspector.getByRole("row").filter({ hasText: title });
  await waiting.getByRole("button", { name: "批准", exact: true }).click();
  await inDialog(inspector).getByText("值守人员须逐日核对").waitFor();
  await inDialog(inspector).getByLabel("批准到哪一天").fill(dayFromToday(30));
  await inDialog(inspector).getByRole("button", { name: "批准", exact: true }).click();
  await waiting.waitFor({ state: "detached" });

  // Until a run the item is still a hit, and says what changed; then it is exempt.
  await open(inspector, item);
  await inspector.getByText(/研判之后资料有变动.*豁免.*重新研判后生效/).waitFor();
  await inspector.getByRole("button", { name: "重新研判" }).click();
  const exempt = inspector.getByRole("heading", { name: /^已豁免 \d+ 条，不算未命中$/ });
  await exempt.waitFor();
  const shown = inspector.locator(`#rule-${ruleId}`);
  expect(await shown.getAttribute("data-outcome")).toBe("exempt");
  await shown.getByText(/批准豁免：救灾期间须核对人员到岗/).waitFor();
  const clear = inspector.locator("details").filter({ hasText: /^未命中/ });
  expect(await clear.getByText(`${title}：`).count()).toBe(0);
  await inspector.getByRole("cell", { name: /豁免.*命中→已豁免/ }).waitFor();
  expect(await inspector.getByText(/研判之后资料有变动/).count()).toBe(0);

  // Everywhere else it is counted apart too.
  await open(inspector, "/findings");
  expect(await counted(inspector, "已豁免")).toBe(before.exempt + 1);
  await open(inspector, "/");
  await inspector.getByRole("heading", { name: "经批准豁免，不计命中" }).waitFor();
  await open(department, "/exemptions?state=approved");
  await department.getByRole("row").filter({ hasText: title }).waitFor();
  await open(department, "/assets?exempt=some");
  await department.getByText("豁免 1 项").waitFor();

  // Ended early, with a reason, the rule judges the item again.
  await open(inspector, "/exemptions");
  const row = inspector.getByRole("row").filter({ hasText: title });
  await row.getByRole("button", { name: "取消豁免" }).click();
  await inDialog(inspector).getByLabel("取消的理由").fill("应急响应已解除");
  await inDialog(inspector).getByRole("button", { name: "取消豁免" }).click();
  await row.getByText("已取消", { exact: true }).waitFor();
});

test("what is missing leads a department to the field that takes it", async () => {
  const department = await product.signIn("department", { width: 390, height: 844 });
  await open(department, "/findings/missing");
  const supply = department
    .getByRole("link", { name: /^补填/ })
    .and(department.locator('[href*="/edit?focus="]'))
    .first();
  const key = new URL((await supply.getAttribute("href")) ?? "", product.url).searchParams.get("focus") ?? "";
  await supply.click();
  await department.waitForURL(/\/edit\?focus=/);
  await department.waitForFunction((name) => (document.activeElement?.getAttribute("name") ?? "").endsWith(name), key);
});

test("a leader reads exemptions and findings, and is offered nothing to write", async () => {
  const leader = await product.signIn("leader");
  await open(leader, "/findings?outcome=hit");
  await leader.getByRole("table", { name: "判定清单" }).getByRole("rowheader").getByRole("link").first().click();
  await leader.waitForURL(/\/assets\//);
  await leader.getByRole("heading", { name: /^发现的问题/ }).waitFor();
  expect(await leader.getByRole("button", { name: /申请豁免|批准|重新研判/ }).count()).toBe(0);
  expect(await leader.getByRole("link", { name: /补填/ }).count()).toBe(0);
});
