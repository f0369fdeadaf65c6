// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { NoFittingPairs, NoPairs } from "#app/(office)/redundancy/forms/no-pairs.tsx";
import { show } from "#tests/support/component.tsx";

afterEach(cleanup);

describe("NoPairs", () => {
  test.each([
    [{ running: 0, withFields: 0 }, "台账里没有在用的报表表单"],
    [{ running: 12, withFields: 0 }, "还没有一张表登记了栏目"],
    [{ running: 12, withFields: 9 }, "没有发现内容重复的表"],
  ])("of %o says why: %s", (stock, title) => {
    show(<NoPairs stock={{ ...stock, pairs: 0 }} />);
    expect(screen.getByText(title)).toBeTruthy();
  });
});

describe("NoFittingPairs", () => {
  test("counts what other conditions would show, and leads there", () => {
    show(<NoFittingPairs pairs={687} ofOne={false} />);
    expect(screen.getByText(/现有 687 对/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "看全部" }).getAttribute("href")).toBe("/redundancy/forms?relation=all");
  });

  test("of one form speaks of that form alone", () => {
    show(<NoFittingPairs pairs={687} ofOne={true} />);
    expect(screen.getByText("没有与这张表重复的表")).toBeTruthy();
    expect(screen.queryByText(/687/)).toBeNull();
  });
});
