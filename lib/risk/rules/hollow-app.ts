import { formatNumber } from "../../format/number.ts";
import { monthBefore } from "../day.ts";
import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

const MONTHS = 3;

export default defineRule({
  id: "hollow-app",
  kinds: ["app"],
  title: "空壳应用：建成后没有用户或没有业务",
  problemClass: "zombie",
  rationale: "建好放在那里，没有人登录，也没有一件业务，只剩维护费用和检查时的截图。",
  needs: ["近 3 个月活跃用户数", "近 3 个月业务办理量", labelOf("app", "registeredUsers")],
  remedy: "公告后关停注销；确有需要的，功能并入常用平台。",
  parameters: {},
  assess({ asset, usage }, { asOf }) {
    if (asset.attributes.registeredUsers === 0)
      return hit([{ label: labelOf("app", "registeredUsers"), value: "0 人" }]);
    const months = Array.from({ length: MONTHS }, (_, index) => monthBefore(asOf, MONTHS - index));
    const rows = months.flatMap((month) => usage.find((row) => row.month === month) ?? []);
    // A month of which nothing is recorded is no month of zero.
    const total = (key: "activeUsers" | "businessRecords") => {
      const known = rows.flatMap((row) => row[key] ?? []);
      return known.length === MONTHS ? known.reduce((sum, value) => sum + value, 0) : undefined;
    };
    const [users, records] = [total("activeUsers"), total("businessRecords")];
    const period = `${months[0]} 至 ${months[MONTHS - 1]}`;
    const evidence = [
      ...(users === undefined ? [] : [{ label: `${period} 活跃用户`, value: `合计 ${formatNumber(users)} 人次` }]),
      ...(records === undefined ? [] : [{ label: `${period} 业务办理量`, value: `合计 ${formatNumber(records)} 件` }]),
    ];
    if (users === 0) return hit(evidence);
    if (records === 0) return hit(evidence, 0.6);
    return evidence.length === 0 ? unknown(`${period} 的活跃用户数`) : clear(evidence);
  },
});
