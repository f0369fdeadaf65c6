import type { AssetOf, Demand, Unit, UsageMonth } from "#lib/asset/asset.ts";
import type { Attributes } from "#lib/asset/fields.ts";
import type { AssetKind, DemandType } from "#lib/asset/vocabulary.ts";
import { monthBefore } from "#lib/risk/day.ts";
import type { Facts, PortfolioFacts } from "#lib/risk/facts.ts";
import type { Outcome } from "#lib/risk/outcome.ts";
import { ALONE } from "#lib/risk/portfolio.ts";
import { defaultParameters, type Rule } from "#lib/risk/rule.ts";

export const AS_OF = "2026-09-30";

type Rest = Partial<Omit<Facts, "asset" | "portfolio" | "demands">> & {
  state?: AssetOf<AssetKind>["state"];
  portfolio?: Partial<PortfolioFacts>;
  demands?: readonly (DemandType | Demand)[];
};

export const demand = (type: DemandType, quote = "原文"): Demand => ({
  id: `${type}${quote}`,
  type,
  quote,
  source: "通知",
  figure: null,
});

const item =
  <K extends AssetKind>(kind: K) =>
  (
    attributes: Attributes[K] = {} as Attributes[K],
    { state = "in_use", portfolio, demands, ...rest }: Rest = {},
  ): Facts<K> =>
    ({
      asset: {
        id: "a",
        regionCode: "990101000000",
        kind,
        key: "a",
        name: "甲",
        unitId: "u",
        state,
        workLine: null,
        board: null,
        attributes,
        version: 1,
      },
      unit: null,
      usage: [],
      fields: [],
      held: null,
      exemptions: [],
      ...rest,
      demands: (demands ?? []).map((one) => (typeof one === "string" ? demand(one) : one)),
      portfolio: { ...ALONE, ...portfolio },
    }) as Facts<K>;

export const app = item("app");
export const group = item("group");
export const account = item("account");
export const form = item("form");

export const unit = (known: Partial<Unit> = {}): Unit => ({
  id: "u",
  regionCode: "990101000000",
  name: "某局",
  type: "department",
  headcount: 40,
  creditCode: null,
  level: "county",
  ...known,
});

/** What a rule says with its default limits, or some of them set otherwise. */
export function judge<K extends AssetKind, P extends string>(
  rule: Rule<K, P>,
  facts: Facts<K>,
  parameters: Partial<Record<P, number>> = {},
  asOf: string = AS_OF,
): Outcome {
  return rule.assess(facts, { asOf, parameters: { ...defaultParameters(rule), ...parameters } });
}

export const use = (...activeUsers: (number | null)[]) =>
  ["2026-06", "2026-07", "2026-08"].map((month, index) => ({
    month,
    activeUsers: activeUsers[index] ?? null,
    logins: null,
    businessRecords: null,
    posts: null,
  }));

/** Months of use from the newest back: `["2026-08", 2026-07, …]`. */
export const monthsOfUse = (newestFirst: readonly Partial<Omit<UsageMonth, "month">>[]): UsageMonth[] =>
  newestFirst.map((figures, index) => ({
    month: monthBefore(AS_OF, index + 1),
    activeUsers: null,
    logins: null,
    businessRecords: null,
    posts: null,
    ...figures,
  }));
