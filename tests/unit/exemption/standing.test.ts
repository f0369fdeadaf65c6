import { expect, test } from "vitest";
import { evidenceText } from "#lib/exemption/evidence.ts";
import { standingOf } from "#lib/exemption/standing.ts";

test("standingOf(exemption, today) is expired after the last day of an approved one, and of no other", () => {
  const until = "2026-11-20";
  expect(standingOf({ state: "approved", until }, "2026-11-20")).toBe("approved");
  expect(standingOf({ state: "approved", until }, "2026-11-21")).toBe("expired");
  expect(standingOf({ state: "revoked", until }, "2026-11-21")).toBe("revoked");
});

test("evidenceText(document) names the title in book marks once, the number where there is one, and the words", () => {
  expect(evidenceText({ title: "防汛预案", number: "示应急〔2026〕3号", words: "每两小时报一次水位" })).toBe(
    "《防汛预案》（示应急〔2026〕3号）：“每两小时报一次水位”",
  );
  expect(evidenceText({ title: "《防汛预案》", words: "值守签到" })).toBe("《防汛预案》：“值守签到”");
});
