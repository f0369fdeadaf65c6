import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AmendAssetInput, RecordUsageInput, RegisterAssetInput } from "#lib/asset/inputs.ts";

const register = (input: object) => RegisterAssetInput.parse({ name: "某项", ...input });
const wrong = (schema: z.ZodType, input: unknown) => {
  const { error } = schema.safeParse(input);
  return error === undefined ? {} : z.flattenError(error as z.ZodError<Record<string, unknown>>).fieldErrors;
};

describe("RegisterAssetInput", () => {
  test("reads what a form posts: text is what the attribute's type says", () => {
    const { attributes } = register({
      kind: "form",
      "attribute.minutes": " 12.5 ",
      "attribute.respondentUnits": "0",
      "attribute.isStatutory": "no",
      "attribute.channels": ["", "wechat", "paper"],
      "attribute.validUntil": "2026-12-31",
      "attribute.frequency": "monthly",
      "attribute.note": " 两行\n文字 ",
    });
    expect(attributes).toEqual({
      minutes: 12.5,
      respondentUnits: 0,
      isStatutory: false,
      channels: ["wechat", "paper"],
      validUntil: "2026-12-31",
      frequency: "monthly",
      note: "两行\n文字",
    });
  });

  test("takes the same from a program as an object", () => {
    const nested = register({ kind: "group", attributes: { members: 20, includesVillageHeads: true } });
    expect(nested.attributes).toEqual({ members: 20, includesVillageHeads: true });
  });

  test("keeps blank (unknown), none and absent apart", () => {
    const functions = (value?: unknown) =>
      (
        register({ kind: "app", ...(value === undefined ? {} : { "attribute.functions": value }) })
          .attributes as Record<string, unknown>
      ).functions;
    expect(functions("")).toBeNull();
    expect(functions("无")).toEqual([]);
    expect(functions("报送、审批；报送")).toEqual(["报送", "审批"]);
    expect(functions()).toBeUndefined();
  });

  test("drops attributes that the kind does not have", () => {
    expect(register({ kind: "app", "attribute.members": "3" }).attributes).toEqual({});
  });

  test.each([
    [{ kind: "form", "attribute.ordinaryShare": "120" }, "attribute.ordinaryShare"],
    [{ kind: "form", "attribute.respondentUnits": "1.5" }, "attribute.respondentUnits"],
    [{ kind: "form", "attribute.respondentUnits": "-1" }, "attribute.respondentUnits"],
    [{ kind: "form", "attribute.frequency": "fortnightly" }, "attribute.frequency"],
    [{ kind: "form", "attribute.validUntil": "2026-02-29" }, "attribute.validUntil"],
    [{ kind: "form", "attribute.channels": ["telegram"] }, "attribute.channels"],
    [{ kind: "form", workLine: "astronomy" }, "workLine"],
    [{ kind: "form", state: "merging" }, "state"],
    [{ kind: "form", name: "" }, "name"],
    [{ kind: "spaceship" }, "kind"],
  ])("refuses %o at its field", (input, field) => {
    expect(Object.keys(wrong(RegisterAssetInput, { name: "某项", ...input }))).toEqual([field]);
  });
});

describe("AmendAssetInput", () => {
  test("tells what to clear (null) from what to leave (absent)", () => {
    const parsed = AmendAssetInput.parse({
      id: "6f1c1f5e-7a0b-4c55-9a53-0b6f2f0f1a11",
      version: "3",
      kind: "form",
      board: "",
      "attribute.minutes": "",
    });
    expect(parsed).toMatchObject({ version: 3, board: null, attributes: { minutes: null } });
    expect(parsed.unitId).toBeUndefined();
  });
});

describe("RecordUsageInput", () => {
  test("refuses a thirteenth month and part of a person", () => {
    const fields = wrong(RecordUsageInput, {
      assetId: "6f1c1f5e-7a0b-4c55-9a53-0b6f2f0f1a11",
      month: "2026-13",
      logins: "1.2",
    });
    expect(Object.keys(fields)).toEqual(["month", "logins"]);
  });
});
