import { normalText } from "../../text/normalise.ts";
import { elementName } from "../element/element-name.ts";
import { matterOf } from "../field/form-subject.ts";

/** A form as its cluster is named after it: its title, and the keys of the elements that are no header. */
export type NamedForm = { title: string; own: readonly string[] };

const ELEMENTS_NAMED = 2;

/**
 * What a cluster is called: the matter that half of its forms have at least, else the elements that half of them ask for, those first
 * that few others do (`asking`: how many forms in all ask for each; `nameOf` names one), else its first form's title. `by` tells which.
 */
export function clusterName(
  forms: readonly NamedForm[],
  asking: ReadonlyMap<string, number> = new Map(),
  nameOf: (key: string) => string = elementName,
): { name: string; by: "matter" | "elements" | "title" } {
  const matters = forms.map(({ title }) => matterOf(normalText(title))).filter((matter) => matter !== "");
  const [matter] = ranked(matters, { nameOf: (one) => one, worth: (_, count) => count });
  if (matter !== undefined && matter.count >= 2 && matter.count * 2 >= forms.length)
    return { name: matter.value, by: "matter" };
  const shared = ranked(
    forms.flatMap(({ own }) => [...new Set(own)]),
    { nameOf, worth: (key, count) => (count * count) / Math.max(count, asking.get(key) ?? 0) },
  ).filter(({ count }) => count >= 2 && count * 2 >= forms.length);
  if (shared.length > 0) {
    const names = shared.slice(0, ELEMENTS_NAMED).map(({ value }) => nameOf(value));
    return {
      name: `都填${names.join("、")}${shared.length > ELEMENTS_NAMED ? `等 ${shared.length} 项` : ""}`,
      by: "elements",
    };
  }
  const titles = forms.map(({ title }) => title).sort();
  return { name: `${titles[0] ?? ""}${titles.length > 1 ? "等" : ""}`, by: "title" };
}

/** The values by what they are worth, then the shortest name, then by code point. */
function ranked(
  values: readonly string[],
  { nameOf, worth }: { nameOf: (value: string) => string; worth: (value: string, count: number) => number },
): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count, name: nameOf(value), worth: worth(value, count) }))
    .sort(
      (one, other) =>
        other.worth - one.worth || one.name.length - other.name.length || (one.name < other.name ? -1 : 1),
    );
}
