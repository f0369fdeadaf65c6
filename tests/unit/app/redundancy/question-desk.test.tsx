// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { QuestionDesk } from "#app/(office)/redundancy/questions/question-desk.tsx";
import type { OpenQuestion, OpenSide } from "#db/queries/questions.ts";
import { show } from "#tests/support/component.tsx";

const side = (label: string): OpenSide => ({
  key: label,
  name: `本人的${label}`,
  label,
  form: { id: "f", title: "走访表" },
  forms: 8,
  places: [{ id: "f", name: "走访表", unitName: "民政局", label }],
  units: 2,
  context: ["姓名", label, "备注"],
});
const question = (a: string, b: string): OpenQuestion => ({
  pair: `${a}|${b}`,
  a: side(a),
  b: side(b),
  reading: "ask",
  because: "限定相近",
  settles: { pairs: 12, hours: null },
});

/** The requests that the page sent, and what the server answers to them. */
const sent: { address: string; body: Record<string, unknown> }[] = [];
beforeEach(() => {
  sent.length = 0;
  localStorage.clear();
  vi.stubGlobal("fetch", async (address: string, { body }: { body: string }) => {
    sent.push({ address, body: JSON.parse(body) });
    return Response.json({ ok: true, result: { aliasId: `alias-${sent.length}`, isNew: true, decidedByName: "我" } });
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const open = (total = 2) => {
  const questions = [question("现场照片", "入户照片"), question("住址", "现住址")];
  return show(
    <QuestionDesk first={questions} total={total} answeredToday={3} personId="p" regionCode="990101000000" />,
  );
};
const next = (questions: OpenQuestion[]) =>
  Promise.resolve(Response.json({ ok: true, result: { questions, total: 3 } }));
const asked = () => screen.getByRole("article").textContent;

describe("QuestionDesk", () => {
  test("tells what is asked, where it stands, why, and what the answer settles", () => {
    open();
    expect(asked()).toContain("“现场照片”");
    expect(asked()).toContain("8 张表在问，涉及 2 个单位");
    expect(asked()).toContain("《走访表》 民政局");
    expect(asked()).toContain("限定相近");
    expect(asked()).toContain("12 对表单");
    expect(asked()).toContain("涉及的工时未知");
  });

  test("takes 1 for “the same”, shows the next one at once, and says so to who listens", async () => {
    const { user } = open();
    await user.keyboard("1");
    expect(asked()).toContain("“住址”");
    expect(screen.getByText(/已答“是同一项”。下一题：“住址”与“现住址”/)).toBeTruthy();
    expect(screen.getByText("4")).toBeTruthy();
    expect(sent).toMatchObject([
      { address: "/redundancy/questions/answer", body: { answer: "same", a: { label: "现场照片", form: null } } },
    ]);
  });

  test("takes 2 for “not the same”, 3 for later, U for back; later comes again at the end", async () => {
    const { user } = open();
    await user.keyboard("3");
    expect(asked()).toContain("“住址”");
    await user.keyboard("2");
    expect(sent).toMatchObject([{ body: { answer: "different", a: { label: "住址" } } }]);
    await user.keyboard("u");
    expect(asked()).toContain("“住址”");
    expect(sent.at(-1)).toMatchObject({ address: "/redundancy/questions/undo", body: { aliasId: "alias-1" } });
    await user.keyboard("2");
    await user.click(screen.getByRole("button", { name: "再看一遍" }));
    expect(asked()).toContain("“现场照片”");
  });

  test("takes no key for an answer while a note is typed, and sends the note with the answer", async () => {
    const { user } = open();
    await user.type(screen.getByLabelText("说明（可不填）"), "第1种");
    expect(asked()).toContain("“现场照片”");
    expect(sent).toEqual([]);
    await user.click(screen.getByRole("button", { name: /^2?不是同一项/ }));
    expect(sent).toMatchObject([{ body: { note: "第1种" } }]);
  });

  test("asks for the next questions of the region again when the server was not reached", async () => {
    vi.useFakeTimers();
    const replies = [() => Promise.reject(new TypeError("no network")), () => next([question("学历", "文化程度")])];
    vi.stubGlobal("fetch", (address: string, { body }: { body: string }) => {
      sent.push({ address, body: JSON.parse(body) });
      return (replies.shift() ?? (() => next([])))();
    });
    open(3);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toMatchObject([{ address: "/redundancy/questions/next", body: { regionCode: "990101000000" } }]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent.length).toBeGreaterThan(1);
  });

  test("shows the fields around on demand", async () => {
    const { user } = open();
    expect(screen.queryAllByText("备注")).toEqual([]);
    await user.keyboard("c");
    expect(screen.getAllByText("备注")).toHaveLength(2);
  });
});
