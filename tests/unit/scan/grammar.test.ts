import { describe, expect, test } from "vitest";
import { SCANNED_DEMANDS } from "#lib/asset/vocabulary.ts";
import { FIGURE_KINDS } from "#lib/scan/figures.ts";
import { phrasesOf } from "#lib/scan/grammar/concept.ts";
import { CONCEPTS, type ConceptName } from "#lib/scan/grammar/concepts/index.ts";
import { PATTERNS } from "#lib/scan/grammar/patterns/index.ts";
import { STANCE_RULES } from "#lib/scan/grammar/stance-rules.ts";
import { normalise } from "#lib/text/normalise.ts";

const names = Object.keys(CONCEPTS) as ConceptName[];

describe("the grammar", () => {
  test("has a pattern for each demand, each with an id of its own", () => {
    expect([...new Set(PATTERNS.map(({ demand }) => demand))].sort()).toEqual([...SCANNED_DEMANDS].sort());
    expect(new Set(PATTERNS.map(({ id }) => id)).size).toBe(PATTERNS.length);
    expect(new Set(STANCE_RULES.map(({ id }) => id)).size).toBe(STANCE_RULES.length);
  });

  test("uses every notion that it defines", () => {
    const used = new Set([
      "doer",
      "named-app",
      ...FIGURE_KINDS.map((kind) => `n-${kind}`),
      ...PATTERNS.flatMap(({ all, about, notInClause, notInSentence, notInPassage }) =>
        [...all, about ?? [], notInClause ?? [], notInSentence ?? [], notInPassage ?? []].flat(),
      ),
      ...STANCE_RULES.flatMap(({ cue, resets, also, unless }) =>
        [cue, resets ?? [], also?.cue ?? [], (unless ?? []).flatMap(({ cue: words }) => words)].flat(),
      ),
      "neutral",
    ]);
    expect(names.filter((name) => !used.has(name))).toEqual([]);
  });

  test("is written as texts are read: every phrase is normal", () => {
    const odd = names.flatMap((name) => {
      const { phrases, not } = CONCEPTS[name] as { phrases: string; not?: string };
      return [...phrasesOf(phrases), ...phrasesOf(not ?? "")].filter((phrase) => normalise(phrase).text !== phrase);
    });
    expect(odd).toEqual([]);
  });
});

describe("phrasesOf(templates)", () => {
  test.each([
    ["打卡 签到", ["打卡", "签到"]],
    ["(重复|多头)填报", ["重复填报", "多头填报"]],
    ["[县级]河长", ["县级河长", "河长"]],
    ["(一|[第]二)次", ["一次", "第二次", "二次"]],
  ])("reads %s", (templates, phrases) => {
    expect(phrasesOf(templates)).toEqual(phrases);
  });

  test("refuses a bracket that is not closed", () => {
    expect(() => phrasesOf("(打卡")).toThrow("句式不完整");
  });
});
