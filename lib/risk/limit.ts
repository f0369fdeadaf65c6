import { formatNumber } from "../format/number.ts";
import type { Parameter } from "./rule.ts";

/** Whether a limit is a share from 0 to 1, which people read and write as a percentage. */
export function isShare({ unit }: Pick<Parameter, "unit">): boolean {
  return unit.startsWith("比例");
}

/** The unit that stands behind a limit where people read it. */
export function limitUnit(parameter: Pick<Parameter, "unit">): string {
  return isShare(parameter) ? "%" : parameter.unit;
}

/** A limit's value as people write it: a share of 0.1 is 10. */
export function shownLimit(parameter: Pick<Parameter, "unit">, value: number): number {
  return isShare(parameter) ? Number((value * 100).toFixed(4)) : value;
}

/** The value of a limit that people wrote: 10 of a share is 0.1. */
export function storedLimit(parameter: Pick<Parameter, "unit">, shown: number): number {
  return isShare(parameter) ? Number((shown / 100).toFixed(6)) : shown;
}

/** A limit with its unit: "14 天", "10%". */
export function limitText(parameter: Pick<Parameter, "unit">, value: number): string {
  const shown = formatNumber(shownLimit(parameter, value), 4);
  return isShare(parameter) ? `${shown}%` : `${shown} ${parameter.unit}`;
}

/** What a limit may be set to: far enough for any office, near enough that a slip of the hand is caught. */
export type LimitRange = { min: number; max: number; isWhole: boolean };

const SMALLEST_SHARE = 0.01;
const WIDEST = 10;
const FEW = 30;

/** The range of a limit, read off its unit and default. */
export function limitRange(parameter: Pick<Parameter, "unit" | "default">): LimitRange {
  if (isShare(parameter)) return { min: SMALLEST_SHARE, max: 1, isWhole: false };
  const { default: standard } = parameter;
  if (!Number.isInteger(standard)) {
    return {
      min: Number((standard / WIDEST).toPrecision(6)),
      max: Number((standard * WIDEST).toPrecision(6)),
      isWhole: false,
    };
  }
  return { min: Math.min(standard, 1), max: Math.max(standard * WIDEST, FEW), isWhole: true };
}

/**
 * Whether a limit is one that an item breaks by going beyond it, so that less is stricter. By the names of the rules' limits:
 * `maxDays`, `townMax`, `graceDays`.
 */
export function isStricterWhenLess(name: string): boolean {
  return /^max[A-Z]|Max$|^grace[A-Z]/.test(name);
}
