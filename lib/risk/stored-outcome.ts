import { z } from "zod";
import type { Outcome, OutcomeName } from "./outcome.ts";

const Evidence = z.object({
  label: z.string(),
  value: z.string(),
  limit: z.string().optional(),
  quote: z.string().optional(),
  source: z.string().optional(),
});
const StoredOutcome = z.discriminatedUnion("is", [
  z.object({ is: z.literal("hit"), severity: z.number(), evidence: z.array(Evidence) }),
  z.object({ is: z.literal("clear"), evidence: z.array(Evidence) }),
  z.object({ is: z.literal("unknown"), missing: z.array(z.string()) }),
  z.object({ is: z.literal("not_applicable"), because: z.string() }),
  z.object({ is: z.literal("exempt"), approvedBy: z.string(), reason: z.string(), until: z.string() }),
]);

/** The outcome that a stored row holds. Throws when the row does not hold one: a finding is evidence, it is not guessed at. */
export function storedOutcome(name: OutcomeName, detail: unknown): Outcome {
  return StoredOutcome.parse({ ...(detail as object), is: name });
}

/** What is stored of an outcome beside its name. */
export function outcomeDetail({ is: _, ...detail }: Outcome): Record<string, unknown> {
  return detail;
}
