/** What two apps have in common, as counts that any threshold can be applied to. */
export type AppCounts = {
  /** Functions of both, and of each; 0 of one: its functions are not listed. */
  shared: number;
  sizeA: number;
  sizeB: number;
  /** Pairs of characters of name and purpose; null where there is no text to compare. */
  wordsShared: number | null;
  wordsA: number | null;
  wordsB: number | null;
};

/** From where on evidence counts as agreeing. Shares are 0 to 1. */
export type AppThresholds = {
  /** Share of the functions of either app that the other one has too. */
  covered: number;
  /** Fewest functions in common. */
  shared: number;
  /** Pairs of characters in common, of all that either has. */
  text: number;
};
export const APP_THRESHOLDS: AppThresholds = { covered: 0.6, shared: 2, text: 0.5 };

export type FunctionEvidence = {
  shared: number;
  jaccard: number;
  /** Share of the functions of a that b has too, and the other way round. */
  coveredA: number;
  coveredB: number;
  agrees: boolean;
};
export type TextEvidence = { jaccard: number; agrees: boolean };

/** Kinds of evidence stand side by side and are never made one figure; null: not enough is known to say anything. */
export type AppEvidence = {
  functions: FunctionEvidence | null;
  text: TextEvidence | null;
  /** functions: they agree. check: only the words do, and a person must look at the functions. null: no candidate. */
  candidate: "functions" | "check" | null;
};
export const CANDIDATE_LABEL = { functions: "功能相近", check: "待人工核对功能" } as const;

/** What the functions and the words of two apps say, each for itself. */
export function appEvidence(counts: AppCounts, thresholds: AppThresholds = APP_THRESHOLDS): AppEvidence {
  const functions = functionEvidence(counts, thresholds);
  const text = textEvidence(counts, thresholds);
  return { functions, text, candidate: functions?.agrees ? "functions" : text?.agrees ? "check" : null };
}

function functionEvidence(
  { shared, sizeA, sizeB }: AppCounts,
  { covered, shared: fewest }: AppThresholds,
): FunctionEvidence | null {
  if (sizeA === 0 || sizeB === 0) return null;
  const [coveredA, coveredB] = [shared / sizeA, shared / sizeB];
  return {
    shared,
    jaccard: shared / (sizeA + sizeB - shared),
    coveredA,
    coveredB,
    agrees: shared >= fewest && Math.max(coveredA, coveredB) >= covered,
  };
}

function textEvidence({ wordsShared, wordsA, wordsB }: AppCounts, { text }: AppThresholds): TextEvidence | null {
  if (wordsShared === null || wordsA === null || wordsB === null || wordsA === 0 || wordsB === 0) return null;
  const jaccard = wordsShared / (wordsA + wordsB - wordsShared);
  return { jaccard, agrees: jaccard >= text };
}
