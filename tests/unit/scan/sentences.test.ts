import { describe, expect, test } from "vitest";
import { scanText } from "#lib/scan/scan.ts";
import { DEMANDING } from "./demanding-sentences.ts";
import { EVERYDAY_DEMANDING } from "./everyday-sentences.ts";
import { NEIGHBOURS_OF_DEMANDS } from "./harmless-neighbours.ts";
import { UNDEMANDING } from "./undemanding-sentences.ts";

function demandsOf(text: string): string[] {
  return [...new Set(scanText(text).flatMap(({ counts, demand }) => (counts ? [demand] : [])))].sort();
}

describe.each([...DEMANDING, ...EVERYDAY_DEMANDING])("scanText finds %j", (demands, sentences) => {
  test.each(sentences)("in: %s", (sentence) => {
    expect(demandsOf(sentence)).toEqual(expect.arrayContaining([...demands]));
  });
});

describe("scanText finds no demand", () => {
  test.each([...UNDEMANDING, ...NEIGHBOURS_OF_DEMANDS])("in: %s", (sentence) => {
    expect(demandsOf(sentence)).toEqual([]);
  });
});
