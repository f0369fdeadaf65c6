/** Guessing stops after this many wrong passwords in a row ... */
export const MAX_FAILED_SIGN_INS = 5;
/** ... for this long. */
export const LOCK_MINUTES = 15;

export type SignInState = { failedSignIns: number; lockedUntil: Date | null };

/** Whether an attempt at `now` is refused whatever its password. */
export function isLocked(state: SignInState, now: Date): boolean {
  return state.lockedUntil !== null && state.lockedUntil > now;
}

/** The state after one more wrong password at `now`; a lock that has run out starts the count anew. */
export function afterFailure(state: SignInState, now: Date): SignInState {
  const before = state.lockedUntil !== null && !isLocked(state, now) ? 0 : state.failedSignIns;
  const failedSignIns = before + 1;
  const lockedUntil = failedSignIns >= MAX_FAILED_SIGN_INS ? new Date(now.getTime() + LOCK_MINUTES * 60_000) : null;
  return { failedSignIns, lockedUntil };
}

/** The state after a right password. */
export const AFTER_SUCCESS: SignInState = { failedSignIns: 0, lockedUntil: null };
