// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import type { ComponentProps } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { DecisionForm } from "#app/(office)/reviews/[sessionId]/items/[itemId]/decision-form.tsx";
import type { Decision } from "#lib/review/vocabulary.ts";
import { show } from "#tests/support/component.tsx";

type Record = ComponentProps<typeof DecisionForm>["record"];
type Answer = Awaited<ReturnType<Record>>;

afterEach(cleanup);

function open({ recommendation, answer }: { recommendation: Decision | null; answer: Answer }) {
  const sent: unknown[] = [];
  const record: Record = async (_previous, input) => {
    sent.push(input);
    return answer;
  };
  const { visited, user } = show(
    <DecisionForm
      sessionId="s"
      reviewItemId="i"
      recommendation={recommendation}
      today="2026-03-10"
      after="/next"
      record={record}
    />,
  );
  return { sent, visited, user };
}
const done: Answer = { ok: true, result: { decisionId: "d", state: "in_use" } };

describe("DecisionForm", () => {
  test("offers the five decisions, none chosen for the panel, and marks the recommended one", () => {
    open({ recommendation: "fix", answer: done });
    const choices = screen.getAllByRole("radio");
    expect(choices.map((choice) => (choice as HTMLInputElement).value)).toEqual([
      "keep",
      "fix",
      "merge",
      "shutdown",
      "defer",
    ]);
    expect(choices.some((choice) => (choice as HTMLInputElement).checked)).toBe(false);
    expect(screen.getByRole("radio", { name: /优化整改.*处置建议/ })).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "请先选择一项" }).disabled).toBe(true);
  });

  test("asks for a reason as soon as the choice differs from the recommendation", async () => {
    const { user } = open({ recommendation: "keep", answer: done });
    await user.click(screen.getByRole("radio", { name: /保留/ }));
    expect(screen.getByLabelText(/理由（选填）/)).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: /优化整改/ }));
    expect(screen.getByLabelText(/理由（必填）.*与处置建议“保留”不同/)).toBeTruthy();
  });

  test("asks for a day only for a deferral", async () => {
    const { user } = open({ recommendation: null, answer: done });
    expect(screen.queryByLabelText(/暂缓到哪一天/)).toBeNull();
    await user.click(screen.getByRole("radio", { name: /暂缓/ }));
    expect(screen.getByLabelText(/暂缓到哪一天/)).toBeTruthy();
  });

  test("sends the decision with its reason, and goes on to the next item", async () => {
    const { user, sent, visited } = open({ recommendation: "keep", answer: done });
    await user.click(screen.getByRole("radio", { name: /关停注销/ }));
    await user.type(screen.getByLabelText(/理由/), "长期无人使用");
    await user.click(screen.getByRole("button", { name: "决定关停注销" }));
    expect(sent).toEqual([
      { reviewItemId: "i", decision: "shutdown", reason: "长期无人使用", targetAssetId: undefined, deferUntil: "" },
    ]);
    expect(visited).toEqual(["/next"]);
  });

  test("stays, keeps what was typed, and shows a refusal at its field", async () => {
    const message = "处置建议“保留”，与之不同的决定请写明理由";
    const { user, visited } = open({
      recommendation: "keep",
      answer: { ok: false, code: "invalid", message, fieldErrors: { reason: [message] } },
    });
    await user.click(screen.getByRole("radio", { name: /优化整改/ }));
    await user.click(screen.getByRole("button", { name: "决定优化整改" }));
    expect((await screen.findByRole("alert")).textContent).toBe(message);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /优化整改/ }).checked).toBe(true);
    expect(visited).toEqual([]);
  });
});
