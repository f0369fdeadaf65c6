"use client";

import { type DraftEntry, entryKey } from "#lib/risk/draft.ts";
import type { EntryValues } from "./entry-values.ts";

const prefixOf = (actorId: string) => `jianfu.pack-entry.${actorId}.`;

/** Where the browser keeps what was typed and not saved, for each person and entry. */
export function keptUnder(actorId: string, entry: Pick<DraftEntry, "ruleId" | "kinds" | "regionCode">): string {
  return prefixOf(actorId) + entryKey(entry);
}

/** The entries that this person typed something for and did not save. */
export function keptKeys(actorId: string): string[] {
  const prefix = prefixOf(actorId);
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}

/** What was typed and not saved, as this browser kept it; null when there is nothing, or it cannot be read. */
export function keptValues(key: string): EntryValues | null {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return isValues(kept) ? kept : null;
  } catch {
    // Another edition of the page wrote it.
    return null;
  }
}

export function keepValues(key: string, values: EntryValues): void {
  localStorage.setItem(key, JSON.stringify(values));
}

export function forgetValues(key: string): void {
  localStorage.removeItem(key);
}

function isValues(kept: unknown): kept is EntryValues {
  const { regionCode, weight, limits, basis } = (kept ?? {}) as Partial<EntryValues>;
  return (
    typeof regionCode === "string" &&
    typeof weight === "string" &&
    typeof limits === "object" &&
    limits !== null &&
    Array.isArray(basis)
  );
}
