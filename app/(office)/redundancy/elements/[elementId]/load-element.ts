import type { Tx } from "#db/client.ts";
import { answersOfElement, type ElementAnswer, findElement } from "#db/queries/element-page.ts";
import type { Actor } from "#lib/actor.ts";
import { elementTitle } from "#lib/redundancy/element/element-title.ts";
import type { RedundancyForm } from "#lib/redundancy/waste/input.ts";
import type { MeasuredWaste, UnmeasuredWaste, WastedAsking } from "#lib/redundancy/waste/waste.ts";
import { type LoadedWaste, loadWaste } from "../../load-waste.ts";
import type { WasteSearch } from "../../search-params.ts";

/** One field that asks for the element, with the form it stands on as it was reckoned; hours are unknown without `measured`. */
export type AskingRow = {
  key: string;
  form: RedundancyForm;
  label: string;
  asking: WastedAsking | null;
  measured: MeasuredWaste | null;
  missing: readonly string[];
};

export type LoadedElement = {
  element: NonNullable<Awaited<ReturnType<typeof findElement>>>;
  loaded: Extract<LoadedWaste, { isTooMany: false }>;
  rows: AskingRow[];
  answers: ElementAnswer[];
};

/** All that is told of one element in a region; undefined where there is no such element. */
export async function loadElement(
  tx: Tx,
  actor: Actor,
  { id, search }: { id: number; search: WasteSearch },
): Promise<
  LoadedElement | { element: LoadedElement["element"]; loaded: LoadedWaste & { isTooMany: true } } | undefined
> {
  const element = await findElement(tx, id);
  if (element === undefined) return undefined;
  const loaded = await loadWaste(tx, actor, search);
  if (loaded.isTooMany) return { element, loaded };
  const { input, waste, regionCode } = loaded;
  const measured = new Map(waste.measured.map((one) => [one.form.id, one]));
  const unmeasured = new Map(waste.unmeasured.map((one): [string, UnmeasuredWaste] => [one.form.id, one]));
  const askings = waste.askings.filter((asking) => asking.element.element === id);
  const rows = [
    ...askings.map((asking) => ({
      form: asking.form,
      label: asking.label,
      asking,
      measured: measured.get(asking.form.id) ?? null,
      missing: [] as readonly string[],
    })),
    ...input.forms.flatMap((form) => {
      const unknown = unmeasured.get(form.id);
      if (unknown === undefined) return [];
      return form.fields.flatMap((field) =>
        field.element === id
          ? [{ form, label: field.label, asking: null, measured: null, missing: unknown.missing }]
          : [],
      );
    }),
  ].map((row, at): AskingRow => ({ ...row, key: `${row.form.id} ${at}` }));
  const name = elementTitle(
    element.key,
    rows.map(({ label }) => label),
  );
  return {
    element: { ...element, name },
    loaded,
    rows,
    answers: await answersOfElement(tx, { regionCode, key: element.key }),
  };
}
