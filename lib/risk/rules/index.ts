import type { Rule } from "../rule.ts";
import assessmentCarrier from "./assessment-carrier.ts";
import boughtFollows from "./bought-follows.ts";
import chainReply from "./chain-reply.ts";
import commercialActivity from "./commercial-activity.ts";
import contradictoryLedger from "./contradictory-ledger.ts";
import costlyUnusedApp from "./costly-unused-app.ts";
import countyBelowApp from "./county-below-app.ts";
import crashingApp from "./crashing-app.ts";
import cutoffBurst from "./cutoff-burst.ts";
import deadlineCollision from "./deadline-collision.ts";
import deniedDemand from "./denied-demand.ts";
import deniedSharedData from "./denied-shared-data.ts";
import doubleChannel from "./double-channel.ts";
import duplicateFields from "./duplicate-fields.ts";
import duplicateReporting from "./duplicate-reporting.ts";
import excessiveFrequency from "./excessive-frequency.ts";
import expiredForm from "./expired-form.ts";
import expiredTemporaryGroup from "./expired-temporary-group.ts";
import flatUsage from "./flat-usage.ts";
import forcedCheckin from "./forced-checkin.ts";
import forcedFollow from "./forced-follow.ts";
import forcedInstall from "./forced-install.ts";
import forcedLogin from "./forced-login.ts";
import formFillingReachesDown from "./form-filling-reaches-down.ts";
import formOutsideCatalogue from "./form-outside-catalogue.ts";
import fullActivation from "./full-activation.ts";
import grassrootsReasonUnstated from "./grassroots-reason-unstated.ts";
import groupOwnerRank from "./group-owner-rank.ts";
import groupQuotaExceeded from "./group-quota-exceeded.ts";
import hollowApp from "./hollow-app.ts";
import hollowUsage from "./hollow-usage.ts";
import idleGroup from "./idle-group.ts";
import instantReply from "./instant-reply.ts";
import latePenalty from "./late-penalty.ts";
import lowAttentionAccount from "./low-attention-account.ts";
import lowUseApp from "./low-use-app.ts";
import mandatoryUnfiledApp from "./mandatory-unfiled-app.ts";
import noAcceptance from "./no-acceptance.ts";
import noApprovalNumber from "./no-approval-number.ts";
import noComplaintChannel from "./no-complaint-channel.ts";
import noInteraction from "./no-interaction.ts";
import noMaintainer from "./no-maintainer.ts";
import noProjectApproval from "./no-project-approval.ts";
import noUsageNorms from "./no-usage-norms.ts";
import notRealNameGroup from "./not-real-name-group.ts";
import offSystemChannel from "./off-system-channel.ts";
import oneMatterSeveralSystems from "./one-matter-several-systems.ts";
import onlineTime from "./online-time.ts";
import otherDemand from "./other-demand.ts";
import outsideDutyList from "./outside-duty-list.ts";
import overlappingFunctions from "./overlapping-functions.ts";
import oversizedForm from "./oversized-form.ts";
import ownPassword from "./own-password.ts";
import paperAndDigital from "./paper-and-digital.ts";
import photoTrace from "./photo-trace.ts";
import platformsWithoutTeam from "./platforms-without-team.ts";
import rankBulletin from "./rank-bulletin.ts";
import ranking from "./ranking.ts";
import roundTheClockGroup from "./round-the-clock-group.ts";
import samePlaceCheckins from "./same-place-checkins.ts";
import sameTemplate from "./same-template.ts";
import severalAccountsOnePlatform from "./several-accounts-one-platform.ts";
import severalGrassrootsApps from "./several-grassroots-apps.ts";
import severalGroupsOneMatter from "./several-groups-one-matter.ts";
import shareableData from "./shareable-data.ts";
import staleAccount from "./stale-account.ts";
import staticDataOften from "./static-data-often.ts";
import taskInGroup from "./task-in-group.ts";
import twoFrequencies from "./two-frequencies.ts";
import unapprovedGroup from "./unapproved-group.ts";
import unclosedShutdown from "./unclosed-shutdown.ts";
import undeclaredSimilarApp from "./undeclared-similar-app.ts";
import unfiledApp from "./unfiled-app.ts";
import unfiledChange from "./unfiled-change.ts";
import unregisteredAccount from "./unregistered-account.ts";
import usageAssessed from "./usage-assessed.ts";
import villageHeadsOverloaded from "./village-heads-overloaded.ts";
import villageHeadsPulled from "./village-heads-pulled.ts";

/** Every rule there is, by id. A pack says which of them apply, with what weight and limits. */
export const RULES: ReadonlyMap<string, Rule> = new Map(
  [
    assessmentCarrier,
    boughtFollows,
    chainReply,
    commercialActivity,
    contradictoryLedger,
    costlyUnusedApp,
    countyBelowApp,
    crashingApp,
    cutoffBurst,
    deadlineCollision,
    deniedDemand,
    deniedSharedData,
    doubleChannel,
    duplicateFields,
    duplicateReporting,
    excessiveFrequency,
    expiredForm,
    expiredTemporaryGroup,
    flatUsage,
    forcedCheckin,
    forcedFollow,
    forcedInstall,
    forcedLogin,
    formFillingReachesDown,
    formOutsideCatalogue,
    fullActivation,
    grassrootsReasonUnstated,
    groupOwnerRank,
    groupQuotaExceeded,
    hollowApp,
    hollowUsage,
    idleGroup,
    instantReply,
    latePenalty,
    lowAttentionAccount,
    lowUseApp,
    mandatoryUnfiledApp,
    noAcceptance,
    noApprovalNumber,
    noComplaintChannel,
    noInteraction,
    noMaintainer,
    noProjectApproval,
    noUsageNorms,
    notRealNameGroup,
    offSystemChannel,
    oneMatterSeveralSystems,
    onlineTime,
    otherDemand,
    outsideDutyList,
    overlappingFunctions,
    oversizedForm,
    ownPassword,
    paperAndDigital,
    photoTrace,
    platformsWithoutTeam,
    rankBulletin,
    ranking,
    roundTheClockGroup,
    samePlaceCheckins,
    sameTemplate,
    severalAccountsOnePlatform,
    severalGrassrootsApps,
    severalGroupsOneMatter,
    shareableData,
    staleAccount,
    staticDataOften,
    taskInGroup,
    twoFrequencies,
    unapprovedGroup,
    unclosedShutdown,
    undeclaredSimilarApp,
    unfiledApp,
    unfiledChange,
    unregisteredAccount,
    usageAssessed,
    villageHeadsOverloaded,
    villageHeadsPulled,
  ].map((rule: Rule) => [rule.id, rule]),
);
