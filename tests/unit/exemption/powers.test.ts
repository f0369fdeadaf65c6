import { expect, test } from "vitest";
import { powersOver } from "#lib/exemption/powers.ts";
import { department, inspector, leader } from "#tests/support/actors.ts";

const TODAY = "2026-11-20";
const waiting = { state: "requested", until: "2027-06-30", requestedBy: "department" } as const;
const NONE = { decide: false, withdraw: false, revoke: false };

test("powersOver(exemption, actor, today) lets who asked take back, another inspector decide, and a leader read", () => {
  expect(powersOver(waiting, department("u"), TODAY)).toEqual({ ...NONE, withdraw: true });
  expect(powersOver(waiting, inspector(), TODAY)).toEqual({ ...NONE, decide: true });
  expect(powersOver({ ...waiting, requestedBy: "inspector" }, inspector(), TODAY)).toEqual({ ...NONE, withdraw: true });
  expect(powersOver(waiting, leader(), TODAY)).toEqual(NONE);
});

test("powersOver(exemption, actor, today) lets an inspector end one that is in force, and nobody one that has expired", () => {
  const approved = { ...waiting, state: "approved" } as const;
  expect(powersOver(approved, inspector(), TODAY)).toEqual({ ...NONE, revoke: true });
  expect(powersOver(approved, department("u"), TODAY)).toEqual(NONE);
  expect(powersOver(approved, inspector(), "2027-07-01")).toEqual(NONE);
});
