import { describe, expect, test } from "vitest";
import type { Asset } from "#lib/asset/asset.ts";
import { ASSET_KINDS, DEMANDS } from "#lib/asset/vocabulary.ts";
import { assessAsset } from "#lib/risk/assess.ts";
import type { Facts } from "#lib/risk/facts.ts";
import { NATIONAL } from "#lib/risk/packs/index.ts";
import { ALONE, portfolioFacts } from "#lib/risk/portfolio.ts";
import { outcomeDetail, storedOutcome } from "#lib/risk/stored-outcome.ts";
import { AS_OF, account, app, demand, form, group, unit, use } from "./facts.ts";

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

  test.each(ASSET_KINDS)(
    "a %s with a proven demand is hit whatever its words, where rules share a demand by them",
    (kind) => {
      const quotes = [
        "收到请接龙",
        "十分钟内接龙",
        "每天打卡",
        "按积分列榜",
        "每月通报",
        "末位检讨",
        "购买关注",
        "原文",
      ];
      for (const type of ["ranking", "forced_checkin", "instant_reply", "forced_follow_like"] as const) {
        for (const quote of quotes) {
          expect([type, quote, said(blank[kind]({}, { demands: [demand(type, quote)] })).hits > 0]).toEqual([
            type,
            quote,
            true,
          ]);
        }
      }
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
      是否排名通报: "否",
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
        matters: [],
        hasUsageNorms: true,
        runProblem: "none",
        targetUsers: 40,
        extra: none,
      },
      {
        unit: unit(),
        usage: use(30, 32, 34),
        portfolio: {
          similarApps: { compared: 3, similar: [] },
          sameMatterSystems: { systems: [], matters: [], otherWords: [] },
        },
      },
    );
    expect(said(ourselves)).toMatchObject({ band: "low", score: 0, hits: 0, unknowns: 0, recommendation: "keep" });
  });

  test("leaves the value unread where use is assessed, and says why", () => {
    const facts = app({ targetUsers: 100 }, { usage: use(95, 95, 95), demands: ["usage_assessment"] });
    expect(said(facts)).toMatchObject({ value: null, burdenNotes: { warnings: ["使用情况被考核，数据可能失真"] } });
    expect(said(app({ targetUsers: 100 }, { usage: use(50, 50, 50) })).value).toBe(0.5);
  });

  test("reads redundancy off what others ask and do, by kind", () => {
    const overlap = { asked: 4, shared: [{ label: "姓名", element: "姓名", isHeader: true, count: 1, examples: [] }] };
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
      said({ ...app(), asset: one, portfolio: portfolioFacts(all, () => [], new Map()).get("a") ?? ALONE } as Facts);
    expect(judge([one, other, unrelated])).toEqual(judge([one, other]));
  });

  describe("of an item with an approved exemption", () => {
    const exemption = { ruleId: "forced-checkin", approvedBy: "县纪委监委", reason: "防汛值守", until: AS_OF };
    const of = (facts: Facts, asOf = AS_OF) => assessAsset({ ...facts, exemptions: [exemption] }, NATIONAL, asOf);
    const outcome = ({ findings }: ReturnType<typeof assessAsset>, ruleId = "forced-checkin") =>
      findings.find((finding) => finding.ruleId === ruleId)?.outcome;
    const red = app({ functions: ["打卡签到"] });

    test("shows it as exempt with who approved it, why and until when, and counts no red line", () => {
      expect(said(red)).toMatchObject({ band: "red", redLines: 1 });
      expect(of(red)).toMatchObject({ redLines: 0, exempt: 1 });
      expect(of(red).band).not.toBe("red");
      expect(outcome(of(red))).toEqual({
        is: "exempt",
        approvedBy: "县纪委监委",
        reason: "防汛值守",
        until: AS_OF,
      });
    });

    test("holds on its last day and not on the day after", () => {
      expect(outcome(of(red, "2026-09-30"))?.is).toBe("exempt");
      expect(outcome(of(red, "2026-10-01"))?.is).toBe("hit");
    });

    test("is exempt where it would be clear or unknown too, so that nobody takes it for clear", () => {
      expect(outcome(of(app({ functions: ["公文", "会议", "通讯录"] })))?.is).toBe("exempt");
      expect(outcome(of(app()))?.is).toBe("exempt");
    });

    test("stays not applicable where the rule does not apply", () => {
      const scene = app({ specialScene: "emergency", specialSceneBasis: "应急预案" });
      expect(outcome(of(scene))?.is).toBe("not_applicable");
    });

    test("is judged by every other rule as before", () => {
      const rest = (assessed: ReturnType<typeof assessAsset>) =>
        assessed.findings.filter(({ ruleId }) => ruleId !== "forced-checkin");
      expect(rest(of(red))).toEqual(rest(said(red)));
    });
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
