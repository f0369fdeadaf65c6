import type { Rule } from "../rule.ts";
import commercialActivity from "./commercial-activity.ts";
import countyBelowApp from "./county-below-app.ts";
import deadlineCollision from "./deadline-collision.ts";
import doubleChannel from "./double-channel.ts";
import duplicateFields from "./duplicate-fields.ts";
import duplicateReporting from "./duplicate-reporting.ts";
import excessiveFrequency from "./excessive-frequency.ts";
import expiredForm from "./expired-form.ts";
import expiredTemporaryGroup from "./expired-temporary-group.ts";
import forcedCheckin from "./forced-checkin.ts";
import forcedFollow from "./forced-follow.ts";
import forcedInstall from "./forced-install.ts";
import forcedLogin from "./forced-login.ts";
import formOutsideCatalogue from "./form-outside-catalogue.ts";
import groupOwnerRank from "./group-owner-rank.ts";
import groupQuotaExceeded from "./group-quota-exceeded.ts";
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
import offSystemChannel from "./off-system-channel.ts";
import onlineTime from "./online-time.ts";
import otherDemand from "./other-demand.ts";
import overlappingFunctions from "./overlapping-functions.ts";
import ownPassword from "./own-password.ts";
import paperAndDigital from "./paper-and-digital.ts";
import photoTrace from "./photo-trace.ts";
import ranking from "./ranking.ts";
import sameTemplate from "./same-template.ts";
import severalAccountsOnePlatform from "./several-accounts-one-platform.ts";
import severalGrassrootsApps from "./several-grassroots-apps.ts";
import severalGroupsOneMatter from "./several-groups-one-matter.ts";
import shareableData from "./shareable-data.ts";
import staleAccount from "./stale-account.ts";
import staticDataOften from "./static-data-often.ts";
import taskInGroup from "./task-in-group.ts";
import unapprovedGroup from "./unapproved-group.ts";
import unclosedShutdown from "./unclosed-shutdown.ts";
import unfiledApp from "./unfiled-app.ts";
import unfiledChange from "./unfiled-change.ts";
import unregisteredAccount from "./unregistered-account.ts";
import usageAssessed from "./usage-assessed.ts";
import villageHeadsPulled from "./village-heads-pulled.ts";

/** Every rule there is, by id. A pack says which of them apply, with what weight and limits. */
export const RULES: ReadonlyMap<string, Rule> = new Map(
  [
    commercialActivity,
    countyBelowApp,
    deadlineCollision,
    doubleChannel,
    duplicateFields,
    duplicateReporting,
    excessiveFrequency,
    expiredForm,
    expiredTemporaryGroup,
    forcedCheckin,
    forcedFollow,
    forcedInstall,
    forcedLogin,
    formOutsideCatalogue,
    groupOwnerRank,
    groupQuotaExceeded,
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
    offSystemChannel,
    onlineTime,
    otherDemand,
    overlappingFunctions,
    ownPassword,
    paperAndDigital,
    photoTrace,
    ranking,
    sameTemplate,
    severalAccountsOnePlatform,
    severalGrassrootsApps,
    severalGroupsOneMatter,
    shareableData,
    staleAccount,
    staticDataOften,
    taskInGroup,
    unapprovedGroup,
    unclosedShutdown,
    unfiledApp,
    unfiledChange,
    unregisteredAccount,
    usageAssessed,
    villageHeadsPulled,
  ].map((rule: Rule) => [rule.id, rule]),
);
