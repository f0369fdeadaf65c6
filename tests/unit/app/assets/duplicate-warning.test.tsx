// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ActionState } from "#app/_server/define-action.ts";
import { AssetForm } from "#app/(office)/assets/asset-form.tsx";
import type { CheckedNew } from "#db/queries/check-new.ts";
import { show } from "#tests/support/component.tsx";

const FOUND: CheckedNew = {
  check: {
    kind: "form",
    likes: [],
    fields: [],
    counts: { items: 1, asked: 1, own: 1, ownAsked: 1, held: 0 },
    compared: 1,
  },
  duplicated: true,
  summary: "找到重复印发 1 张。",
  regionCode: "990101000000",
  unitNames: {},
  readable: [],
};
let answer: CheckedNew = FOUND;
const asked: Record<string, unknown>[] = [];
beforeEach(() => {
  asked.length = 0;
  answer = FOUND;
  vi.stubGlobal("fetch", async (_address: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body));
    return Response.json({ ok: true, result: answer });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(values: { id?: string; fields?: string } = {}) {
  const sent: FormData[] = [];
  const action = async (_: unknown, form: unknown): Promise<ActionState<{ id: string; version: number }>> => {
    sent.push(form as FormData);
    return { ok: true, result: { id: "new", version: 1 } };
  };
  const shown = show(
    <AssetForm
      kind="form"
      values={{ state: "in_use", attributes: {}, ...values }}
      states={["in_use"]}
      units={[]}
      ownUnit={undefined}
      action={action}
      submit="登记"
      backHref="/assets"
    />,
  );
  const press = () => shown.user.click(screen.getByText("登记"));
  return { ...shown, sent, press };
}

describe("DuplicateWarning", () => {
  test("shows what is like the item at the first press, and submits at the second", async () => {
    const { user, sent, press } = open();
    await user.click(screen.getByLabelText("字段名称"));
    await user.paste("姓名\n电话");
    await screen.findByText("找到重复印发 1 张。");
    expect(asked.at(-1)).toMatchObject({ kind: "form", fields: "姓名\n电话" });
    await press();
    expect(await screen.findByText(/仍要提交的，再按一次/)).toBeTruthy();
    expect(sent).toEqual([]);
    await user.type(screen.getByLabelText(/为什么仍然需要/), "另有用途");
    await press();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.get("attribute.note")).toBe("查重后仍需单独设置的原因：另有用途");
    expect(sent[0]?.get("fields")).toBe("姓名\n电话");
  });

  test("holds up nobody where nothing is like it", async () => {
    answer = { ...FOUND, duplicated: false, summary: "没有找到重复的表（比对了 9 张）。" };
    const { user, sent, press } = open();
    await user.click(screen.getByLabelText("字段名称"));
    await user.paste("姓名");
    await screen.findByText(/没有找到重复的表/);
    await press();
    await waitFor(() => expect(sent).toHaveLength(1));
  });

  test("checks a stored item with its fields when something changes, and sends no fields that nobody touched", async () => {
    const { user, sent, press } = open({ id: "11111111-1111-4111-8111-111111111111", fields: "姓名、性别" });
    expect(asked).toEqual([]);
    await user.type(screen.getByLabelText(/^名称/), "新");
    await screen.findByText("找到重复印发 1 张。");
    expect(asked.at(-1)).toMatchObject({ fields: "姓名、性别", exceptId: "11111111-1111-4111-8111-111111111111" });
    await press();
    await press();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.has("fields")).toBe(false);
  });
});
