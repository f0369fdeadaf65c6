/** Why a command refused, as a closed set; each maps to one sentence and one HTTP status in `app/`. */
export const ERROR_CODES = [
  "unauthenticated",
  "forbidden",
  "not_found",
  "invalid",
  "conflict",
  "too_large",
  "cancelled",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A refusal the user can act on. `message` is Chinese, one sentence, and says what to do. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DomainError";
    this.code = code;
  }
}
