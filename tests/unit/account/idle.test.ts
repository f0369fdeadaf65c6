import { describe, expect, test } from "vitest";
import { IDLE_MINUTES, isIdle, shouldNoteUse } from "#lib/account/idle.ts";

const used = new Date("2026-03-01T08:00:00Z");
const secondsLater = (seconds: number) => new Date(used.getTime() + seconds * 1000);

describe("isIdle(lastUsed, now)", () => {
  test("is false up to the limit and true after it", () => {
    expect(isIdle(used, secondsLater(IDLE_MINUTES * 60))).toBe(false);
    expect(isIdle(used, secondsLater(IDLE_MINUTES * 60 + 1))).toBe(true);
  });
});

describe("shouldNoteUse(lastUsed, now)", () => {
  test("is true at most once a minute", () => {
    expect(shouldNoteUse(used, secondsLater(60))).toBe(false);
    expect(shouldNoteUse(used, secondsLater(61))).toBe(true);
  });
});
