import type { Attributes } from "#lib/asset/fields.ts";
import { STORY_APPS } from "../county/apps.ts";
import { BURDENING_APPS } from "../county/burdening-apps.ts";
import { daysAgo } from "../date.ts";
import { type Random, randomFrom } from "../random.ts";
import { drawBurden } from "./burden.ts";
import { type Made, makeItem, seedOf, unitNamed } from "./item.ts";
import type { SampleUnit } from "./units.ts";

function drawApp(random: Random): Attributes["app"] {
  return {
    launchedOn: daysAgo(random.between(330, 2400)),
    builder: random.pick(["示例软件公司", "示例通信公司示范分公司", "示例省信息中心", "主办单位自建"]),
    changeUnfiled: random.chance(0.12),
    hasProjectApproval: random.chance(0.75),
    hasAcceptance: random.chance(0.7),
    specialScene: "none",
    isCommercial: false,
    signIn: random.pick(["unified", "own_account", "own_account", "wechat", "sms", "none"]),
    hasComplaintChannel: random.chance(0.45),
    keepsPaper: random.chance(0.3),
    declaredSimilar: [],
    buildCost: random.between(8, 120) * 10_000,
    yearlyCost: random.between(1, 18) * 8000,
    frequency: random.pick(["daily", "weekly", "monthly"]),
    sourceText: "各单位自查台账",
    ...drawBurden(random, random.pick([6, 24, 30])),
  };
}

/** What the fuller ledgers tell besides; drawn apart, so that the rest is drawn as it was. */
function drawBesides(random: Random, facesGrassroots: boolean): Attributes["app"] {
  return {
    ...(random.chance(0.6) ? { hasUsageNorms: random.chance(0.6) } : {}),
    ...(random.chance(0.5) ? { runProblem: random.pick(["none", "none", "none", "none", "slow", "crash"]) } : {}),
    ...(facesGrassroots && random.chance(0.5)
      ? { grassrootsBasis: random.pick(["方便网格员随手登记，依据部门工作方案", "上级文件要求村级上报", "无"]) }
      : {}),
  };
}

/** Every application of the county. */
export function apps(units: readonly SampleUnit[]): Made[] {
  return [...STORY_APPS, ...BURDENING_APPS].map((sketch) => {
    const seed = seedOf("app", unitNamed(units, sketch.unit), sketch);
    const besides = sketch.complete
      ? {}
      : drawBesides(randomFrom(`besides|${seed}`), sketch.known.facesGrassroots === true);
    const known = { ...besides, ...sketch.known };
    return makeItem("app", units, { ...sketch, known }, drawApp(randomFrom(`draw|${seed}`)));
  });
}
