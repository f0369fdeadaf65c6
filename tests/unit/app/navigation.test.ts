import { describe, expect, test } from "vitest";
import { homeOf } from "#app/(office)/navigation.ts";
import * as actors from "#tests/support/actors.ts";

describe("homeOf(actor)", () => {
  test("is the dashboard for those who see items", () => {
    expect([actors.inspector(), actors.leader(), actors.department("u")].map(homeOf)).toEqual(["/", "/", "/"]);
  });

  test("is the accounts for the administrators who create them and grant them powers", () => {
    expect([actors.systemAdmin(), actors.securityAdmin()].map(homeOf)).toEqual(["/admin/accounts", "/admin/accounts"]);
  });

  test("is the log for the audit administrator", () => {
    expect(homeOf(actors.auditAdmin())).toBe("/admin/log");
  });
});
