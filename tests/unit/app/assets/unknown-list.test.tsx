// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { supplyHref, UnknownList } from "#app/(office)/assets/[assetId]/unknown-list.tsx";
import { unknown } from "#lib/risk/outcome.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { show } from "#tests/support/component.tsx";

afterEach(cleanup);
const asset = { id: "item", kind: "app", unitId: null } as const;
const TEXTS = "通知、考核细则等文本";
const open = (mayEdit: boolean) =>
  show(
    <UnknownList
      asset={asset}
      unknowns={[
        { ruleId: "forced-login", outcome: unknown(TEXTS) },
        { ruleId: "ranking", outcome: unknown(TEXTS, "备案编号") },
        { ruleId: "no-acceptance", outcome: unknown("有上线验收") },
      ]}
      mayEdit={mayEdit}
      focus={undefined}
    />,
  );

describe("UnknownList", () => {
  test("names each missing thing once, under who can supply it", () => {
    open(false);
    expect(screen.getAllByText(TEXTS)).toHaveLength(1);
    expect(screen.getAllByRole("heading", { level: 4 }).map((heading) => heading.textContent)).toEqual([
      "由主办单位提供，1 项",
      "由通知、考核细则等文本证明，1 项",
      "由网信部门提供，1 项",
    ]);
    expect(screen.queryByRole("link")).toBeNull();
  });

  test("names each rule in quotes, so that a title with 、 in it reads as one", () => {
    open(false);
    const titles = ["forced-login", "ranking"].map((id) => `“${RULES.get(id)?.title}”`);
    expect(screen.getAllByText(/条规则要用/).map((words) => words.textContent)).toContain(
      `，2 条规则要用：${titles.join("")}`,
    );
  });

  test("leads who may edit to the field that takes it", () => {
    open(true);
    expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual([
      "/assets/item/edit?focus=hasAcceptance",
      "/assets/item#demands",
      "/assets/item/edit?focus=filingNumber",
    ]);
  });
});

test("supplyHref(asset, missing) is undefined for what no form of the item takes", () => {
  expect(supplyHref(asset, "其他应用的主要功能")).toBeUndefined();
  expect(supplyHref(asset, "主办单位")).toBe("/assets/item/edit?focus=unitId");
});
