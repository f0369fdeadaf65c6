import { describe, expect, test } from "vitest";
import { contradictions, type Declared } from "#lib/asset/contradictions.ts";

const declared = (values: Declared) => contradictions(values);

describe("contradictions(asset)", () => {
  test.each(["app", "group", "account", "form"] as const)("finds nothing in a %s of which nothing is known", (kind) => {
    expect(declared({ kind, state: "in_use", attributes: {} })).toEqual([]);
  });

  test.each<[string, Declared, string]>([
    ["filed without a number", { kind: "app", state: "in_use", attributes: { filingState: "filed" } }, "没有备案编号"],
    [
      "a number without being filed",
      { kind: "app", state: "in_use", attributes: { filingState: "unfiled", filingNumber: "A1" } },
      "A1",
    ],
    [
      "a basis for no special scene",
      { kind: "app", state: "in_use", attributes: { specialScene: "none", specialSceneBasis: "通知" } },
      "特殊场景",
    ],
    [
      "not facing the grass roots, but used there",
      { kind: "app", state: "in_use", attributes: { facesGrassroots: false, reachesLevel: "village" } },
      "延伸到",
    ],
    [
      "a password of its own beside a unified sign-in",
      { kind: "app", state: "in_use", attributes: { signIn: "unified", functions: ["公文", "密码找回"] } },
      "密码找回",
    ],
    [
      "more users than people",
      { kind: "app", state: "in_use", attributes: { registeredUsers: 12, targetUsers: 10 } },
      "注册用户数",
    ],
    [
      "a status text that says it has ended, for an item in use",
      { kind: "account", state: "in_use", attributes: { statusText: "2024年公告注销" } },
      "2024年公告注销",
    ],
    ["closed but in use", { kind: "account", state: "in_use", attributes: { closureFiled: true } }, "是否已关停"],
    [
      "a temporary group without an end",
      { kind: "group", state: "in_use", attributes: { groupType: "temporary" } },
      "期限",
    ],
    [
      "an end of a group that is not temporary",
      { kind: "group", state: "in_use", attributes: { groupType: "work", temporaryUntil: "2026-12-31" } },
      "不是临时群",
    ],
    [
      "talk before the group was made",
      { kind: "group", state: "in_use", attributes: { createdOn: "2026-05-02", lastActiveOn: "2026-05-01" } },
      "早于建群日期",
    ],
    [
      "a post before the account was opened",
      { kind: "account", state: "in_use", attributes: { registeredOn: "2026-05-02", lastPostOn: "2026-05-01" } },
      "早于开通日期",
    ],
    [
      "a statutory form outside the catalogue",
      {
        kind: "form",
        state: "in_use",
        attributes: { isStatutory: true, inCatalogue: false, validUntil: "2027-01-01" },
      },
      "目录",
    ],
    [
      "monthly, but fifty times a year",
      { kind: "form", state: "in_use", attributes: { frequency: "monthly", timesPerYear: 50 } },
      "年次数",
    ],
    [
      "a lower bound above the upper",
      { kind: "form", state: "in_use", attributes: { minutesLow: 30, minutesHigh: 10 } },
      "下限 30",
    ],
    [
      "steps that take longer than the whole",
      { kind: "form", state: "in_use", attributes: { minutes: 10, minutesEntering: 8, minutesFinding: 4 } },
      "合计 12",
    ],
  ])("names %s", (_, asset, words) => {
    const found = declared(asset);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
  });

  test.each<[string, Declared]>([
    [
      "twice the usual times",
      { kind: "form", state: "in_use", attributes: { frequency: "monthly", timesPerYear: 24 } },
    ],
    ["half the usual times", { kind: "form", state: "in_use", attributes: { frequency: "monthly", timesPerYear: 6 } }],
    [
      "any count of what is asked now and then",
      { kind: "form", state: "in_use", attributes: { frequency: "on_demand", timesPerYear: 90 } },
    ],
    [
      "the day itself",
      { kind: "account", state: "in_use", attributes: { registeredOn: "2026-05-02", lastPostOn: "2026-05-02" } },
    ],
    [
      "an end of a group of unknown type",
      { kind: "group", state: "in_use", attributes: { temporaryUntil: "2026-12-31" } },
    ],
    ["a closure of what is closed", { kind: "app", state: "closed", attributes: { closureFiled: true } }],
  ])("lets %s pass", (_, asset) => {
    expect(declared(asset)).toEqual([]);
  });
});
