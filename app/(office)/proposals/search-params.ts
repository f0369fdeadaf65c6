import { z } from "zod";
import type { Place } from "#lib/redundancy/proposal/compare-rounds.ts";

export type RawParams = Readonly<Record<string, string | string[] | undefined>>;

/** The parts of a proposal's page, in the order in which it is read. */
export const PARTS = ["overview", "ledgers", "cancelled", "forms", "offices", "rounds", "basis"] as const;
export type Part = (typeof PARTS)[number];
export const PART_LABEL: Record<Part, string> = {
  overview: "概况",
  ledgers: "台账",
  cancelled: "取消的表",
  forms: "全部表单",
  offices: "部门得失",
  rounds: "意见和轮次",
  basis: "假设与参数",
};

export const PLACES = [
  "cancelled",
  "merged",
  "alone",
  "locked",
  "unmeasured",
] as const satisfies readonly Place["is"][];

export type ProposalSearch = {
  part: Part;
  /** Absent: the latest. */
  round?: number | undefined;
  q?: string | undefined;
  place?: Place["is"] | undefined;
  /** The ledger or office that is open. */
  open?: string | undefined;
  page: number;
};

const text = (max: number) =>
  z
    .string()
    .trim()
    .transform((value) => (value === "" ? undefined : value.slice(0, max)))
    .optional()
    .catch(undefined);

const Params = z.object({
  part: z.enum(PARTS).catch("overview"),
  round: z.coerce.number().int().min(1).optional().catch(undefined),
  q: text(100),
  place: z.enum(PLACES).optional().catch(undefined),
  open: text(64),
  page: z.coerce.number().int().min(1).catch(1),
});

/** Reads what is shown of a proposal from the URL; what makes no sense is ignored. */
export function parseProposalSearch(raw: RawParams): ProposalSearch {
  return Params.parse(raw);
}

/** The address of a proposal in this state. */
export function proposalHref(id: string, { part, round, q, place, open, page }: Partial<ProposalSearch>): string {
  const query = new URLSearchParams();
  if (part !== undefined && part !== "overview") query.set("part", part);
  if (round !== undefined) query.set("round", String(round));
  if (q) query.set("q", q);
  if (place) query.set("place", place);
  if (open) query.set("open", open);
  if (page !== undefined && page > 1) query.set("page", String(page));
  return query.size === 0 ? `/proposals/${id}` : `/proposals/${id}?${query}`;
}

const Ids = z
  .string()
  .transform((value) => value.split(",").filter((id) => z.uuid().safeParse(id).success))
  .optional()
  .catch(undefined);

/** Ids that another page sends along: `?items=a,b,c`. */
export function parseItems(raw: RawParams): string[] {
  const { items } = z.object({ items: Ids }).parse(raw);
  return [...new Set(items ?? [])];
}
