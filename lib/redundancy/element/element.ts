import type { FieldReading } from "../field/reading.ts";
import { fieldElementKey, fieldParts, readKey, splitKey } from "./element-key.ts";
import { isHandling } from "./handling.ts";
import { isHeader } from "./header.ts";

/** One datum that fields ask for: equal keys are one datum; a header stands on forms of every kind. */
export type ElementKey = { key: string; header: boolean };

/** The datum that a field asks for; null for a field by which the form is handled and nobody is asked for anything. */
export function elementOf(field: FieldReading): ElementKey | null {
  if (isHandling(field)) return null;
  const parts = fieldParts(field);
  return { key: fieldElementKey(parts), header: parts.every(isHeader) };
}

/** The datum of a key: whether it is a header follows from the key alone. */
export function elementOfKey(key: string): ElementKey {
  let element = known.get(key);
  if (element === undefined) {
    if (known.size > 20_000) known.clear();
    element = { key, header: splitKey(key).keys.every((one) => isHeader(readKey(one))) };
    known.set(key, element);
  }
  return element;
}

const known = new Map<string, ElementKey>();
