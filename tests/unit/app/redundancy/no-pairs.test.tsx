// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { NoFittingPairs, NoPairs, NoPairsOf } from "#app/(office)/redundancy/forms/no-pairs.tsx";
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

test("NoFittingPairs counts what other conditions would show, and leads there", () => {
  show(<NoFittingPairs pairs={687} place={{ region: "990101000000" }} />);
  expect(screen.getByText(/现有 687 对/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "看全部" }).getAttribute("href")).toBe(
    "/redundancy/forms?relation=all&region=990101000000",
  );
});

describe("NoPairsOf", () => {
  const form = { id: "6f1c1f5e-7a0b-4c55-9a53-0b6f2f0f1a11", name: "督查日报", isRunning: true, hasFields: true };

  test.each([
    [form, "没有与这张表重复的表"],
    [{ ...form, hasFields: false }, "这张表还没有登记栏目"],
    [{ ...form, isRunning: false }, "这张表已不在用"],
  ])("of %o says why, and leads to the form: %s", (one, title) => {
    show(<NoPairsOf form={one} />);
    expect(screen.getByText(title)).toBeTruthy();
    expect(screen.getByRole("link", { name: "《督查日报》" }).getAttribute("href")).toBe(`/assets/${form.id}`);
  });

  test("of a form that is not seen names none", () => {
    show(<NoPairsOf form={undefined} />);
    expect(screen.getByText(/不在您能看到的范围内/)).toBeTruthy();
    expect(screen.queryByRole("link")).toBeNull();
  });
});
