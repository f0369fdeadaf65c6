import { describe, expect, test } from "vitest";
import type { Asset } from "#lib/asset/asset.ts";
import { ASSET_KINDS, DEMANDS } from "#lib/asset/vocabulary.ts";
import { assessAsset } from "#lib/risk/assess.ts";
import type { Facts } from "#lib/risk/facts.ts";
import { NATIONAL } from "#lib/risk/packs/index.ts";
import { ALONE, portfolioFacts } from "#lib/risk/portfolio.ts";
import { outcomeDetail, storedOutcome } from "#lib/risk/stored-outcome.ts";
import { AS_OF, account, app, form, group, unit, use } from "./facts.ts";

const blank = { app, group, account, form };
const said = (facts: Facts) => assessAsset(facts, NATIONAL, AS_OF);

describe("assessAsset(facts, pack, asOf)", () => {
  test.each(ASSET_KINDS)("of a %s of which nothing is known: nothing is hit, and the band is unknown", (kind) => {
    const { band, hits, redLines, unknowns, recommendation, burdenMid } = said(blank[kind]());
    expect({ band, hits, redLines, recommendation, burdenMid }).toEqual({
      band: "unknown",
      hits: 0,
      redLines: 0,
      recommendation: null,
      burdenMid: null,
    });
    expect(unknowns).toBeGreaterThan(0);
  });

  test.each(ASSET_KINDS.flatMap((kind) => DEMANDS.map((demand) => [kind, demand] as const)))(
    "a %s with a proven demand of %s is hit",
    (kind, demand) => {
      const facts =
        kind === "app"
          ? app({ filingState: "filed", filingNumber: "备1" }, { demands: [demand] })
          : blank[kind]({}, { demands: [demand] });
      expect(said(facts).hits).toBeGreaterThanOrEqual(1);
    },
  );

  test("is low where all is known and nothing is wrong, and this very product is such an app", () => {
    const none = {
      是否强制推广下载: "否",
      是否要求定期登录: "否",
      使用率是否纳入考核: "否",
      是否强制点赞转发: "否",
      是否强制上传照片: "否",
      是否重复填报: "否",
    };
    const ourselves = app(
      {
        formFactor: "web",
        facesGrassroots: false,
        specialScene: "none",
        functions: ["台账登记", "负担测算", "评审会"],
        declaredSimilar: ["无"],
        isCommercial: false,
        signIn: "own_account",
        hasComplaintChannel: true,
        hasProjectApproval: true,
        hasAcceptance: true,
        changeUnfiled: false,
        keepsPaper: false,
        targetUsers: 40,
        extra: none,
      },
      { unit: unit(), usage: use(30, 32, 34), portfolio: { similarApps: { compared: 3, similar: [] } } },
    );
    expect(said(ourselves)).toMatchObject({ band: "low", score: 0, hits: 0, unknowns: 0, recommendation: "keep" });
  });

  test("leaves the value unread where use is assessed, and says why", () => {
    const facts = app({ targetUsers: 100 }, { usage: use(95, 95, 95), demands: ["usage_assessment"] });
    expect(said(facts)).toMatchObject({ value: null, burdenNotes: { warnings: ["使用情况被考核，数据可能失真"] } });
    expect(said(app({ targetUsers: 100 }, { usage: use(50, 50, 50) })).value).toBe(0.5);
  });

  test("reads redundancy off what others ask and do, by kind", () => {
    const overlap = { asked: 4, shared: [{ label: "姓名", count: 1, examples: [] }] };
    expect(said(form({}, { portfolio: { fieldOverlap: overlap } })).redundancy).toBe(0.25);
    expect(said(form()).redundancy).toBeNull();
    expect(said(group({ matter: "甲" }, { portfolio: { sameMatter: { count: 2, examples: [] } } })).redundancy).toBe(1);
    expect(
      said(account({}, { portfolio: { accountsOnPlatform: { counted: 1, undetermined: 0, others: [] } } })).redundancy,
    ).toBe(0);
    expect(
      said(app({ functions: ["甲"] }, { portfolio: { similarApps: { compared: 0, similar: [] } } })).redundancy,
    ).toBeNull();
  });

  test("does not move because an unrelated item was added", () => {
    const one: Asset = app({ functions: ["甲", "乙"] }).asset;
    const other: Asset = { ...one, id: "b", unitId: "v", attributes: { functions: ["丙"] } };
    const unrelated: Asset = { ...group({ matter: "丁" }).asset, id: "c", unitId: "v" };
    const judge = (all: Asset[]) =>
      said({ ...app(), asset: one, portfolio: portfolioFacts(all, () => []).get("a") ?? ALONE } as Facts);
    expect(judge([one, other, unrelated])).toEqual(judge([one, other]));
  });

  test("is refused where a pack names a rule that does not exist", () => {
    const pack = {
      ...NATIONAL,
      rules: [{ ruleId: "nobody", kinds: ["app" as const], redLine: false, weight: 1, parameters: {}, basis: [] }],
    };
    expect(() => assessAsset(app(), pack, AS_OF)).toThrow("nobody");
  });

  test("gives outcomes that are read back from the store as they were", () => {
    for (const kind of ASSET_KINDS) {
      for (const { outcome } of said(blank[kind]({}, { demands: [...DEMANDS] })).findings) {
        expect(storedOutcome(outcome.is, JSON.parse(JSON.stringify(outcomeDetail(outcome))))).toEqual(outcome);
      }
    }
  });

  test("refuses to read a stored row that holds no outcome", () => {
    expect(() => storedOutcome("hit", { missing: [] })).toThrow();
  });
});
