// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { Reader } from "#app/(office)/texts/[textId]/reader.tsx";
import type { ReaderHit } from "#app/(office)/texts/[textId]/reader-hit.ts";
import { passagesOf } from "#lib/scan/passages.ts";
import { show } from "#tests/support/component.tsx";

afterEach(cleanup);

const ITEM = { id: "grid", name: "智慧网格", kind: "政务应用程序", unitName: "网格中心", why: "同一句里写到" };
const SENTENCES = ["每天打卡。", "每月排名。", "不得重复填报。", "上传照片。"];
const TEXT = SENTENCES.join("\n");

function hit(number: number, more: Partial<ReaderHit> = {}): ReaderHit {
  const sentence = SENTENCES[number - 1] ?? "";
  const start = TEXT.indexOf(sentence);
  return {
    id: `hit-${number}`,
    number,
    demand: "forced_checkin",
    stance: "order",
    counts: true,
    spanStart: start + 2,
    spanEnd: start + 4,
    sentenceStart: start,
    sentenceEnd: start + sentence.length,
    sentence,
    doer: null,
    figures: [],
    pattern: "checkin.word",
    stanceRule: "order",
    state: "open",
    asset: null,
    unit: null,
    indicator: null,
    demandId: null,
    reason: null,
    decidedByName: null,
    decidedAt: null,
    why: "写明了打卡",
    proposals: [ITEM],
    proposedIndicator: { name: "打卡率", weight: null, bases: ["check_in"] },
    isIndicator: false,
    ...more,
  };
}

function open(hits: ReaderHit[], options: { mayDecide?: boolean; refusal?: string } = {}) {
  const sent: unknown[] = [];
  const answer = (input: unknown) => {
    sent.push(input);
    return options.refusal === undefined
      ? ({ ok: true, result: { id: "h", isLinked: false, assetId: null, indicatorId: null } } as const)
      : ({ ok: false, code: "conflict", message: options.refusal, fieldErrors: {} } as const);
  };
  const passages = passagesOf(
    TEXT,
    hits.map(({ spanStart, spanEnd }) => ({ start: spanStart, end: spanEnd })),
  ).map((passage) => ({ ...passage, text: passage.is === "gap" ? "" : TEXT.slice(passage.start, passage.end) }));
  const { user } = show(
    <Reader
      hits={hits}
      passages={passages}
      progress={{ done: 0, total: hits.filter(({ counts }) => counts).length }}
      units={[]}
      mayDecide={options.mayDecide ?? true}
      startAt={undefined}
      actions={{
        confirm: async (_previous, input) => answer(input),
        reject: async (_previous, input) => answer(input),
        reopen: async (_previous, input) => answer(input),
      }}
    />,
  );
  const current = () => screen.getByRole("button", { current: true }).textContent;
  return { user, sent, current };
}
const four = () => [
  hit(1),
  hit(2, { demand: "ranking" }),
  hit(3, { demand: "duplicate_reporting", stance: "prohibition", counts: false }),
  hit(4, { demand: "photo_trace", proposals: [] }),
];

describe("Reader", () => {
  test("moves by J, K and the arrows over the hits that count, and the focus follows", async () => {
    const { user, current } = open(four());
    expect(current()).toContain("每天打卡");
    await user.keyboard("j");
    expect(current()).toContain("每月排名");
    expect(document.activeElement?.textContent).toContain("每月排名");
    await user.keyboard("{ArrowDown}");
    expect(current()).toContain("上传照片");
    await user.keyboard("j");
    expect(current()).toContain("上传照片");
    await user.keyboard("k{ArrowUp}");
    expect(current()).toContain("每天打卡");
  });

  test("confirms the proposed item with Enter, and goes on to the next open one", async () => {
    const { user, sent, current } = open(four());
    await user.keyboard("{Enter}");
    expect(sent).toEqual([{ id: "hit-1", demand: "forced_checkin", assetId: "grid", unitId: null, indicator: null }]);
    expect(current()).toContain("每月排名");
    expect(await screen.findByText("第 1 处已确认")).toBeDefined();
  });

  test("registers the indicator that a scheme gives a weight, unless the person says otherwise", async () => {
    const weighed = { name: "打卡率", weight: "占5分", bases: ["check_in"] as const };
    const { user, sent } = open([
      hit(1, { isIndicator: true, proposedIndicator: { ...weighed, bases: [...weighed.bases] } }),
      hit(2, { isIndicator: true, proposedIndicator: { ...weighed, bases: [...weighed.bases] } }),
    ]);
    await user.keyboard("{Enter}");
    await user.click(screen.getByRole("checkbox", { name: /同时登记为考核指标/ }));
    await user.click(screen.getByRole("button", { name: /^确认/ }));
    expect(sent).toMatchObject([{ indicator: weighed }, { indicator: null }]);
  });

  test("asks what a hit concerns before it confirms one for which nothing is proposed", async () => {
    const { user, sent } = open([hit(4, { proposals: [] })]);
    await user.keyboard("{Enter}");
    expect(sent).toEqual([]);
    expect(screen.getByText(/请先选择涉及哪个条目/)).toBeDefined();
    expect(document.activeElement?.tagName).toBe("INPUT");
    await user.keyboard("jx1");
    expect(sent).toEqual([]);
  });

  test("rejects with X and the number of a reason, or with words", async () => {
    const { user, sent, current } = open(four());
    await user.keyboard("x2");
    expect(sent).toEqual([{ id: "hit-1", reason: "只是举例、引用或征求意见" }]);
    expect(current()).toContain("每月排名");
    await user.keyboard("x");
    await user.type(screen.getByLabelText("其他理由"), "另有规定{Enter}");
    expect(sent[1]).toEqual({ id: "hit-2", reason: "另有规定" });
  });

  test("takes the last decision back with U", async () => {
    const { user, sent } = open([
      hit(1, {
        state: "rejected",
        reason: "举例",
        decidedByName: "监督员",
        decidedAt: new Date("2026-09-15T02:00:00Z"),
      }),
    ]);
    expect(screen.getByText(/已排除：举例（监督员，2026年9月15日 10:00）/)).toBeDefined();
    await user.keyboard("u");
    expect(sent).toEqual([{ id: "hit-1" }]);
  });

  test("says who was faster, and leaves the hit as it stands", async () => {
    const { user } = open(four(), { refusal: "这一处在2026年9月15日 10:00已由张三处理为“已排除”，请刷新页面查看" });
    await user.keyboard("{Enter}");
    expect(await screen.findByText(/第 1 处没有确认：这一处在.*已由张三处理/)).toBeDefined();
  });

  test("keeps what does not count apart, with the reason", async () => {
    const { user } = open(four());
    await user.click(screen.getByText("不计入的 1 处，及为什么不计入"));
    await user.click(screen.getByRole("button", { name: /重复多头填报/ }));
    expect(screen.getByText("这里是“禁止”，不是要求基层去做。")).toBeDefined();
  });

  test("lets a leader read and not decide", async () => {
    const { user, sent, current } = open(four(), { mayDecide: false });
    await user.keyboard("j{Enter}xu");
    expect(current()).toContain("每月排名");
    expect(sent).toEqual([]);
    expect(screen.queryByRole("button", { name: /^确认/ })).toBeNull();
  });

  test("marks each place in the document with its number and what it demands", () => {
    open(four());
    const words = screen.getByRole("article", { name: "原文" });
    expect(words.textContent).toContain("2 排名（积分排名通报，要求，待确认）");
    expect(words.textContent).toContain("3 重复报（重复多头填报，禁止）");
  });
});
