import { z } from "zod";
import { FORM_FIELDS } from "#lib/asset/fields/form.ts";
import { WORK_LINES } from "#lib/asset/vocabulary.ts";
import { UNKNOWN_OFFICE } from "#lib/redundancy/waste/input.ts";
import { WASTE_CAUSES, type WasteCause, type WasteFilter } from "#lib/redundancy/waste/waste.ts";

export type RawParams = Readonly<Record<string, string | string[] | undefined>>;

type Key<T> = [Extract<keyof T, string>, ...Extract<keyof T, string>[]];
export const GRAINS = Object.keys(FORM_FIELDS.grain.options) as Key<typeof FORM_FIELDS.grain.options>;
export const RESPONDENTS = Object.keys(FORM_FIELDS.respondent.options) as Key<typeof FORM_FIELDS.respondent.options>;
/** The cuts of the overview that can be shown whole. */
export const CUTS = ["elements", "pairs", "lines", "forms", "unmeasured"] as const;
export type Cut = (typeof CUTS)[number];

/** Which hours are looked at, in the words of the URL. */
export type WasteSearch = {
  region?: string | undefined;
  line?: WasteFilter["workLine"];
  unit?: string | undefined;
  grain?: WasteFilter["grain"];
  respondent?: (typeof RESPONDENTS)[number] | "unknown" | undefined;
  form?: string | undefined;
};

const or = <T extends z.ZodType>(schema: T) =>
  z
    .union([schema, z.literal("unknown")])
    .optional()
    .catch(undefined);
const unit = z.union([z.uuid(), z.literal(UNKNOWN_OFFICE)]);
/** A region that is looked at, by its code. */
export const regionParam = z
  .string()
  .regex(/^\d{12}$/)
  .optional()
  .catch(undefined);
export const WasteParams = z.object({
  region: regionParam,
  line: or(z.enum(WORK_LINES)),
  unit: unit.optional().catch(undefined),
  grain: or(z.enum(GRAINS)),
  respondent: or(z.enum(RESPONDENTS)),
  form: z.uuid().optional().catch(undefined),
});
const OverviewParams = WasteParams.extend({ all: z.enum(CUTS).optional().catch(undefined) });

/** Reads the overview's state from the URL; what makes no sense is ignored. */
export function parseOverviewSearch(raw: RawParams): { search: WasteSearch; all: Cut | undefined } {
  const { all, ...search } = OverviewParams.parse(raw);
  return { search, all };
}

/** The forms that a search looks at. */
export function wasteFilter({ line, unit, grain, respondent, form }: WasteSearch): WasteFilter {
  return {
    workLine: line,
    officeId: unit,
    grain: grain ?? undefined,
    respondent:
      respondent === undefined || respondent === "unknown" ? respondent : FORM_FIELDS.respondent.options[respondent],
    formId: form,
  };
}

/** The query string of a search. */
export function wasteQuery(search: WasteSearch, more: Readonly<Record<string, string | undefined>> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...search, ...more })) if (value) query.set(name, value);
  return query.toString();
}

const withQuery = (path: string, query: string) => (query === "" ? path : `${path}?${query}`);

/** The overview in this state; with a cut, that one whole. */
export function overviewHref(search: WasteSearch, all?: Cut): string {
  return withQuery("/redundancy", wasteQuery(search, { all }));
}

/** What list of elements is shown: of which hours, which of them, in which order, and from where. */
export type ElementSearch = {
  search: WasteSearch;
  /** Wasted for this cause, or for any; absent: those that nothing is wasted of, too. */
  cause?: WasteCause | "any" | undefined;
  /** Two units: only what their forms repeat of each other. */
  pair?: readonly [string, string] | undefined;
  /** Only what is a header, or only what is none. */
  header?: "yes" | "no" | undefined;
  q?: string | undefined;
  order?: "forms" | undefined;
  /** The element that the page starts at; absent: the first. */
  at?: number | undefined;
};

const ElementParams = WasteParams.extend({
  cause: z
    .enum([...WASTE_CAUSES, "any"])
    .optional()
    .catch(undefined),
  pair: z
    .string()
    .transform((text) => text.split("~"))
    .pipe(z.tuple([unit, unit]))
    .optional()
    .catch(undefined),
  header: z.enum(["yes", "no"]).optional().catch(undefined),
  q: z
    .string()
    .trim()
    .transform((text) => (text === "" ? undefined : text.slice(0, 100)))
    .optional()
    .catch(undefined),
  order: z.literal("forms").optional().catch(undefined),
  at: z.coerce.number().int().positive().optional().catch(undefined),
});

/** Reads the state of the list of elements from the URL; what makes no sense is ignored. */
export function parseElementSearch(raw: RawParams): ElementSearch {
  const { cause, pair, header, q, order, at, ...search } = ElementParams.parse(raw);
  return { search, cause, pair, header, q, order, at };
}

/** The query string of a list of elements; the reverse of `parseElementSearch`. */
export function elementQuery({ search, cause, pair, header, q, order, at }: ElementSearch): string {
  return wasteQuery(search, { cause, pair: pair?.join("~"), header, q, order, at: at === undefined ? at : String(at) });
}

/** The list of elements in this state. */
export const elementsHref = (search: ElementSearch): string => withQuery("/redundancy/elements", elementQuery(search));

/** The page of one element, of the same region. */
export const elementHref = (element: number, { region }: WasteSearch = {}): string =>
  withQuery(`/redundancy/elements/${element}`, wasteQuery({ region }));
