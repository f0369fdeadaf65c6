import type { AssetOf } from "../asset/asset.ts";
import { timesPerYear } from "../burden/inputs.ts";
import type { SlowerTwins } from "./facts.ts";
import { EXAMPLES, meetings } from "./meetings.ts";

type Form = AssetOf<"form">;

/** Forms with the very same fields that the same respondents fill less often: one of the two is not needed. */
export function slowerTwins(
  forms: readonly Form[],
  templateOf: (form: Form) => string | undefined,
): (form: Form) => SlowerTwins | null {
  const frequencies = new Map<string, Set<number>>();
  const tokenOf = (template: string, times: number) => `${times}\n${template}`;
  const meet = meetings(forms, (form) => {
    const [template, times] = [templateOf(form), timesPerYear(form.attributes)];
    if (template === undefined || times === undefined) return [];
    const known = frequencies.get(template);
    if (known) known.add(times);
    else frequencies.set(template, new Set([times]));
    return [tokenOf(template, times)];
  });
  return (form) => {
    const [template, times] = [templateOf(form), timesPerYear(form.attributes)];
    if (template === undefined || times === undefined) return null;
    const slower = [...(frequencies.get(template) ?? [])].filter((other) => other < times).sort((a, b) => a - b);
    const met = slower.map((other) => ({ other, meeting: meet(form, tokenOf(template, other), false) }));
    return {
      count: met.reduce((sum, { meeting }) => sum + meeting.count, 0),
      examples: met
        .flatMap(({ other, meeting }) => meeting.examples(EXAMPLES).map((form) => ({ ...form, timesPerYear: other })))
        .slice(0, EXAMPLES),
    };
  };
}
