import { NATION } from "../../region/region.ts";
import type { Pack, PackRule } from "../pack.ts";
import { BASIS } from "./basis.ts";

type Extra = Partial<Pick<PackRule, "parameters" | "validFrom" | "validTo">>;
const entry =
  (redLine: boolean) =>
  (
    kind: PackRule["kinds"][number],
    ruleId: string,
    weight: number,
    basis: PackRule["basis"],
    extra: Extra = {},
  ): PackRule => ({
    ruleId,
    kinds: [kind],
    redLine,
    weight,
    parameters: {},
    basis,
    ...extra,
  });
const red = entry(true);
const weighted = entry(false);

/** 国办函〔2026〕12号 is dated 2026-01-25; apps that were online by then had half a year to file. */
const APP_RULES_FROM = "2026-01-25";
const FILING_DUE = "2026-07-25";

/**
 * The national pack. The second version of 2026 tells apart what the first judged as one (积分排名 and 排名通报, 接龙 beside 打卡签到)
 * and adds what declarations and texts contradict, use that looks faked because it is assessed, empty and costly apps, forms that
 * reach the grass roots, and groups and accounts without order. Weights of what few ledgers tell are small, so that not knowing it
 * does not drown what is known; faked use is judged only where use is forced. The third meets forms by the data that they ask for
 * instead of by how fields are called, and names the data that a department holds and shares.
 *
 * Red lines are the five prohibitions for apps, building below the county, requiring an unfiled app, forced
 * check-in and 接龙 in groups, and the two vetoes for accounts. Weights are this product's, so that one grave fault makes an item medium
 * (30) and two make it high (60); limits that no law sets are the rules' defaults, shown as the office's own reference.
 */
export const NATIONAL: Pack = {
  version: "national-2026-3",
  title: "全国规则包 2026年第3版",
  regionCode: NATION,
  bands: { high: 60, medium: 30, unknownShare: 0.5 },
  rules: [
    red("app", "county-below-app", 20, [BASIS.countyBelow], { validFrom: APP_RULES_FROM }),
    red("app", "mandatory-unfiled-app", 10, [BASIS.filing], { validFrom: APP_RULES_FROM }),
    red("app", "forced-checkin", 15, [BASIS.noForcedFunctions]),
    red("app", "ranking", 10, [BASIS.noForcedFunctions]),
    red("app", "rank-bulletin", 5, [BASIS.noRanking]),
    red("app", "online-time", 15, [BASIS.noForcedFunctions]),
    red("app", "forced-install", 10, [BASIS.noForcedUse]),
    red("app", "forced-login", 10, [BASIS.noForcedUse]),
    red("app", "usage-assessed", 10, [BASIS.noForcedUse]),
    red("app", "forced-follow", 10, [BASIS.noTrace]),
    red("app", "photo-trace", 10, [BASIS.noTrace]),
    red("app", "duplicate-reporting", 10, [BASIS.noRepeatedForms]),
    red("app", "commercial-activity", 10, [BASIS.noCommerce], { validFrom: APP_RULES_FROM }),
    weighted("app", "unfiled-app", 40, [BASIS.filing, BASIS.filingTransition], { validFrom: FILING_DUE }),
    weighted("app", "low-use-app", 30, [BASIS.cleanUp]),
    weighted("app", "overlapping-functions", 30, [BASIS.cleanUp]),
    weighted("app", "several-grassroots-apps", 20, [BASIS.oneApp]),
    weighted("app", "form-filling-reaches-down", 15, [BASIS.reachesDown]),
    weighted("app", "one-matter-several-systems", 10, [BASIS.noDoubleTrack, BASIS.onceOnly, BASIS.oneMatter]),
    weighted("app", "hollow-app", 10, [BASIS.cleanUp, BASIS.zombieGroups]),
    weighted("app", "costly-unused-app", 10, [BASIS.showpiece, BASIS.costlyCases]),
    weighted("app", "assessment-carrier", 15, [BASIS.noTrace]),
    weighted("app", "hollow-usage", 20, [BASIS.realUse, BASIS.fakedUse]),
    weighted("app", "full-activation", 15, [BASIS.realUse, BASIS.fakedUse]),
    weighted("app", "cutoff-burst", 15, [BASIS.realUse, BASIS.fakedUse]),
    weighted("app", "same-place-checkins", 15, [BASIS.fakedCheckins]),
    weighted("app", "flat-usage", 10, [BASIS.realUse, BASIS.fakedUse]),
    weighted("app", "denied-demand", 10, [BASIS.ownWords]),
    weighted("app", "undeclared-similar-app", 10, [BASIS.similarDeclared]),
    weighted("app", "unclosed-shutdown", 20, [BASIS.filingChange]),
    weighted("app", "no-complaint-channel", 15, [BASIS.complaint]),
    weighted("app", "no-project-approval", 15, [BASIS.projectReview]),
    weighted("app", "unfiled-change", 15, [BASIS.filingChange]),
    weighted("app", "paper-and-digital", 15, [BASIS.noDoubleTrack]),
    weighted("app", "no-acceptance", 10, [BASIS.acceptance]),
    weighted("app", "own-password", 8, [BASIS.unifiedSignIn]),
    weighted("app", "crashing-app", 5, [BASIS.unstable]),
    weighted("app", "grassroots-reason-unstated", 5, [BASIS.grassrootsReason]),
    weighted("app", "no-usage-norms", 5, [BASIS.usageNorms]),
    weighted("app", "contradictory-ledger", 3, [BASIS.ownLedger]),
    weighted("app", "other-demand", 30, [BASIS.noDemandsOnGrassroots]),

    red("group", "forced-checkin", 10, [BASIS.groupDemands, BASIS.groupForced]),
    red("group", "chain-reply", 5, [BASIS.groupDemands, BASIS.groupForced]),
    weighted("group", "expired-temporary-group", 40, [BASIS.groupDuplicates, BASIS.groupTemporary]),
    weighted("group", "idle-group", 30, [BASIS.zombieGroups]),
    weighted("group", "several-groups-one-matter", 30, [BASIS.groupDuplicates]),
    weighted("group", "village-heads-pulled", 25, [BASIS.groupVillageHeads]),
    weighted("group", "instant-reply", 30, [BASIS.groupDemands, BASIS.groupForced]),
    weighted("group", "task-in-group", 30, [BASIS.groupDemands, BASIS.groupForced]),
    weighted("group", "photo-trace", 30, [BASIS.groupTrace]),
    weighted("group", "unapproved-group", 15, [BASIS.groupFiling]),
    weighted("group", "deadline-collision", 15, [BASIS.collision]),
    weighted("group", "group-owner-rank", 10, [BASIS.groupTemporary]),
    weighted("group", "rank-bulletin", 30, [BASIS.noRanking]),
    weighted("group", "round-the-clock-group", 20, [BASIS.groupDemands, BASIS.roundTheClock]),
    weighted("group", "village-heads-overloaded", 4, [BASIS.manyGroups, BASIS.groupVillageHeads]),
    weighted("group", "denied-demand", 10, [BASIS.ownWords]),
    weighted("group", "not-real-name-group", 3, [BASIS.groupTemporary]),
    weighted("group", "contradictory-ledger", 3, [BASIS.ownLedger]),
    weighted("group", "other-demand", 30, [BASIS.noDemandsOnGrassroots]),

    red("account", "stale-account", 20, [BASIS.stale]),
    red("account", "no-interaction", 20, [BASIS.interaction]),
    weighted("account", "several-accounts-one-platform", 30, [BASIS.oneAccount]),
    weighted("account", "forced-follow", 30, [BASIS.accountPressure]),
    weighted("account", "rank-bulletin", 30, [BASIS.noRanking]),
    weighted("account", "usage-assessed", 30, [BASIS.accountPressure]),
    weighted("account", "no-maintainer", 20, [BASIS.accountRegister]),
    weighted("account", "unclosed-shutdown", 20, [BASIS.accountRegister]),
    weighted("account", "low-attention-account", 15, [BASIS.accountCleanUp]),
    weighted("account", "unregistered-account", 10, [BASIS.accountRegister]),
    weighted("account", "platforms-without-team", 10, [BASIS.accountTeam]),
    weighted("account", "denied-demand", 10, [BASIS.ownWords]),
    weighted("account", "bought-follows", 5, [BASIS.boughtFollows]),
    weighted("account", "contradictory-ledger", 3, [BASIS.ownLedger]),
    weighted("account", "other-demand", 30, [BASIS.noDemandsOnGrassroots]),

    weighted("form", "duplicate-fields", 40, [BASIS.sharing, BASIS.onceOnly]),
    weighted("form", "form-outside-catalogue", 30, [BASIS.catalogue, BASIS.noDemandsOnGrassroots]),
    weighted("form", "expired-form", 40, [BASIS.formMarks, BASIS.formMarksBeyondSurveys]),
    weighted("form", "off-system-channel", 30, [BASIS.onceOnly, BASIS.noOffSystem]),
    weighted("form", "same-template", 30, [BASIS.sharing, BASIS.onceOnly]),
    weighted("form", "duplicate-reporting", 30, [BASIS.onceOnly]),
    weighted("form", "late-penalty", 30, [BASIS.fewForms]),
    weighted("form", "shareable-data", 30, [BASIS.sharing]),
    weighted("form", "double-channel", 25, [BASIS.noDoubleTrack]),
    weighted("form", "excessive-frequency", 25, [BASIS.fewForms, BASIS.frugalSurvey]),
    weighted("form", "photo-trace", 20, [BASIS.fewForms]),
    weighted("form", "static-data-often", 20, [BASIS.frugalSurvey]),
    weighted("form", "no-approval-number", 20, [BASIS.formMarks, BASIS.formMarksBeyondSurveys]),
    weighted("form", "deadline-collision", 15, [BASIS.collision]),
    weighted("form", "two-frequencies", 20, [BASIS.frugalSurvey, BASIS.fewForms]),
    weighted("form", "rank-bulletin", 30, [BASIS.noRanking]),
    weighted("form", "one-matter-several-systems", 10, [BASIS.noDoubleTrack, BASIS.onceOnly, BASIS.oneMatter]),
    weighted("form", "outside-duty-list", 10, [BASIS.noDemandsOnGrassroots]),
    weighted("form", "denied-shared-data", 5, [BASIS.sharing]),
    weighted("form", "denied-demand", 10, [BASIS.ownWords]),
    weighted("form", "oversized-form", 5, [BASIS.fewFields]),
    weighted("form", "contradictory-ledger", 3, [BASIS.ownLedger]),
    weighted("form", "other-demand", 30, [BASIS.noDemandsOnGrassroots]),
  ],
};
