import { describe, expect, test } from "vitest";
import {
  AnswerQueue,
  type Given,
  type QueueState,
  type Sent,
  type Waiting,
} from "#app/(office)/redundancy/questions/answer-queue.ts";

const given = (id: string): Given => ({
  id,
  pair: id,
  words: `“${id}”与“乙”`,
  a: { label: id, form: null, key: id },
  b: { label: "乙", form: null, key: "乙" },
  answer: "same",
});
const kept = (id: string, isNew = true): Sent => ({
  is: "kept",
  aliasId: `alias-${id}`,
  isNew,
  decidedByName: "王主任",
});

/** A server whose answers come when the test says so. */
function desk(stored: Waiting[] = []) {
  const sent: string[] = [];
  const waiting: ((answer: Sent) => void)[] = [];
  let saved: readonly Waiting[] = stored;
  let state: QueueState = { waiting: [], held: null, refused: [] };
  const queue = new AnswerQueue({
    send: (what) => {
      sent.push(what.is === "answer" ? what.given.id : `undo ${what.aliasId}`);
      return new Promise((resolve) => waiting.push(resolve));
    },
    store: {
      load: () => [...saved],
      save: (all) => {
        saved = [...all];
      },
    },
    onChange: (now) => {
      state = now;
    },
  });
  const reply = async (answer: Sent) => {
    waiting.shift()?.(answer);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, sent, reply, saved: () => saved.length, state: () => state };
}

describe("AnswerQueue", () => {
  test("sends one answer after the other, in their order", async () => {
    const { queue, sent, reply, saved } = desk();
    queue.answer(given("甲"));
    queue.answer(given("丙"));
    expect(sent).toEqual(["甲"]);
    await reply(kept("甲"));
    expect(sent).toEqual(["甲", "丙"]);
    expect(saved()).toBe(1);
    await reply(kept("丙"));
    expect(saved()).toBe(0);
  });

  test("keeps what could not be sent, says so, and sends it when it is told to try again", async () => {
    const { queue, sent, reply, saved, state } = desk();
    queue.answer(given("甲"));
    await reply({ is: "unreached", why: "offline" });
    expect(state()).toMatchObject({ held: "offline", waiting: [{ given: { id: "甲" } }] });
    queue.answer(given("丙"));
    expect(sent).toEqual(["甲"]);
    expect(saved()).toBe(2);
    queue.retry();
    await reply(kept("甲"));
    await reply(kept("丙"));
    expect(sent).toEqual(["甲", "甲", "丙"]);
    expect(saved()).toBe(0);
  });

  test("sends what an earlier page could not", async () => {
    const { queue, sent } = desk([{ is: "answer", given: given("甲") }]);
    queue.start();
    expect(sent).toEqual(["甲"]);
  });

  test("takes back by the server what was sent, and from the queue what was not", async () => {
    const { queue, sent, reply, saved } = desk();
    queue.answer(given("甲"));
    queue.answer(given("丙"));
    queue.undo(given("丙"));
    expect(saved()).toBe(1);
    queue.undo(given("甲"));
    await reply(kept("甲"));
    await reply(kept("甲"));
    expect(sent).toEqual(["甲", "undo alias-甲"]);
    expect(saved()).toBe(0);
  });

  test("tells what was refused, with the reason, until it is dismissed; the next one is sent", async () => {
    const { queue, sent, reply, state } = desk();
    queue.answer(given("甲"));
    queue.answer(given("丙"));
    await reply({ is: "refused", message: "王主任已于昨天认定“不是同一项”" });
    expect(state().refused).toEqual([{ id: "甲", words: "“甲”与“乙”", message: "王主任已于昨天认定“不是同一项”" }]);
    expect(sent).toEqual(["甲", "丙"]);
    queue.dismiss("甲");
    expect(state().refused).toEqual([]);
  });

  test("undoes nothing of a refused answer, and nothing that another had answered before", async () => {
    const { queue, sent, reply, state } = desk();
    queue.answer(given("甲"));
    queue.undo(given("甲"));
    await reply({ is: "refused", message: "已认定" });
    expect(sent).toEqual(["甲"]);
    queue.answer(given("丙"));
    await reply(kept("丙", false));
    queue.undo(given("丙"));
    await reply(kept("丙"));
    expect(sent).toEqual(["甲", "丙"]);
    expect(state().refused.at(-1)?.message).toContain("王主任此前已作同样认定");
  });
});
