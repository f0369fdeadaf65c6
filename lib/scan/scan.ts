import type { Hit } from "./hit.ts";

/** What a text demands of the grass roots, in order of `span.start`; offsets are those of the text as given. Total and linear. */
export function scanText(_text: string): Hit[] {
  return [];
}
