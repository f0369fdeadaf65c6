import type { CompiledRule } from "../decide-stance.ts";
import { FIGURE_KINDS, type FigureKind } from "../figures.ts";
import type { CompiledPattern } from "../match.ts";
import { compileLexicon, type Lexicon } from "./compile.ts";
import type { Concept } from "./concept.ts";
import { CONCEPTS, type ConceptName, CUES } from "./concepts/index.ts";
import type { Pattern } from "./pattern.ts";
import { PATTERNS } from "./patterns/index.ts";
import type { StanceRule } from "./stance-rule.ts";
import { STANCE_RULES } from "./stance-rules.ts";

/** Which edition of the grammar read a text; kept beside what was found. */
export const GRAMMAR_VERSION = "2026-1";

/** The grammar ready for use. */
export type Grammar = {
  lexicon: Lexicon;
  patterns: readonly CompiledPattern[];
  sources: readonly Pattern<ConceptName>[];
  rules: readonly CompiledRule[];
  ruleSources: readonly StanceRule<ConceptName>[];
  /** Notions that compete for words. */
  cues: readonly number[];
  doers: number;
  namedApp: number;
  figureNotions: Record<FigureKind, number>;
};

let compiled: Grammar | undefined;

/** The grammar, compiled when first asked for. */
export function grammar(): Grammar {
  compiled ??= compile();
  return compiled;
}

function compile(): Grammar {
  const lexicon = compileLexicon(CONCEPTS as Readonly<Record<string, Concept>>);
  const index = (name: ConceptName): number => lexicon.indexOf.get(name) as number;
  const slot = (names: ConceptName | readonly ConceptName[]): number[] =>
    (typeof names === "string" ? [names] : names).map(index);
  return {
    lexicon,
    sources: PATTERNS,
    patterns: PATTERNS.map((pattern, at) => {
      const [anchor, ...others] = pattern.all;
      return {
        index: at,
        anchors: slot(anchor as ConceptName),
        others: others.map(slot),
        within: pattern.within ?? "clause",
        gap: pattern.gap ?? 300,
        ordered: pattern.ordered ?? false,
        about: slot(pattern.about ?? []),
        notInClause: slot(pattern.notInClause ?? []),
        notInSentence: slot(pattern.notInSentence ?? []),
        notInPassage: slot(pattern.notInPassage ?? []),
      };
    }),
    ruleSources: STANCE_RULES,
    rules: STANCE_RULES.map((rule, at) => ({
      index: at,
      cue: slot(rule.cue),
      place: rule.place,
      gap: rule.gap ?? 300,
      demands: rule.demands === undefined ? undefined : new Set(rule.demands),
      notDemands: rule.notDemands === undefined ? undefined : new Set(rule.notDemands),
      resets: slot(rule.resets ?? []),
      also: rule.also === undefined ? undefined : { cue: slot(rule.also.cue), place: rule.also.place },
      unless: (rule.unless ?? []).map(({ cue, place }) => ({ cue: slot(cue), place })),
    })),
    cues: CUES.map(index),
    doers: index("doer"),
    namedApp: index("named-app"),
    figureNotions: Object.fromEntries(FIGURE_KINDS.map((kind) => [kind, index(`n-${kind}`)])) as Record<
      FigureKind,
      number
    >,
  };
}
