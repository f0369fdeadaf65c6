import { describe, expect, test } from "vitest";
import { scanText } from "#lib/scan/scan.ts";
import { DEMANDING } from "./demanding-sentences.ts";
import { UNDEMANDING } from "./undemanding-sentences.ts";

function demandsOf(text: string): string[] {
  return [...new Set(scanText(text).flatMap(({ counts, demand }) => (counts ? [demand] : [])))].sort();
}

describe.each(DEMANDING)("scanText finds %j", (demands, sentences) => {
  test.each(sentences)("in: %s", (sentence) => {
    expect(demandsOf(sentence)).toEqual(expect.arrayContaining([...demands]));
  });
});

describe("scanText finds no demand", () => {
  test.each(UNDEMANDING)("in: %s", (sentence) => {
    expect(demandsOf(sentence)).toEqual([]);
  });
});
