import { z } from "zod";

const Params = z.object({ a: z.uuid(), b: z.uuid() });

/** The two forms to compare; undefined where the URL does not name two different ones. */
export function parseComparison(
  raw: Readonly<Record<string, string | string[] | undefined>>,
): { a: string; b: string } | undefined {
  const { success, data } = Params.safeParse(raw);
  return success && data.a !== data.b ? data : undefined;
}
