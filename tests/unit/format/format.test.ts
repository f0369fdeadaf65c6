import { describe, expect, test } from "vitest";
import { formatDay, formatTime, isoDay } from "#lib/format/date.ts";
import { formatHours, formatHoursRange } from "#lib/format/hours.ts";
import { formatMoney } from "#lib/format/money.ts";
import { formatLarge, formatNumber } from "#lib/format/number.ts";
import { formatPercent } from "#lib/format/percent.ts";

describe("numbers", () => {
  test("carry thousands separators", () => {
    expect(formatNumber(1234567)).toBe("1,234,567");
    expect(formatNumber(12.345, 1)).toBe("12.3");
  });

  test("zero is 0, unknown is 未知", () => {
    expect(formatNumber(0)).toBe("0");
    expect(formatNumber(null)).toBe("未知");
    expect(formatLarge(undefined)).toBe("未知");
  });

  test("are in 万 from ten thousand and in 亿 from a hundred million", () => {
    expect(formatLarge(9999)).toBe("9,999");
    expect(formatLarge(10_000)).toBe("1 万");
    expect(formatLarge(123_456)).toBe("12.35 万");
    expect(formatLarge(250_000_000)).toBe("2.5 亿");
  });

  test("never show 10,000 万: the step to 亿 comes before rounding reaches it", () => {
    expect(formatLarge(99_999_999)).toBe("1 亿");
  });
});

describe("hours", () => {
  test("keep a decimal below ten", () => {
    expect(formatHours(2.54)).toBe("2.5 小时");
    expect(formatHours(350.4)).toBe("350 小时");
    expect(formatHours(0)).toBe("0 小时");
    expect(formatHours(12_345)).toBe("1.23 万小时");
    expect(formatHours(null)).toBe("未知");
  });

  test("show a range, or one number where both ends read alike", () => {
    expect(formatHoursRange(300, 420)).toBe("300 至 420 小时");
    expect(formatHoursRange(300, 300)).toBe("300 小时");
    expect(formatHoursRange(9000, 12_000)).toBe("9,000 至 1.2 万小时");
    expect(formatHoursRange(null, 5)).toBe("未知");
  });
});

describe("money", () => {
  test("is in 元 or 万元", () => {
    expect(formatMoney(3200)).toBe("3,200 元");
    expect(formatMoney(1_285_000)).toBe("128.5 万元");
    expect(formatMoney(null)).toBe("未知");
  });
});

describe("percentages", () => {
  test("have one decimal", () => {
    expect(formatPercent(0.65578)).toBe("65.6%");
    expect(formatPercent(0)).toBe("0%");
    expect(formatPercent(null)).toBe("无法计算");
  });
});

describe("days", () => {
  test("are written as offices write them", () => {
    expect(formatDay("2026-03-01")).toBe("2026年3月1日");
    expect(formatDay(null)).toBe("未知");
    expect(formatDay("长期")).toBe("长期");
  });

  test("are Beijing days, whatever the server's zone", () => {
    const lateEvening = new Date("2026-03-01T16:30:00Z");
    expect(isoDay(lateEvening)).toBe("2026-03-02");
    expect(formatTime(lateEvening)).toBe("2026年3月2日 00:30");
  });
});
