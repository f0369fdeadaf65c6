import { type Parsed, plain, value, wrong } from "./cell.ts";

const MEND = "请填完整的年月日，如 2026-09-01，不清楚时留空";
/** Spreadsheet day numbers from 1954 to 2119; day 25569 is 1970-01-01. */
const SERIAL = { from: 20_000, to: 80_000, epoch: 25_569 };
const MS_PER_DAY = 86_400_000;

/** A day, as "2026-09-01", from the forms that ledgers use; a month alone is no day. Reads no clock. */
export function parseDate(text: string): Parsed<string> {
  const written = text.normalize("NFKC").trim();
  const rest = plain(written);
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?:t?\d{1,2}[:时]\d{1,2}.*)?$/.exec(rest) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(rest);
  if (match) return day(Number(match[1]), Number(match[2]), Number(match[3]));
  if (/^\d{4}[-/.年]\d{1,2}月?$/.test(rest)) return wrong("只有年月，没有日", MEND);
  if (/^\d{4}年?$/.test(rest)) return wrong("只有年份，没有月日", MEND);
  if (/^\d{5}(\.\d+)?$/.test(rest)) {
    const serial = Math.floor(Number(rest));
    if (serial >= SERIAL.from && serial <= SERIAL.to) {
      return value(new Date((serial - SERIAL.epoch) * MS_PER_DAY).toISOString().slice(0, 10));
    }
  }
  if (/^长期(有效)?$|^永久$/.test(rest)) return wrong("不是日期", "长期有效的请留空，并在备注里写明");
  return wrong("不是日期", MEND);
}

function day(year: number, month: number, date: number): Parsed<string> {
  const at = new Date(Date.UTC(year, month - 1, date));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return wrong("日历上没有这一天", MEND);
  const iso = at.toISOString().slice(0, 10);
  if (year < 1980 || year > 2100) return value(iso, { message: `年份 ${year} 不像是真的`, mend: "请核对年份" });
  return value(iso);
}
