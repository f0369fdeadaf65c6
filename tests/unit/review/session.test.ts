import { describe, expect, test } from "vitest";
import { canDo, SESSION_ACTIONS, type SessionAction, sessionRefusal } from "#lib/review/session.ts";
import { SESSION_STATES, type SessionState } from "#lib/review/vocabulary.ts";

const ALLOWED: Record<SessionState, SessionAction[]> = {
  draft: ["add_items", "remove_item", "open"],
  open: ["add_items", "decide", "withdraw", "close"],
  closed: [],
};

describe("canDo(state, action)", () => {
  test.each(SESSION_STATES)("in %s allows exactly what its row says", (state) => {
    expect(SESSION_ACTIONS.filter((action) => canDo(state, action)).sort()).toEqual([...ALLOWED[state]].sort());
  });

  test("opens a session once and closes it once, so that its state only moves forward", () => {
    expect(SESSION_STATES.filter((state) => canDo(state, "open"))).toEqual(["draft"]);
    expect(SESSION_STATES.filter((state) => canDo(state, "close"))).toEqual(["open"]);
  });
});

describe("sessionRefusal(state, action)", () => {
  test("is undefined exactly where the action is allowed, and a sentence elsewhere", () => {
    for (const state of SESSION_STATES) {
      for (const action of SESSION_ACTIONS) {
        const refusal = sessionRefusal(state, action);
        if (canDo(state, action)) expect(refusal).toBeUndefined();
        else expect(refusal?.length).toBeGreaterThan(5);
      }
    }
  });

  test("tells a prepared session from a finished one", () => {
    expect(sessionRefusal("draft", "decide")).toContain("尚未开始");
    expect(sessionRefusal("closed", "decide")).toContain("已结束");
    expect(sessionRefusal("draft", "close")).toContain("尚未开始");
    expect(sessionRefusal("closed", "close")).toContain("已经结束");
    expect(sessionRefusal("draft", "withdraw")).toContain("尚未开始");
  });
});
