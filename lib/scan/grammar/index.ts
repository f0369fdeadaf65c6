/** Which edition of the grammar read a text; kept beside what was found. */
export const GRAMMAR_VERSION = "2026-1";
