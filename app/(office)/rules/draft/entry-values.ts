import type { DraftEntry } from "#lib/risk/draft.ts";
import { limitRange, shownLimit, storedLimit } from "#lib/risk/limit.ts";
import type { LegalBasis } from "#lib/risk/pack.ts";
import { RULES } from "#lib/risk/rules/index.ts";

/** What stands in the form of an entry: numbers as they were typed. */
export type EntryValues = {
  regionCode: string;
  redLine: boolean;
  weight: string;
  limits: Record<string, string>;
  validFrom: string;
  validTo: string;
  basis: LegalBasis[];
};

export function valuesOf(entry: DraftEntry): EntryValues {
  const parameters = RULES.get(entry.ruleId)?.parameters ?? {};
  return {
    regionCode: entry.regionCode,
    redLine: entry.redLine,
    weight: String(entry.weight),
    limits: Object.fromEntries(
      Object.entries(parameters).map(([name, parameter]) => [
        name,
        String(shownLimit(parameter, entry.parameters[name] ?? parameter.default)),
      ]),
    ),
    validFrom: entry.validFrom ?? "",
    validTo: entry.validTo ?? "",
    basis: entry.basis.map((one) => ({ ...one })),
  };
}

/** The entry that the form says; a number that is none becomes NaN, which the check refuses. */
export function entryOf(values: EntryValues, { ruleId, kinds }: Pick<DraftEntry, "ruleId" | "kinds">): DraftEntry {
  const parameters = RULES.get(ruleId)?.parameters ?? {};
  return {
    ruleId,
    kinds,
    regionCode: values.regionCode,
    redLine: values.redLine,
    weight: numberIn(values.weight),
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, parameter]) => [
        name,
        storedLimit(parameter, numberIn(values.limits[name] ?? "")),
      ]),
    ),
    basis: values.basis.map(({ article, ...one }) => (article?.trim() ? { ...one, article } : one)),
    ...(values.validFrom === "" ? {} : { validFrom: values.validFrom }),
    ...(values.validTo === "" ? {} : { validTo: values.validTo }),
  };
}

function numberIn(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

/** The values that a limit may take, as the form asks for them. */
export function rangeText(parameter: { unit: string; default: number }): string {
  const { min, max } = limitRange(parameter);
  return `可填 ${shownLimit(parameter, min)} 至 ${shownLimit(parameter, max)}`;
}
