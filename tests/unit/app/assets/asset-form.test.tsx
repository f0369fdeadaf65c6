// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { ActionState } from "#app/_server/define-action.ts";
import { AssetForm } from "#app/(office)/assets/asset-form.tsx";
import { RegisterAssetInput } from "#lib/asset/inputs.ts";
import { show } from "#tests/support/component.tsx";

afterEach(cleanup);

type Answer = ActionState<{ id: string; version: number }>;

/** Answers as the gate does: what does not parse comes back by field. */
function register(sent: Record<string, unknown>[]) {
  return async (_: Answer | null, form: unknown): Promise<Answer> => {
    const input: Record<string, unknown> = {};
    for (const key of new Set((form as FormData).keys())) {
      const values = (form as FormData).getAll(key);
      input[key] = values.length === 1 ? values[0] : values;
    }
    sent.push(input);
    const parsed = RegisterAssetInput.safeParse(input);
    if (parsed.success) return { ok: true, result: { id: "new-item", version: 1 } };
    const fieldErrors = z.flattenError(parsed.error as z.ZodError<Record<string, unknown>>).fieldErrors as Record<
      string,
      string[]
    >;
    return { ok: false, code: "invalid", message: Object.values(fieldErrors)[0]?.[0] ?? "", fieldErrors };
  };
}

function open(options: { ownUnit?: { id: string; name: string; regionCode: string } } = {}) {
  const sent: Record<string, unknown>[] = [];
  const shown = show(
    <AssetForm
      kind="form"
      values={{ state: "in_use", attributes: {} }}
      states={["in_use", "suspended"]}
      units={[]}
      ownUnit={options.ownUnit}
      action={register(sent)}
      submit="登记"
      backHref="/assets"
    />,
  );
  return { ...shown, sent };
}
const name = () => screen.getByLabelText(/^名称/) as HTMLInputElement;

describe("AssetForm", () => {
  test("names the field that is wrong, moves there, and keeps what was typed", async () => {
    const { user, visited } = open();
    await user.type(name(), "低保动态表");
    await user.type(screen.getByLabelText("每次分钟数"), "半小时");
    await user.click(screen.getByText("登记"));
    const minutes = screen.getByLabelText("每次分钟数") as HTMLInputElement;
    await waitFor(() => expect(minutes.getAttribute("aria-invalid")).toBe("true"));
    await waitFor(() => expect(document.activeElement === minutes).toBe(true));
    expect(minutes.value).toBe("半小时");
    expect(name().value).toBe("低保动态表");
    expect(screen.getAllByText("每次分钟数请填数字").length).toBeGreaterThan(0);
    expect(visited).toEqual([]);
  });

  test("goes to the new item when it is registered with nothing but a name", async () => {
    const { user, visited } = open();
    await user.type(name(), "低保动态表");
    await user.click(screen.getByText("登记"));
    await waitFor(() => expect(visited).toEqual(["/assets/new-item"]));
  });

  test("sends ticked channels, and that none were ticked", async () => {
    const { user, sent } = open();
    await user.type(name(), "表");
    await user.click(screen.getByLabelText("微信"));
    await user.click(screen.getByText("登记"));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ kind: "form", "attribute.channels": ["", "wechat"] });
  });

  test("shows a department its own unit and no other choice", async () => {
    const { user, sent } = open({
      ownUnit: { id: "6f1c1f5e-7a0b-4c55-9a53-0b6f2f0f1a11", name: "示范县民政局", regionCode: "990101000000" },
    });
    expect(screen.getByText("示范县民政局")).toBeTruthy();
    await user.type(name(), "表");
    await user.click(screen.getByText("登记"));
    await waitFor(() => expect(sent[0]?.unitId).toBe("6f1c1f5e-7a0b-4c55-9a53-0b6f2f0f1a11"));
  });
});
