import type { FieldReading, Reading } from "../field/reading.ts";
import { fieldElementKey, keyOf, partsOf, readKey, splitKey } from "./element-key.ts";
import { isHandling } from "./handling.ts";
import { isHeader } from "./header.ts";

/** One datum that fields ask for: equal keys are one datum; a header stands on forms of every kind. */
export type ElementKey = { key: string; header: boolean };

/** The datum that a field asks for; null for a field by which the form is handled and nobody is asked for anything. */
export function elementOf(field: FieldReading): ElementKey | null {
  if (isHandling(field)) return null;
  if (field.readings.length !== 1) return elementOfKey(fieldElementKey(field));
  const parts = partsOf(field.readings[0] as Reading);
  return { key: keyOf(parts), header: isHeader(parts) };
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
