// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { FilterBar } from "#app/(office)/assets/filter-bar.tsx";
import { parseAssetSearch, type RawParams } from "#app/(office)/assets/search-params.ts";
import { show } from "#tests/support/component.tsx";

afterEach(cleanup);

/** The bar as it opens for an address, and where it leads. */
function open(params: RawParams) {
  return show(
    <FilterBar
      search={parseAssetSearch(params)}
      units={[{ id: "6f1c1f5e-7a0b-4c55-9a53-0b6f2f0f1a11", name: "示范县民政局", regionCode: "990101000000" }]}
      regions={[{ code: "990101000000", name: "示范县" }]}
      columns={[
        { id: "name", title: "名称" },
        { id: "key", title: "识别键" },
      ]}
      shown={["name"]}
    />,
  );
}
const address = (visited: string[]) => new URLSearchParams(visited.at(-1)?.split("?")[1]);

describe("FilterBar", () => {
  test("searches on Enter, from the first page, and keeps the other conditions", async () => {
    const { visited, user } = open({ state: "closed", at: "abc" });
    await user.type(screen.getByLabelText("搜索名称、单位和内容"), "防汛{Enter}");
    expect(Object.fromEntries(address(visited))).toEqual({ q: "防汛", state: "closed" });
  });

  test("says every condition in words, and takes one away", async () => {
    const { visited, user } = open({
      kind: "group",
      unit: "6f1c1f5e-7a0b-4c55-9a53-0b6f2f0f1a11",
      band: "red,unassessed",
      "attribute.platform": "wechat",
    });
    const conditions = within(screen.getByLabelText("当前条件"));
    for (const words of ["种类：工作群组", "主办单位：示范县民政局", "风险：红线或未研判", "平台：微信"]) {
      expect(conditions.getByText(words)).toBeTruthy();
    }
    await user.click(screen.getByLabelText("去掉条件 风险：红线或未研判"));
    expect(address(visited).has("band")).toBe(false);
    expect(address(visited).get("kind")).toBe("group");
  });

  test("leads back to the whole list, keeping the order", () => {
    open({ q: "表", sort: "name" });
    expect(screen.getByText("清除全部").getAttribute("href")).toBe("/assets?sort=name");
  });

  test("offers the attributes of a kind only when that kind alone is shown", async () => {
    const { user } = open({ kind: "group" });
    await user.click(screen.getByText("更多条件"));
    expect(screen.getByLabelText("群类型")).toBeTruthy();
    cleanup();
    const other = open({});
    await other.user.click(screen.getByText("更多条件"));
    expect(screen.queryByLabelText("群类型")).toBeNull();
  });

  test("narrows by a chosen state", async () => {
    const { visited, user } = open({});
    await user.click(screen.getByText("更多条件"));
    await user.click(screen.getByLabelText("状态"));
    await user.click(await screen.findByTitle("已关停"));
    expect(address(visited).get("state")).toBe("closed");
  });
});
