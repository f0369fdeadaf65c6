import { describe, expect, test } from "vitest";
import { Password, Username } from "#lib/account/password.ts";

describe("Password", () => {
  test.each(["Jianfu-2026", "abcdefgh12-", "长密码也可以Ab1234"])("accepts %s", (text) => {
    expect(Password.safeParse(text).success).toBe(true);
  });
  test.each(["Ab1-", "abcdefghij12", "ABCDEFGHIJKL", `Aa1-${"x".repeat(125)}`])("refuses %s", (text) => {
    expect(Password.safeParse(text).success).toBe(false);
  });
});

describe("Username", () => {
  test("makes capitals small and drops spaces around", () => expect(Username.parse(" Zhang.San ")).toBe("zhang.san"));
  test.each(["ab", "-abc", "张三", "a b c", "a".repeat(31)])("refuses %s", (text) => {
    expect(Username.safeParse(text).success).toBe(false);
  });
});
