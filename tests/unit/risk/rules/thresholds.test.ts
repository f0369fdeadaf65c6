import { expect, test } from "vitest";
import type { Facts, FieldOverlap } from "#lib/risk/facts.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { account, app, form, group, judge, monthsOfUse, unit, use } from "../facts.ts";

const company = (count: number) => ({ count, examples: [] });
const tally = (counted: number) => ({ counted, undetermined: 0, others: [] });
const sharedField = (label: string, isHeader = false) => ({ label, element: label, isHeader, ...company(1) });
const overlap = (asked: number, shared: number): FieldOverlap => ({
  asked,
  shared: Array.from({ length: shared }, (_, index) => sharedField(`字段${index}`)),
});
const similar = (covered: number, count: number) => ({
  compared: 3,
  similar: [{ id: "b", name: "乙", sameUnit: true, shared: ["甲", "丙", "丁"].slice(0, count), jaccard: 0.5, covered }],
});
const assessed = { demands: ["usage_assessment"] as const };
const groups = (counted: number, of: Parameters<typeof unit>[0]) =>
  group({ groupType: "work" }, { unit: unit(of), portfolio: { workGroupsOfUnit: tally(counted) } });
const fields = Array.from({ length: 40 }, (_, position) => ({
  position,
  label: `指标甲${position}`,
  technical: false,
  element: null,
}));
const quarters = monthsOfUse([{}, {}, ...[70, 20, 10, 70, 20, 10].map((logins) => ({ logins }))]);
const active = monthsOfUse([1000, 1000, 990, 1000, 1000, 1000].map((activeUsers) => ({ activeUsers })));

/** For every limit an item, the last value of the limit by which it is hit, and the next, by which it is not. */
const EDGES: readonly (readonly [ruleId: string, limit: string, facts: Facts, hitAt: number, notAt: number])[] = [
  [
    "costly-unused-app",
    "maxUnjudgedCost",
    app({ buildCost: 800_000, targetUsers: 100 }, { usage: use(1, 1, 1) }),
    799_999,
    800_000,
  ],
  [
    "costly-unused-app",
    "minShare",
    app({ buildCost: 800_000, targetUsers: 100 }, { usage: use(9, 9, 9) }),
    0.0901,
    0.09,
  ],
  ["cutoff-burst", "maxCutoffShare", app({ cutoffLoginShare: 50 }, assessed), 0.4999, 0.5],
  ["cutoff-burst", "maxQuarterEndShare", app({}, { ...assessed, usage: quarters }), 0.6999, 0.7],
  ["deadline-collision", "maxForms", form({ dueTime: "每月25日" }, { portfolio: { sameDue: company(3) } }), 3, 4],
  [
    "denied-shared-data",
    "maxSharedShare",
    form({ sharedSource: "无" }, { portfolio: { fieldOverlap: overlap(8, 4) } }),
    0.4999,
    0.5,
  ],
  [
    "denied-shared-data",
    "maxSharedFields",
    form({ sharedSource: "无" }, { portfolio: { fieldOverlap: overlap(5, 4) } }),
    3,
    4,
  ],
  ["duplicate-fields", "minShare", form({}, { portfolio: { fieldOverlap: overlap(8, 4) } }), 0.5, 0.5001],
  [
    "duplicate-fields",
    "minOwn",
    form(
      {},
      {
        portfolio: {
          fieldOverlap: { asked: 4, shared: ["甲", "乙", "丙"].map((label) => sharedField(label, label !== "甲")) },
        },
      },
    ),
    1,
    2,
  ],
  ["duplicate-fields", "minFields", form({}, { portfolio: { fieldOverlap: overlap(5, 4) } }), 4, 5],
  ["excessive-frequency", "maxTimesPerYear", form({ timesPerYear: 13 }), 12, 13],
  ["expired-temporary-group", "graceDays", group({ groupType: "temporary", temporaryUntil: "2026-09-20" }), 9, 10],
  ["flat-usage", "minSpread", app({}, { ...assessed, usage: active }), 0.0101, 0.01],
  [
    "flat-usage",
    "maxUnjudgedUsers",
    app({}, { ...assessed, usage: monthsOfUse(Array(6).fill({ activeUsers: 40 })) }),
    39,
    40,
  ],
  ["full-activation", "maxShare", app({ targetUsers: 100, registeredUsers: 98 }, assessed), 0.9799, 0.98],
  ["group-quota-exceeded", "smallUnitHeadcount", groups(4, { headcount: 20 }), 20, 19],
  ["group-quota-exceeded", "largeUnitHeadcount", groups(6, { headcount: 100 }), 101, 100],
  ["group-quota-exceeded", "smallUnitMax", groups(4, { headcount: 20 }), 3, 4],
  ["group-quota-exceeded", "mediumUnitMax", groups(6, { headcount: 21 }), 5, 6],
  ["group-quota-exceeded", "largeUnitMax", groups(11, { headcount: 100 }), 10, 11],
  ["group-quota-exceeded", "townMax", groups(11, { type: "street" }), 10, 11],
  ["group-quota-exceeded", "villageMax", groups(2, { type: "village" }), 1, 2],
  [
    "hollow-usage",
    "minRecordsPerLogin",
    app({}, { ...assessed, usage: monthsOfUse([{ logins: 1000, businessRecords: 20 }]) }),
    0.0201,
    0.02,
  ],
  ["idle-group", "maxIdleDays", group({ lastActiveOn: "2026-07-02" }), 89, 90],
  ["low-attention-account", "minFollowers", account({ followers: 99 }), 100, 99],
  ["low-use-app", "minShare", app({ targetUsers: 100 }, { usage: use(9, 9, 9) }), 0.0901, 0.09],
  ["no-maintainer", "minMaintainers", account({ maintainers: 1 }), 2, 1],
  [
    "one-matter-several-systems",
    "maxSystems",
    app({}, { portfolio: { sameMatterSystems: { systems: ["乙"], matters: ["甲"], otherWords: [] } } }),
    1,
    2,
  ],
  [
    "overlapping-functions",
    "minCovered",
    app({ functions: ["甲"] }, { portfolio: { similarApps: similar(0.6, 2) } }),
    0.6,
    0.6001,
  ],
  [
    "overlapping-functions",
    "minShared",
    app({ functions: ["甲"] }, { portfolio: { similarApps: similar(1, 2) } }),
    2,
    3,
  ],
  ["oversized-form", "maxFields", form({}, { fields }), 39, 40],
  [
    "platforms-without-team",
    "maxPlatforms",
    account({}, { unit: unit(), portfolio: { accountsOfUnit: { platforms: 3, maintainers: 2, unstated: 0 } } }),
    2,
    3,
  ],
  [
    "platforms-without-team",
    "minPerPlatform",
    account({}, { unit: unit(), portfolio: { accountsOfUnit: { platforms: 3, maintainers: 3, unstated: 0 } } }),
    2,
    1,
  ],
  ["same-place-checkins", "maxShare", app({ samePlaceShare: 30 }), 0.2999, 0.3],
  [
    "several-accounts-one-platform",
    "maxAccounts",
    account({ platform: "weibo" }, { unit: unit(), portfolio: { accountsOnPlatform: tally(2) } }),
    1,
    2,
  ],
  [
    "several-grassroots-apps",
    "maxApps",
    app({ facesGrassroots: true }, { unit: unit(), portfolio: { grassrootsAppsOfUnit: tally(2) } }),
    1,
    2,
  ],
  [
    "several-groups-one-matter",
    "maxGroups",
    group({ matter: "防汛" }, { portfolio: { sameMatter: company(1) } }),
    1,
    2,
  ],
  ["stale-account", "maxDays", account({ lastPostOn: "2026-09-15" }), 14, 15],
  ["static-data-often", "maxTimesPerChange", form({ timesPerYear: 3, dataChange: "yearly" }), 2, 3],
  [
    "undeclared-similar-app",
    "minCovered",
    app({ declaredSimilar: [] }, { portfolio: { similarApps: similar(0.6, 2) } }),
    0.6,
    0.6001,
  ],
  [
    "undeclared-similar-app",
    "minShared",
    app({ declaredSimilar: [] }, { portfolio: { similarApps: similar(1, 2) } }),
    2,
    3,
  ],
  [
    "village-heads-overloaded",
    "maxGroups",
    group({ includesVillageHeads: true }, { portfolio: { villageHeadGroups: company(5) } }),
    5,
    6,
  ],
];

test.each(EDGES)("%s by its limit %s: hit on one side, not on the other", (ruleId, limit, facts, hitAt, notAt) => {
  const rule = RULES.get(ruleId);
  if (!rule) throw new Error(`there is no rule ${ruleId}`);
  expect(judge(rule, facts, { [limit]: hitAt }).is).toBe("hit");
  expect(["clear", "not_applicable"]).toContain(judge(rule, facts, { [limit]: notAt }).is);
});

test("every limit of every rule is tried on both sides", () => {
  const limits = [...RULES.values()].flatMap(({ id, parameters }) =>
    Object.keys(parameters).map((name) => `${id} ${name}`),
  );
  expect(limits.filter((limit) => !EDGES.some(([ruleId, name]) => `${ruleId} ${name}` === limit))).toEqual([]);
});
