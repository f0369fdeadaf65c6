import { describe, expect, test } from "vitest";
import { assetKey } from "#lib/asset/key.ts";

describe("assetKey(parts)", () => {
  test("of a form is its number when it has one, else name, owner and system", () => {
    expect(assetKey({ kind: "form", name: "月报", formNumber: "Ｆ 001" })).toBe("f001");
    expect(assetKey({ kind: "form", name: "月报", ownerName: "民政局", system: "系统" })).toBe("月报|民政局|系统");
  });
  test("of an account tells platforms and places apart", () => {
    const of = (platform: string, regionText: string | null) =>
      assetKey({ kind: "account", name: "平安", platform, regionText });
    expect(new Set([of("weibo", "甲县"), of("weibo", "乙县"), of("douyin", "甲县"), of("weibo", null)]).size).toBe(4);
  });
  test("of an app and a group tells owners apart", () => {
    expect(assetKey({ kind: "app", name: "一表通", ownerName: "甲" })).not.toBe(
      assetKey({ kind: "app", name: "一表通", ownerName: "乙" }),
    );
    expect(assetKey({ kind: "group", name: "工作群", platform: "qq", ownerName: "甲" })).toBe("qq|工作群|甲");
  });
  test("does not depend on width, case or white space, and a bar in a name forges no part", () => {
    expect(assetKey({ kind: "app", name: " ＡPP（一） ", ownerName: "甲 局" })).toBe("app(一)|甲局");
    expect(assetKey({ kind: "app", name: "a|b", ownerName: "" })).not.toBe(
      assetKey({ kind: "app", name: "a", ownerName: "b|" }),
    );
  });
});
