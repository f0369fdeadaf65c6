import { type Parsed, plain, value, wrong } from "./cell.ts";

export type NumberSpec = { type: "integer" | "number"; unit: string; min?: number; max?: number };

const MULTIPLIERS: Record<string, number> = { 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, 千: 1e3 };
const APPROXIMATE = /^(约|大约|近|将近|大概)|(左右|上下|余|多|\+)$/g;
const MAX_PLAUSIBLE_PEOPLE = 1_500_000_000;

/** Factor that a column's own name carries: 1e4 for "建设费用（万元）", 1 for most. */
export function columnFactor(column: string, spec: NumberSpec): number {
  const name = plain(column);
  const multiplier = /(亿|千万|百万|万|千)(元|人|个|次|户)/.exec(name)?.[1];
  if (multiplier) return MULTIPLIERS[multiplier] as number;
  if (spec.unit.startsWith("分钟") && /小时/.test(name)) return 60;
  return 1;
}

/** A number as ledgers write it: "1,200", "１２００人", "约5万", "12.5万元". `factor` comes from the column's name. */
export function parseNumber(spec: NumberSpec, text: string, factor = 1): Parsed<number> {
  let rest = plain(text).replaceAll(",", "");
  const approximate = rest.match(APPROXIMATE) !== null;
  rest = rest.replace(APPROXIMATE, "").replace(/^[¥$]|(人民币|rmb)/g, "");
  const match = /^([+-]?\d+(?:\.\d+)?)(%?)(亿|千万|百万|万|千)?余?多?([^\d.]*)$/.exec(rest);
  if (!match) {
    const range = /^\d+(\.\d+)?[^\d.]*[-~至到]\d+/.test(rest);
    return wrong(
      range ? "是一个范围，不是一个数" : "不是数字",
      range ? "请填一个数，例如中间值" : `请填数字（单位：${spec.unit}），不清楚时留空`,
    );
  }
  const [, digits, percent, multiplier, written = ""] = match;
  if (percent) return wrong("是百分数，不是数量", `请填数量（单位：${spec.unit}）`);
  const unit = checkUnit(spec, written);
  if (unit === undefined)
    return wrong(`单位“${written}”与本列的“${spec.unit}”不符`, `请换算成以“${spec.unit}”计的数字`);
  const times = multiplier ? (MULTIPLIERS[multiplier] as number) : 1;
  // A unit in the cell itself speaks louder than the column's: "5000元" under "（万元）" is 5000.
  const scale = multiplier || written !== "" ? times * unit : factor;
  const number = Number((Number(digits) * scale).toPrecision(15));
  if (spec.min !== undefined && number < spec.min) return wrong(`不能小于 ${spec.min}`, "请核对后改正，不清楚时留空");
  if (spec.max !== undefined && number > spec.max) return wrong(`不能大于 ${spec.max}`, "请核对后改正，不清楚时留空");
  if (spec.type === "integer" && !Number.isInteger(number)) return wrong("应为整数", "请填整数，不清楚时留空");
  return value(number, doubt(spec, number, approximate));
}

/** Factor of the unit written after a number, 1 when none; undefined when it is another kind of unit. */
function checkUnit(spec: NumberSpec, written: string): number | undefined {
  if (written === "") return 1;
  const base = plain(spec.unit).split(/[/·]/)[0] as string;
  if (written === base || written === plain(spec.unit) || `${base}/${written}` === plain(spec.unit)) return 1;
  if (base === "分钟" && (written === "分" || written === "min")) return 1;
  if (base === "分钟" && (written === "小时" || written === "h")) return 60;
  if (base === "分钟" && written === "秒") return 1 / 60;
  if (base === "人" && ["名", "位", "个", "户"].includes(written)) return 1;
  if (base === "个" && ["家", "户", "项", "名"].includes(written)) return 1;
  if (base === "次" && ["回", "遍", "次每年", "次/年", "次年"].includes(written)) return 1;
  if (base === "元" && ["元/年", "元每年", "圆"].includes(written)) return 1;
  return undefined;
}

function doubt(spec: NumberSpec, number: number, approximate: boolean): { message: string; mend: string } | undefined {
  if (spec.unit.startsWith("元") && number > 0 && number < 1000) {
    return {
      message: `金额只有 ${number} 元，是否以万元为单位`,
      mend: "若以万元为单位，请在数字后写“万元”，或把列名写成“…（万元）”",
    };
  }
  if (spec.unit === "人" && number > MAX_PLAUSIBLE_PEOPLE) {
    return { message: `人数 ${number} 超过全国人口`, mend: "请核对是否多写了位数" };
  }
  if (spec.unit === "分钟/次" && number > 480)
    return { message: `每次 ${number} 分钟超过一个工作日`, mend: "请核对是否为每次的用时" };
  if (spec.unit === "次/年" && number > 3650) return { message: `每年 ${number} 次，合每天 10 次以上`, mend: "请核对" };
  return approximate ? { message: "原文为约数，按所写的数登记", mend: "有准确数时请更正" } : undefined;
}
