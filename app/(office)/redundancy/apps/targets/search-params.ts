import { z } from "zod";
import type { RawParams } from "../search-params.ts";

/** A platform is held to have taken an app over from this share of its functions on, unless another is asked for. */
export const DEFAULT_COVERED = 50;

const Params = z.object({
  covered: z.coerce.number().int().min(1).max(100).catch(DEFAULT_COVERED).default(DEFAULT_COVERED),
  /** The target whose apps are listed. */
  target: z.uuid().optional().catch(undefined),
});
export type TargetSearch = z.output<typeof Params>;

export const parseTargetSearch = (raw: RawParams): TargetSearch => Params.parse(raw);

export function targetQuery({ covered, target }: TargetSearch): URLSearchParams {
  const query = new URLSearchParams();
  if (target !== undefined) query.set("target", target);
  if (covered !== DEFAULT_COVERED) query.set("covered", String(covered));
  return query;
}

export function targetsHref(search: TargetSearch): string {
  const query = targetQuery(search);
  return query.size === 0 ? "/redundancy/apps/targets" : `/redundancy/apps/targets?${query}`;
}
