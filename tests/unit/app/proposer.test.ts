import { expect, test } from "vitest";
import { proposeApart } from "#app/_server/proposer.ts";
import { loadCoverSolver } from "#lib/redundancy/proposal/highs-solver.ts";
import { propose } from "#lib/redundancy/proposal/proposal.ts";
import { form } from "#tests/unit/redundancy/proposal/proposal-forms.ts";

const input = {
  forms: [form("甲", [1, 2, 3]), form("乙", [1, 2]), form("丙", [2, 3]), form("丁", [3, 1]), form("戊", [9])],
  elements: [],
  sources: [],
};

test("a proposal of the thread is the one of this process with the solver", async () => {
  expect(await proposeApart(input)).toEqual(propose(input, await loadCoverSolver()));
});

test("what is cancelled is refused, and the next one is answered by a new thread", async () => {
  const abort = new AbortController();
  const cancelled = proposeApart(input, abort.signal);
  abort.abort(new Error("不要了"));
  await expect(cancelled).rejects.toThrow("不要了");
  expect((await proposeApart(input)).ledgers.length).toBeGreaterThan(0);
});

test("an input that cannot be is refused with its reason, and the thread goes on", async () => {
  await expect(proposeApart({ ...input, forms: [form("甲", [1]), form("甲", [2])] })).rejects.toThrow("表单编号重复");
  expect((await proposeApart(input)).locked).toEqual([]);
});
