import type { Facts } from "#lib/risk/facts.ts";
import { account, app, demand, form, group, monthsOfUse, unit, use } from "../facts.ts";

const company = (count: number) => ({ count, examples: [{ id: "b", name: "乙" }] });
const tally = (counted: number) => ({ counted, undetermined: 0, others: [] });
const similarApps = {
  compared: 3,
  similar: [{ id: "b", name: "乙", sameUnit: true, shared: ["甲", "丙"], jaccard: 0.5, covered: 1 }],
};
const fieldOverlap = {
  asked: 4,
  shared: ["姓名", "住址", "电话", "身份证号"].map((label) => ({
    label,
    element: label,
    isHeader: false,
    count: 1,
    examples: [{ id: "b", name: "乙", label }],
  })),
};
const like = { id: "b", name: "乙", relation: "duplicate" as const, shared: 5, asked: 5, wordings: 5 };
const assessed = { demands: ["usage_assessment"] as const };
const fields = (count: number) =>
  Array.from({ length: count }, (_, position) => ({
    position,
    label: `指标甲${position}`,
    technical: false,
    element: null,
  }));

/** For every rule an item that it hits with its default limits. */
export const HITS: Readonly<Record<string, Facts>> = {
  "assessment-carrier": app({ functions: ["督查打分"] }),
  "bought-follows": account({}, { demands: [demand("forced_follow_like", "购买关注500个")] }),
  "chain-reply": group({}, { demands: [demand("instant_reply", "收到请接龙")] }),
  "commercial-activity": app({ isCommercial: true }),
  "contradictory-ledger": form({ isStatutory: true, inCatalogue: false, approvalNumber: "某号" }),
  "costly-unused-app": app({ buildCost: 900_000, targetUsers: 100 }, { usage: use(1, 1, 1) }),
  "county-below-app": app({}, { unit: unit({ level: "town", type: "town" }) }),
  "crashing-app": app({ runProblem: "crash" }),
  "cutoff-burst": app({ cutoffLoginShare: 90 }, assessed),
  "deadline-collision": form({ dueTime: "每月25日17:00" }, { portfolio: { sameDue: company(3) } }),
  "denied-demand": app({ extra: { 是否强制上传照片: "否" } }, { demands: ["photo_trace"] }),
  "denied-shared-data": form({ sharedSource: "无" }, { portfolio: { fieldOverlap } }),
  "double-channel": form({ channels: ["system", "paper"] }),
  "duplicate-fields": form({}, { portfolio: { fieldOverlap } }),
  "duplicate-reporting": form({}, { demands: ["duplicate_reporting"] }),
  "excessive-frequency": form({ frequency: "daily" }),
  "expired-form": form({ validUntil: "2026-09-29" }),
  "expired-temporary-group": group({ groupType: "temporary", temporaryUntil: "2026-09-29" }),
  "flat-usage": app({}, { ...assessed, usage: monthsOfUse(Array(6).fill({ activeUsers: 500 })) }),
  "forced-checkin": app({ functions: ["定位打卡"] }),
  "forced-follow": account({}, { demands: ["forced_follow_like"] }),
  "forced-install": app({}, { demands: ["forced_install"] }),
  "forced-login": app({}, { demands: ["forced_login"] }),
  "form-filling-reaches-down": app({ functions: ["数据填报"], reachesLevel: "village" }),
  "form-outside-catalogue": form({ inCatalogue: false }),
  "full-activation": app({ targetUsers: 100, registeredUsers: 100 }, assessed),
  "grassroots-reason-unstated": app({ facesGrassroots: true, grassrootsBasis: "无" }),
  "group-owner-rank": group({ ownerRank: "staff" }),
  "group-quota-exceeded": group(
    { groupType: "work" },
    { unit: unit({ headcount: 10 }), portfolio: { workGroupsOfUnit: tally(4) } },
  ),
  "hollow-app": app({ registeredUsers: 0 }),
  "hollow-usage": app({}, { ...assessed, usage: monthsOfUse([{ logins: 1000, businessRecords: 1 }]) }),
  "idle-group": group({ lastActiveOn: "2026-01-01" }),
  "instant-reply": group({}, { demands: ["instant_reply"] }),
  "late-penalty": form({}, { demands: ["late_penalty"] }),
  "low-attention-account": account({ followers: 1 }),
  "low-use-app": app({ targetUsers: 100 }, { usage: use(1, 1, 1) }),
  "mandatory-unfiled-app": app({ filingState: "unfiled" }, { demands: ["forced_install"] }),
  "no-acceptance": app({ hasAcceptance: false }),
  "no-approval-number": form({ approvalNumber: "无" }),
  "no-complaint-channel": app({ hasComplaintChannel: false }),
  "no-interaction": account({ hasInteraction: false }),
  "no-maintainer": account({ maintainers: 0 }),
  "no-project-approval": app({ hasProjectApproval: false }),
  "no-usage-norms": app({ hasUsageNorms: false }),
  "not-real-name-group": group({ isRealName: false }),
  "off-system-channel": form({ channels: ["wechat"] }),
  "one-matter-several-systems": app(
    { matters: ["文化活动"] },
    { portfolio: { sameMatterSystems: { systems: ["乙"], matters: ["文化活动"], otherWords: [] } } },
  ),
  "online-time": app({ functions: ["学习时长"] }),
  "other-demand": group({}, { demands: ["group_overload"] }),
  "outside-duty-list": form({ inDutyList: false }),
  "overlapping-functions": app({ functions: ["甲", "丙"] }, { portfolio: { similarApps } }),
  "oversized-form": form({}, { fields: fields(41) }),
  "own-password": app({ signIn: "own_account" }),
  "paper-and-digital": app({ keepsPaper: true }),
  "photo-trace": group({}, { demands: ["photo_trace"] }),
  "platforms-without-team": account(
    {},
    { unit: unit(), portfolio: { accountsOfUnit: { platforms: 3, maintainers: 1, unstated: 0 } } },
  ),
  "rank-bulletin": account({}, { demands: ["ranking"] }),
  ranking: app({ functions: ["积分排名"] }),
  "round-the-clock-group": group({}, { demands: [demand("instant_reply", "24小时在线")] }),
  "same-place-checkins": app({ samePlaceShare: 90 }),
  "same-template": form({}, { portfolio: { sameTemplate: { asked: 5, count: 1, examples: [like] } } }),
  "several-accounts-one-platform": account(
    { platform: "weibo" },
    { unit: unit(), portfolio: { accountsOnPlatform: tally(2) } },
  ),
  "several-grassroots-apps": app(
    { facesGrassroots: true },
    { unit: unit(), portfolio: { grassrootsAppsOfUnit: tally(2) } },
  ),
  "several-groups-one-matter": group({ matter: "防汛" }, { portfolio: { sameMatter: company(1) } }),
  "shareable-data": form({ sharedSource: "公安局" }),
  "stale-account": account({ lastPostOn: "2026-09-01" }),
  "static-data-often": form({ frequency: "daily", dataChange: "yearly" }),
  "task-in-group": group({}, { demands: ["task_in_group"] }),
  "two-frequencies": form(
    { frequency: "monthly" },
    { portfolio: { slowerTwins: { count: 1, examples: [{ ...like, timesPerYear: 1 }] } } },
  ),
  "unapproved-group": group({ isApproved: false }),
  "unclosed-shutdown": app({ closureFiled: false }, { state: "closing" }),
  "undeclared-similar-app": app({ declaredSimilar: [] }, { portfolio: { similarApps } }),
  "unfiled-app": app({ filingState: "unfiled" }),
  "unfiled-change": app({ changeUnfiled: true }),
  "unregistered-account": account({ isFiled: false }),
  "usage-assessed": app({}, { demands: ["usage_assessment"] }),
  "village-heads-overloaded": group({ includesVillageHeads: true }, { portfolio: { villageHeadGroups: company(5) } }),
  "village-heads-pulled": group({ includesVillageHeads: true }),
};
