import { describe, expect, test } from "vitest";
import { AFTER_SUCCESS, afterFailure, isLocked, LOCK_MINUTES, MAX_FAILED_SIGN_INS } from "#lib/account/lockout.ts";

const now = new Date("2026-03-01T08:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const failTimes = (times: number) =>
  Array.from({ length: times }).reduce<typeof AFTER_SUCCESS>((state) => afterFailure(state, now), AFTER_SUCCESS);

describe("afterFailure(state, now)", () => {
  test("does not lock before the last permitted failure", () => {
    expect(isLocked(failTimes(MAX_FAILED_SIGN_INS - 1), now)).toBe(false);
  });
  test("locks at the last permitted failure, for the stated minutes", () => {
    const state = failTimes(MAX_FAILED_SIGN_INS);
    expect(isLocked(state, later(LOCK_MINUTES - 1))).toBe(true);
    expect(isLocked(state, later(LOCK_MINUTES))).toBe(false);
  });
  test("counts anew after a lock has run out", () => {
    const state = afterFailure(failTimes(MAX_FAILED_SIGN_INS), later(LOCK_MINUTES + 1));
    expect(state).toEqual({ failedSignIns: 1, lockedUntil: null });
  });
});
