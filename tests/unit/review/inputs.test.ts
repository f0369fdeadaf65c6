import { describe, expect, test } from "vitest";
import {
  AddReviewItemsInput,
  CreateSessionInput,
  RecordDecisionInput,
  WithdrawDecisionInput,
} from "#lib/review/inputs.ts";

const ID = "0192f3a0-5b1c-7c3e-8a11-000000000001";

describe("inputs of a review session", () => {
  test("CreateSessionInput trims the title and refuses a blank one", () => {
    expect(CreateSessionInput.parse({ title: " 三月评审会 ", heldOn: "2026-03-10" }).title).toBe("三月评审会");
    expect(CreateSessionInput.safeParse({ title: "  ", heldOn: "2026-03-10" }).success).toBe(false);
    expect(CreateSessionInput.safeParse({ title: "三月评审会", heldOn: "3月10日" }).success).toBe(false);
  });

  test("AddReviewItemsInput takes one id, several, or a filter, and refuses nothing at all", () => {
    expect(AddReviewItemsInput.parse({ sessionId: ID, assetIds: ID }).assetIds).toEqual([ID]);
    expect(AddReviewItemsInput.parse({ sessionId: ID, assetIds: [ID] }).assetIds).toEqual([ID]);
    expect(AddReviewItemsInput.parse({ sessionId: ID, filter: { kinds: "app" } }).filter?.kinds).toEqual(["app"]);
    expect(AddReviewItemsInput.safeParse({ sessionId: ID }).success).toBe(false);
  });

  test("RecordDecisionInput reads a field left empty as absent", () => {
    const input = RecordDecisionInput.parse({
      reviewItemId: ID,
      decision: "keep",
      reason: "",
      targetAssetId: "",
      deferUntil: "",
    });
    expect(input).toEqual({ reviewItemId: ID, decision: "keep" });
  });

  test("RecordDecisionInput refuses a decision that does not exist", () => {
    expect(RecordDecisionInput.safeParse({ reviewItemId: ID, decision: "delete" }).success).toBe(false);
  });

  test("WithdrawDecisionInput needs a reason", () => {
    expect(WithdrawDecisionInput.safeParse({ decisionId: ID, reason: " " }).success).toBe(false);
  });
});
