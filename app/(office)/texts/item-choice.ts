import { ASSET_KIND_LABEL, ASSET_STATE_LABEL, type AssetKind, type AssetState } from "#lib/asset/vocabulary.ts";

/** An item as a choice of the form that confirms a hit; `kind` in words, with the state of one that is not simply in use. */
export type ItemChoice = { id: string; name: string; kind: string; unitName: string | null };

type Item = { id: string; name: string; kind: AssetKind; state: AssetState; unitName: string | null };

export function itemChoice({ id, name, kind, state, unitName }: Item): ItemChoice {
  const stands = state === "in_use" ? "" : `，${ASSET_STATE_LABEL[state]}`;
  return { id, name, kind: `${ASSET_KIND_LABEL[kind]}${stands}`, unitName };
}
