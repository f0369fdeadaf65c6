import { attributeText } from "#lib/asset/attribute-text.ts";
import { APP_FIELDS } from "#lib/asset/fields/app.ts";
import type { AppAttributes } from "#lib/asset/fields.ts";
import { ASSET_STATE_LABEL, WORK_LINE_LABEL } from "#lib/asset/vocabulary.ts";
import { annualBurden } from "#lib/burden/annual-burden.ts";
import { formatDay } from "#lib/format/date.ts";
import { formatHoursRange } from "#lib/format/hours.ts";
import { formatMoney } from "#lib/format/money.ts";
import { formatNumber } from "#lib/format/number.ts";
import { alignFunctions } from "#lib/redundancy/app/align-functions.ts";
import { BAND_LABEL } from "#lib/risk/band.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import type { ComparedApp } from "./load-apps.ts";

/** One attribute over the compared apps, in their order; null is unknown. */
export type CompareRow = {
  section: string;
  label: string;
  values: (string | null)[];
  /** Whether what is known of them is not the same; unknown is no difference. */
  differs: boolean;
};

type Cell = (app: ComparedApp) => string | null;
const MONTHS = 3;

const attribute = (key: keyof AppAttributes & keyof typeof APP_FIELDS): [string, Cell] => [
  APP_FIELDS[key].label,
  ({ asset }) => attributeText(APP_FIELDS[key], asset.attributes[key]) ?? null,
];
const money = (key: "buildCost" | "yearlyCost"): [string, Cell] => [
  APP_FIELDS[key].label,
  ({ asset }) => {
    const cost = asset.attributes[key];
    return cost === undefined ? null : formatMoney(cost);
  },
];

const SECTIONS: readonly (readonly [section: string, rows: readonly (readonly [string, Cell])[]])[] = [
  [
    "基本情况",
    [
      ["主办单位", ({ unit }) => unit?.name ?? null],
      ["状态", ({ asset }) => ASSET_STATE_LABEL[asset.state]],
      attribute("isUnifiedPlatform"),
      attribute("formFactor"),
      attribute("purpose"),
    ],
  ],
  [
    "使用对象",
    [
      attribute("facesGrassroots"),
      attribute("reachesLevel"),
      ["条线", ({ asset }) => (asset.workLine === null ? null : WORK_LINE_LABEL[asset.workLine])],
      attribute("targetUsers"),
      attribute("registeredUsers"),
      [`近 ${MONTHS} 个月使用`, useText],
    ],
  ],
  ["录入事项", [attribute("matters")]],
  ["负担和费用", [["年负担", burdenText], money("buildCost"), money("yearlyCost"), attribute("keepsPaper")]],
  ["备案和登录", [attribute("filingState"), attribute("filingNumber"), attribute("signIn")]],
  [
    "最近研判",
    [
      ["风险等级", ({ judgement }) => judgement && BAND_LABEL[judgement.band]],
      ["得分", ({ judgement }) => judgement && `${formatNumber(judgement.score, 1)} 分（满分 100，越高越差）`],
      ["命中红线", ({ judgement }) => judgement && `${judgement.redLines} 条`],
      ["命中的规则", rulesText],
      ["研判时点", ({ judgement }) => judgement && formatDay(judgement.asOf)],
    ],
  ],
];

/** Everything but the functions, section by section. */
export function attributeRows(apps: readonly ComparedApp[]): CompareRow[] {
  return SECTIONS.flatMap(([section, rows]) => rows.map(([label, cell]) => rowOf(section, label, apps.map(cell))));
}

/** The functions, those that most have first; an app that lists none is unknown in every row. */
export function functionRows(apps: readonly ComparedApp[]): CompareRow[] {
  const functions = apps.map(({ asset }) => asset.attributes.functions);
  return alignFunctions(functions).map(({ name, names, apps: having }) =>
    rowOf(
      `功能（${having} 个应用有）`,
      name,
      names.map((own, index) => {
        if (own !== null) return own === name ? "有" : `有（叫“${own}”）`;
        return functions[index]?.length ? "没有" : null;
      }),
      names.some((own) => own === null),
    ),
  );
}

function rowOf(section: string, label: string, values: (string | null)[], differs?: boolean): CompareRow {
  const known = new Set(values.filter((value) => value !== null));
  return { section, label, values, differs: (differs ?? true) && known.size > 1 };
}

function useText({ usage }: ComparedApp): string | null {
  const months = usage.slice(-MONTHS).flatMap(({ month, activeUsers, logins, businessRecords }) => {
    const parts = [
      activeUsers === null ? null : `活跃 ${formatNumber(activeUsers)} 人`,
      logins === null ? null : `登录 ${formatNumber(logins)} 次`,
      businessRecords === null ? null : `业务 ${formatNumber(businessRecords)} 件`,
    ].filter((part) => part !== null);
    return parts.length === 0 ? [] : [`${month}：${parts.join("、")}`];
  });
  return months.length === 0 ? null : months.join("；");
}

function burdenText({ asset }: ComparedApp): string | null {
  const burden = annualBurden("app", asset.attributes);
  return burden.known ? formatHoursRange(burden.hours.low, burden.hours.high) : null;
}

function rulesText({ judgement }: ComparedApp): string | null {
  if (judgement === null) return null;
  const hits = judgement.findings.filter(({ outcome }) => outcome === "hit");
  if (hits.length === 0) return "没有";
  return hits
    .map(({ ruleId, redLine }) => `${RULES.get(ruleId)?.title ?? ruleId}${redLine ? "（红线）" : ""}`)
    .join("；");
}
