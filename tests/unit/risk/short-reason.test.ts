import { describe, expect, test } from "vitest";
import { FIELDS } from "#lib/asset/fields.ts";
import { ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { missingPlace } from "#lib/risk/missing-place.ts";
import { clear, hit, notApplicable, unknown } from "#lib/risk/outcome.ts";
import { shortReason } from "#lib/risk/short-reason.ts";

test("shortReason(outcome) is the first fact, and says how many more there are", () => {
  const fact = { label: "群数", value: "9 个", limit: "6 个" };
  expect(shortReason(hit([fact]))).toBe("群数：9 个，标准为6 个。");
  expect(shortReason(hit([{ label: "要求", value: "打卡", quote: "每日打卡" }, fact]))).toBe(
    "要求：打卡，原文：“每日打卡”；另有 1 条证据。",
  );
  expect(shortReason(clear([]))).toBe("");
  expect(shortReason(unknown("上线日期", "备案编号"))).toBe("缺少“上线日期”“备案编号”。");
  expect(shortReason(notApplicable("不是报表"))).toBe("不是报表。");
  expect(shortReason({ is: "exempt", approvedBy: "某人", reason: "值守", until: "2027-03-31" })).toBe(
    "某人批准豁免至2027年3月31日：值守。",
  );
});

describe("missingPlace(kind, missing)", () => {
  test("finds every attribute of every kind by its label", () => {
    for (const kind of ASSET_KINDS) {
      for (const { label } of Object.values(FIELDS[kind])) expect(missingPlace(kind, label)).toBeDefined();
    }
    expect(missingPlace("app", "备案编号")).toEqual({ is: "attribute", key: "filingNumber" });
  });

  test.each([
    ["主办单位", "item_unit"],
    ["主办单位在编人数", "unit_data"],
    ["通知、考核细则等文本", "demands"],
    ["近 3 个月登录次数", "usage"],
  ])("%s is filled in at: %s", (missing, is) => {
    expect(missingPlace("app", missing)).toEqual({ is });
  });

  test("is undefined for what no form asks for", () => {
    expect(missingPlace("form", "其他应用的主要功能")).toBeUndefined();
  });
});

test("shortReason(...) ends a sentence once, where the quote ends with a full stop of its own", () => {
  const demand = { label: "要求", value: "打卡", quote: "每日打卡。" };
  expect(shortReason(hit([demand]))).toBe("要求：打卡，原文：“每日打卡”。");
});
