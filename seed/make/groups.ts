import type { Attributes } from "#lib/asset/fields.ts";
import {
  EXTRA_GROUPS,
  GROUP_DEMANDS,
  MATTERS,
  type Matter,
  STORY_GROUPS,
  TOWN_GROUPS,
  TOWN_MATTERS,
  VILLAGE_MATTERS,
} from "../county/groups.ts";
import { TOWNS } from "../county/regions.ts";
import type { DemandSketch, ItemSketch } from "../county/sketch.ts";
import { daysAgo } from "../date.ts";
import { type Random, randomFrom } from "../random.ts";
import { type Made, makeItem, seedOf, unitNamed } from "./item.ts";
import type { SampleUnit } from "./units.ts";

type GroupSketch = ItemSketch<"group">;

function drawGroup(random: Random, members: readonly [number, number]): Attributes["group"] {
  return {
    createdOn: daysAgo(random.between(520, 2400)),
    isApproved: random.chance(0.6),
    ownerRank: random.pick(["leader", "middle", "middle", "staff", "staff", "contractor"]),
    includesVillageHeads: random.chance(0.3),
    members: random.between(...members),
    lastActiveOn: daysAgo(random.chance(0.75) ? random.between(0, 12) : random.between(30, 500)),
    watchMinutesPerDay: random.between(1, 6),
    ordinaryShare: random.between(0, 10) * 5,
    estimateSource: random.pick(["interview", "declared", "estimated"]),
    sampleSize: random.between(2, 20),
    sourceText: "各单位自查台账",
  };
}

function groupDemands(random: Random, share: number): DemandSketch[] {
  if (!random.chance(share)) return [];
  const first = random.pick(GROUP_DEMANDS);
  const second = random.pick(GROUP_DEMANDS);
  return first === second || random.chance(0.6) ? [first] : [first, second];
}

/** A group about a matter; `nth` tells several groups about the same matter apart. */
function plainGroup(unit: SampleUnit, [matter, topic]: Matter, nth: number): GroupSketch {
  const suffix = nth === 0 ? "工作群" : ["工作二群", "联络群", "推进群"][nth - 1];
  const prefix = matter.startsWith(unit.short) ? "" : unit.short;
  const name = `${prefix}${matter}${suffix}`.replace(/^委/, "县委");
  const random = randomFrom(`group|${name}`);
  const temporary = topic === "project" && random.chance(0.6);
  const known: Attributes["group"] = {
    platform: random.pick(["wechat", "wechat", "wechat", "wechat", "qq", "dingtalk", "gov_dingtalk", "wecom"]),
    groupType: temporary ? "temporary" : "work",
    topic,
    ...(random.chance(0.8) ? { matter } : {}),
    ...(temporary && random.chance(0.7) ? { temporaryUntil: daysAgo(random.between(-120, 200)) } : {}),
  };
  return { name, unit: unit.short, known, demands: groupDemands(random, unit.level === "county" ? 0.1 : 0.16) };
}

function countyGroups(unit: SampleUnit): GroupSketch[] {
  const daily: Matter[] =
    unit.short !== "数据局" && randomFrom(`daily|${unit.name}`).chance(0.75)
      ? [[`${unit.short}日常`, "coordination"]]
      : [];
  const matters = [...(MATTERS[unit.short] ?? []), ...daily];
  const extra = EXTRA_GROUPS[unit.short] ?? 0;
  const rows = matters.map((matter) => plainGroup(unit, matter, 0));
  for (let i = 0; i < extra; i++) {
    const matter = matters[Math.floor(i / 3) % matters.length];
    if (matter) rows.push(plainGroup(unit, matter, 1 + (i % 3)));
  }
  return rows;
}

/** Villages run from one group (what 岳麓 allows) to four. */
function villageGroups(unit: SampleUnit): GroupSketch[] {
  const random = randomFrom(`villages|${unit.name}`);
  return VILLAGE_MATTERS.slice(0, random.pick([1, 1, 2, 3, 4])).map((matter) => plainGroup(unit, matter, 0));
}

/** Every work group of the county. */
export function groups(units: readonly SampleUnit[]): Made[] {
  const sketches = units.flatMap((unit) => {
    if (unit.level === "village") return villageGroups(unit);
    if (unit.level !== "town") return countyGroups(unit);
    const count = TOWN_GROUPS[TOWNS.findIndex((town) => town.name === unit.short)] ?? 0;
    return TOWN_MATTERS.slice(0, count).map((matter) => plainGroup(unit, matter, 0));
  });
  return [...sketches, ...STORY_GROUPS].map((sketch) => {
    const unit = unitNamed(units, sketch.unit);
    const seed = seedOf("group", unit, sketch);
    const random = randomFrom(`draw|${seed}`);
    const besides = randomFrom(`besides|${seed}`);
    const realName = !sketch.complete && besides.chance(0.5) ? { isRealName: besides.chance(0.7) } : {};
    return makeItem(
      "group",
      units,
      { ...sketch, known: { ...realName, ...sketch.known } },
      drawGroup(random, unit?.level === "village" ? [20, 380] : [8, 95]),
    );
  });
}
