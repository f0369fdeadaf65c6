/** The edition of the lexicon and its readings: what was read by an older one is read again. Grows whenever readings, keys or what follows from them change. */
export const READ_BY = "2026-11-22.8";
