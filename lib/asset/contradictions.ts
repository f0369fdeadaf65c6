import type { AssetOf } from "./asset.ts";
import type { Attributes } from "./fields.ts";
import { type AssetKind, FREQUENCY_LABEL, TIMES_PER_YEAR } from "./vocabulary.ts";

/** What was declared of an item. */
export type Declared = { [K in AssetKind]: Pick<AssetOf<K>, "kind" | "attributes" | "state"> }[AssetKind];

/** Steps whose minutes add up to the whole. */
const STEPS = [
  "minutesReading",
  "minutesFinding",
  "minutesEntering",
  "minutesSigning",
  "minutesSubmitting",
  "minutesPaper",
] as const;

/**
 * Statements about an item that cannot all be true, in sentences that say what to check. Unknown contradicts nothing.
 * It judges nobody: a contradiction is a question to the unit that declared it.
 */
export function contradictions(asset: Declared): string[] {
  return [...ofKind(asset), ...ofBurden(asset.attributes), ...ofState(asset)];
}

function ofKind(asset: Declared): string[] {
  switch (asset.kind) {
    case "app":
      return ofApp(asset.attributes);
    case "group":
      return ofGroup(asset.attributes);
    case "account": {
      const { lastPostOn, registeredOn } = asset.attributes;
      return before(lastPostOn, registeredOn) ? ["最近更新日期早于开通日期，请核实。"] : [];
    }
    case "form":
      return ofForm(asset.attributes);
  }
}

function ofApp(attributes: Attributes["app"]): string[] {
  const found: string[] = [];
  const {
    filingState,
    filingNumber,
    specialScene,
    specialSceneBasis,
    registeredUsers,
    targetUsers,
    signIn,
    functions,
  } = attributes;
  if (filingState === "filed" && filingNumber === undefined) {
    found.push("备案状态填“已备案”，但没有备案编号，请补填编号或核实是否已备案。");
  }
  if (filingNumber !== undefined && (filingState === "unfiled" || filingState === "in_progress")) {
    found.push(`有备案编号“${filingNumber}”，但备案状态不是“已备案”，请核实。`);
  }
  if (specialSceneBasis !== undefined && specialScene === "none") {
    found.push("写了特殊场景依据，但特殊场景填“无”，请核实。");
  }
  const { facesGrassroots, reachesLevel } = attributes;
  if (facesGrassroots === false && (reachesLevel === "town" || reachesLevel === "village")) {
    found.push("填为不面向基层，使用却延伸到乡镇（街道）、村（社区），请核实。");
  }
  const ownPassword = (functions ?? []).find((name) => /密码(找回|重置|修改)|修改密码|账号注册|注册账号/.test(name));
  if (ownPassword !== undefined && (signIn === "unified" || signIn === "none")) {
    found.push(`登录方式不是“独立账号密码”，主要功能里却有“${ownPassword}”，请核实。`);
  }
  if (registeredUsers !== undefined && targetUsers !== undefined && targetUsers > 0 && registeredUsers > targetUsers) {
    found.push(`注册用户数 ${registeredUsers} 多于应使用人数 ${targetUsers}，请核实口径。`);
  }
  return found;
}

function ofGroup({ groupType, temporaryUntil, createdOn, lastActiveOn }: Attributes["group"]): string[] {
  const found: string[] = [];
  if (groupType === "temporary" && temporaryUntil === undefined) {
    found.push("群类型是“临时（专项）工作群”，但没有写明期限，请补填临时群期限。");
  }
  if (temporaryUntil !== undefined && groupType !== undefined && groupType !== "temporary") {
    found.push("填了临时群期限，但群类型不是临时群，请核实。");
  }
  if (before(lastActiveOn, createdOn)) found.push("最近发言日期早于建群日期，请核实。");
  return found;
}

function ofForm({ isStatutory, approvalNumber, validUntil, inCatalogue }: Attributes["form"]): string[] {
  const found: string[] = [];
  if (isStatutory === true && approvalNumber === undefined && validUntil === undefined) {
    found.push("填为法定报表，但批准文号和有效期都没有，请补填或核实。");
  }
  if (isStatutory === true && inCatalogue === false) found.push("填为法定报表，又填不在报表目录内，请核实。");
  return found;
}

function ofBurden(attributes: Declared["attributes"]): string[] {
  const found: string[] = [];
  const { frequency, timesPerYear, minutes, minutesLow, minutesHigh } = attributes;
  const usual = frequency === undefined ? undefined : TIMES_PER_YEAR[frequency];
  if (frequency !== undefined && frequency !== "once" && usual !== undefined && timesPerYear !== undefined) {
    // A half and a double leave room for holidays and for a few extra rounds.
    if (timesPerYear < usual / 2 || timesPerYear > usual * 2) {
      found.push(
        `填报频率是“${FREQUENCY_LABEL[frequency]}”（约 ${usual} 次/年），年次数却是 ${timesPerYear}，测算以年次数为准，请核实。`,
      );
    }
  }
  if (minutesLow !== undefined && minutesHigh !== undefined && minutesLow > minutesHigh) {
    found.push(`每次分钟数的下限 ${minutesLow} 高于上限 ${minutesHigh}，请核实。`);
  }
  const steps = STEPS.flatMap((key) => attributes[key] ?? []);
  const sum = steps.reduce((total, step) => total + step, 0);
  if (minutes !== undefined && sum > minutes) {
    found.push(`分步分钟数合计 ${sum}，多于每次分钟数 ${minutes}，请核实。`);
  }
  return found;
}

/** Words of a ledger's free status text that say an item has ended; such a text never moves the state by itself. */
const ENDED = /注销|停更|停运|停止运营|关停|下架|停用|并入/;

/** What to ask when a ledger's status text says that an item has ended while it counts as running; undefined otherwise. */
export function endedQuestion(statusText: string | null | undefined): string | undefined {
  if (statusText == null || !ENDED.test(statusText)) return undefined;
  return `状态说明写着“${statusText}”，条目却按“在用”登记，请核实是否已停止。`;
}

function ofState(asset: Declared): string[] {
  const hasClosure = asset.kind === "app" || asset.kind === "account";
  if (hasClosure && asset.state === "in_use" && asset.attributes.closureFiled === true) {
    return ["填了“关停已公告并注销”，但状态还是“在用”，请核实是否已关停。"];
  }
  const question = asset.state === "in_use" ? endedQuestion(asset.attributes.statusText) : undefined;
  return question === undefined ? [] : [question];
}

const before = (day: string | undefined, other: string | undefined) =>
  day !== undefined && other !== undefined && day < other;
