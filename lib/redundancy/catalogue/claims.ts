import type { DataElement } from "./data-element.ts";
import { readNames } from "./link.ts";

type Named = Pick<DataElement, "identifier" | "name" | "synonyms" | "grain">;
/** A name by which one data element claims what another one claims already. */
export type Clash = { name: string; other: Pick<DataElement, "identifier" | "name"> };

/** Tells where a data element would claim a data item that another one of the catalogue claims: nobody could say then which is meant. */
export function claimsOf(catalogue: readonly Named[]): (element: Named) => Clash | undefined {
  const claims = new Map<string, Named[]>();
  for (const element of catalogue)
    for (const key of readNames(element).keys) claims.set(key, [...(claims.get(key) ?? []), element]);
  return (element) => {
    for (const name of [element.name, ...element.synonyms]) {
      for (const key of readNames({ ...element, name, synonyms: [] }).keys) {
        const other = claims.get(key)?.find(({ identifier }) => identifier !== element.identifier);
        if (other !== undefined) return { name, other };
      }
    }
    return undefined;
  };
}

/** What to do about a clash. */
export function clashText({ name, other }: Clash): string {
  return `“${name}”与“${other.name}”（${other.identifier}）指同一项数据，请去掉这个名称，或者改在那一条里`;
}
