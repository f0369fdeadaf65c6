import type { FormField } from "../asset/asset.ts";
import { asksForData, normalLabel } from "./normal-label.ts";

/** The distinct labels by which a form asks for data, normalised. */
export function dataLabels(fields: readonly FormField[]): string[] {
  return [
    ...new Set(
      fields
        .filter(({ technical }) => !technical)
        .map(({ label }) => normalLabel(label))
        .filter(asksForData),
    ),
  ];
}
