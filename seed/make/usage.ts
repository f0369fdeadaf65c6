import type { UsageMonth } from "#lib/asset/asset.ts";
import type { UsageStory } from "../county/sketch.ts";
import { monthsBefore } from "../date.ts";
import type { Random } from "../random.ts";

const QUIET: Omit<UsageMonth, "month"> = { activeUsers: null, logins: null, businessRecords: null, posts: null };
const MONTHS = 12;

/** One month of a story; `month` counts from 0, the oldest. */
function monthOf(story: UsageStory, month: number, quarterEnd: boolean, random: Random): Omit<UsageMonth, "month"> {
  const sway = (value: number) => Math.max(0, Math.round(value * (0.92 + random.next() * 0.16)));
  switch (story.is) {
    case "steady": {
      const activeUsers = Math.min(story.users, sway(story.users * 0.95));
      return {
        ...QUIET,
        activeUsers,
        logins: sway(activeUsers * 9),
        businessRecords: sway(activeUsers * story.recordsPerUser),
      };
    }
    case "fading": {
      const activeUsers = sway(story.users * 0.62 ** month);
      return { ...QUIET, activeUsers, logins: sway(activeUsers * 1.4), businessRecords: sway(activeUsers * 0.5) };
    }
    case "idle":
      return { ...QUIET, activeUsers: 0, logins: 0, businessRecords: 0 };
    case "assessed": {
      const activeUsers = story.target - random.between(0, 2);
      return { ...QUIET, activeUsers, logins: sway(story.target * 26), businessRecords: random.between(0, 9) };
    }
    case "burst": {
      const activeUsers = sway(quarterEnd ? story.users : story.users * 0.06);
      return { ...QUIET, activeUsers, logins: sway(activeUsers * 3), businessRecords: sway(activeUsers * 0.8) };
    }
    case "posting": {
      const silent = month >= MONTHS - (story.silentMonths ?? 0);
      return { ...QUIET, posts: silent ? 0 : sway(story.posts) };
    }
  }
}

/** The last twelve full months of an item's use; a month here and there was never reported, unless `complete`. */
export function usageMonths(story: UsageStory, random: Random, complete: boolean): UsageMonth[] {
  return monthsBefore(MONTHS).flatMap((month, index) => {
    const quarterEnd = Number(month.slice(5)) % 3 === 0;
    const row = { month, ...monthOf(story, index, quarterEnd, random) };
    if (!complete && random.chance(0.04)) return [];
    if (!complete && random.chance(0.12)) row.logins = null;
    return [row];
  });
}
