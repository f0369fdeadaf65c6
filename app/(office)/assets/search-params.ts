import { z } from "zod";
import type { AssetFilter, AssetSort } from "#db/queries/asset-filter.ts";
import { FIELDS } from "#lib/asset/fields.ts";
import { ASSET_KINDS, ASSET_STATES, BOARDS, DEMANDS, WORK_LINES } from "#lib/asset/vocabulary.ts";
import { parseRegionCode } from "#lib/region/region.ts";
import { DECISIONS } from "#lib/review/vocabulary.ts";
import { BANDS } from "#lib/risk/band.ts";
import { OUTCOMES, type OutcomeName } from "#lib/risk/outcome.ts";

export type RawParams = Readonly<Record<string, string | string[] | undefined>>;

export const PAGE_SIZES = [20, 50, 100] as const;
export const SORTS = ["name", "updated", "burden", "score"] as const satisfies readonly AssetSort["by"][];
export const DEFAULT_SORT: AssetSort = { by: "updated", order: "desc" };

/** What the list shows: which items, in which order, from where, and which columns. */
export type AssetSearch = {
  filter: AssetFilter;
  sort: AssetSort;
  /** Cursor of the page; absent: the first. */
  at?: string;
  size: (typeof PAGE_SIZES)[number];
  /** Chosen columns; absent: the usual ones. */
  columns?: readonly string[];
};

/** The whole list, as it opens. */
export const NO_SEARCH: AssetSearch = { filter: {}, sort: DEFAULT_SORT, size: 50 };

/** A list written "a,b" or as a repeated name; what is not in `values` is dropped, and an empty list is absent. */
function listOf<const T extends string>(values: readonly T[]) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((text) => {
      const given = [text].flat().flatMap((part) => part.split(","));
      const kept = values.filter((value) => given.includes(value));
      return kept.length === 0 ? undefined : kept;
    })
    .optional()
    .catch(undefined);
}

const text = z
  .string()
  .trim()
  .transform((value) => (value === "" ? undefined : value.slice(0, 200)))
  .optional()
  .catch(undefined);
const uuid = z.uuid().optional().catch(undefined);

const Params = z.object({
  kind: listOf(ASSET_KINDS),
  state: listOf(ASSET_STATES),
  unit: z
    .union([z.uuid(), z.literal("unknown")])
    .optional()
    .catch(undefined),
  region: z
    .string()
    .transform((code) => parseRegionCode(code))
    .optional()
    .catch(undefined),
  line: listOf([...WORK_LINES, "unknown"]),
  board: listOf([...BOARDS, "unknown"]),
  run: uuid,
  band: listOf([...BANDS, "unassessed"]),
  recommendation: listOf([...DECISIONS, "none"]),
  rule: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z_]+)?$/)
    .transform((given) => {
      const [ruleId = "", outcome = "hit"] = given.split(".");
      return (OUTCOMES as readonly string[]).includes(outcome)
        ? { ruleId, outcome: outcome as OutcomeName }
        : undefined;
    })
    .optional()
    .catch(undefined),
  decision: listOf([...DECISIONS, "none"]),
  exempt: z.enum(["some"]).optional().catch(undefined),
  known: z.enum(["complete", "incomplete"]).optional().catch(undefined),
  burden: z.enum(["known", "unknown"]).optional().catch(undefined),
  running: z.iso.date().optional().catch(undefined),
  notrunning: z.iso.date().optional().catch(undefined),
  demand: z.enum(DEMANDS).optional().catch(undefined),
  q: text,
  sort: z
    .string()
    .transform((given): AssetSort | undefined => {
      const by = SORTS.find((one) => one === given.replace(/^-/, ""));
      return by === undefined ? undefined : { by, order: given.startsWith("-") ? "desc" : "asc" };
    })
    .optional()
    .catch(undefined),
  at: z
    .string()
    .regex(/^[\w-]+$/)
    .optional()
    .catch(undefined),
  size: z.coerce
    .number()
    .transform((size) => PAGE_SIZES.find((one) => one === size))
    .optional()
    .catch(undefined),
  cols: z
    .union([z.string(), z.array(z.string())])
    .transform((given) =>
      [given]
        .flat()
        .flatMap((part) => part.split(","))
        .filter((id) => /^[\w.]+$/.test(id)),
    )
    .optional()
    .catch(undefined),
});

const ATTRIBUTE = "attribute.";

/** Filters on attributes, written "attribute.platform=wechat"; keys that no kind has are dropped. */
function attributesOf(raw: RawParams): Record<string, string> | undefined {
  const entries = Object.entries(raw).flatMap(([name, value]) => {
    const key = name.startsWith(ATTRIBUTE) ? name.slice(ATTRIBUTE.length) : "";
    const known = ASSET_KINDS.some((kind) => key in FIELDS[kind]);
    return known && typeof value === "string" && value !== "" ? [[key, value] as const] : [];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Reads the list's state from the URL; what makes no sense is ignored, never an error. */
export function parseAssetSearch(raw: RawParams): AssetSearch {
  const params = Params.parse(raw);
  return {
    filter: withoutAbsent({
      kinds: params.kind,
      states: params.state,
      unit: params.unit,
      region: params.region,
      workLines: params.line,
      boards: params.board,
      run: params.run,
      bands: params.band,
      recommendations: params.recommendation,
      rule: params.rule,
      decisions: params.decision,
      exempt: params.exempt,
      known: params.known,
      burden: params.burden,
      runningOn: params.running,
      notRunningOn: params.notrunning,
      attributes: attributesOf(raw),
      demand: params.demand,
      q: params.q,
    }),
    sort: params.sort ?? DEFAULT_SORT,
    size: params.size ?? 50,
    ...withoutAbsent({ at: params.at, columns: params.cols }),
  };
}

function withoutAbsent<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/** The query string of a search, without what is the default; the reverse of `parseAssetSearch`. */
export function assetSearchQuery({ filter, sort, at, size, columns }: AssetSearch): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | readonly string[] | undefined) => {
    const written = typeof value === "string" ? value : value?.join(",");
    if (written) query.set(name, written);
  };
  set("q", filter.q);
  set("kind", filter.kinds);
  set("state", filter.states);
  set("unit", filter.unit);
  set("region", filter.region);
  set("line", filter.workLines);
  set("board", filter.boards);
  set("run", filter.run);
  set("band", filter.bands);
  set("recommendation", filter.recommendations);
  set("rule", filter.rule && `${filter.rule.ruleId}.${filter.rule.outcome}`);
  set("decision", filter.decisions);
  set("exempt", filter.exempt);
  set("known", filter.known);
  set("burden", filter.burden);
  set("running", filter.runningOn);
  set("notrunning", filter.notRunningOn);
  set("demand", filter.demand);
  for (const [key, value] of Object.entries(filter.attributes ?? {})) set(`${ATTRIBUTE}${key}`, value);
  if (sort.by !== DEFAULT_SORT.by || sort.order !== DEFAULT_SORT.order) {
    set("sort", `${sort.order === "desc" ? "-" : ""}${sort.by}`);
  }
  if (size !== 50) set("size", String(size));
  set("cols", columns);
  set("at", at);
  return query.toString();
}

/** The address of the list in this state; a change of filter or order starts at the first page. */
export function assetsHref(search: AssetSearch): string {
  const query = assetSearchQuery(search);
  return query === "" ? "/assets" : `/assets?${query}`;
}

/** The same list with other filters, from its first page. */
export function refined(search: AssetSearch, changes: Partial<AssetFilter>): AssetSearch {
  const { at: _, ...rest } = search;
  return { ...rest, filter: withoutAbsent({ ...search.filter, ...changes }) };
}

/** The same list in another order, from its first page. */
export function sorted(search: AssetSearch, sort: AssetSort): AssetSearch {
  const { at: _, ...rest } = search;
  return { ...rest, sort };
}
