import type { AliasResolver } from "../element/alias.ts";
import { elementOf } from "../element/element.ts";
import { readKey, splitKey } from "../element/element-key.ts";
import { readField } from "../field/read-field.ts";
import type { DataElement, ObjectClass } from "./data-element.ts";

/** A form about each object class: what the names of data elements are read on. */
const FORM_ABOUT: Record<ObjectClass, string | null> = {
  resident: "居民信息登记表",
  household: "家庭情况登记表",
  enterprise: "企业基本情况登记表",
  village_summary: "村情况统计表",
  event: "事件登记表",
  other: null,
};

/** A name of a data element that is read as no data item of its own, and links nothing. */
export type UnreadName = { name: string; why: "handling" | "own_matter" };

/**
 * The keys of the data items (`element`) that the name and synonyms of a data element are read as, and the names that are none:
 * what only handles a form, or what without the form around it belongs to nothing (编号).
 */
export function readNames(
  element: Pick<DataElement, "name" | "synonyms" | "grain">,
  resolve?: AliasResolver,
): { keys: string[]; unread: UnreadName[] } {
  const title = FORM_ABOUT[element.grain ?? "other"];
  const keys = new Set<string>();
  const unread: UnreadName[] = [];
  for (const name of [element.name, ...element.synonyms]) {
    const read = elementOf(readField(name, title === null ? {} : { title }));
    if (read === null) unread.push({ name, why: "handling" });
    else if (splitKey(read.key).keys.some((key) => /^[《？]/.test(readKey(key).holder)))
      unread.push({ name, why: "own_matter" });
    else keys.add((resolve?.(read, name, title ?? "") ?? read).key);
  }
  return { keys: [...keys], unread };
}

/** Which data element a data item is, by its key. */
export type DataElementLink = (elementKey: string) => DataElement | undefined;

/**
 * Finds the data element of a key of `element`. Where two claim one key, an office's own goes before a shipped one, and then the
 * one that comes first. `resolve` is the office's aliases, if the keys that are asked for went through them.
 */
export function linkOf(catalogue: readonly DataElement[], resolve?: AliasResolver): DataElementLink {
  const byKey = new Map<string, DataElement>();
  for (const element of [...catalogue].sort((a, b) => Number(a.own === null) - Number(b.own === null)))
    for (const key of readNames(element, resolve).keys) if (!byKey.has(key)) byKey.set(key, element);
  return (key) => byKey.get(key);
}
