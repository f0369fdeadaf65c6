/** A session unused for this long has ended. */
export const IDLE_MINUTES = 30;
/** Use is noted at most this often, so that reading a page seldom writes. */
const NOTE_SECONDS = 60;

/** Whether a session last used at `lastUsed` has ended by `now`. */
export function isIdle(lastUsed: Date, now: Date): boolean {
  return now.getTime() - lastUsed.getTime() > IDLE_MINUTES * 60_000;
}

/** Whether use at `now` is worth noting. */
export function shouldNoteUse(lastUsed: Date, now: Date): boolean {
  return now.getTime() - lastUsed.getTime() > NOTE_SECONDS * 1000;
}
