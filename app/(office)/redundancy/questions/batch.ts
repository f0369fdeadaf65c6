/** Questions that are loaded at once, so that nobody waits for the next one. */
export const BATCH = 25;
/** When fewer are left, more are fetched. */
export const REFILL_BELOW = 10;
