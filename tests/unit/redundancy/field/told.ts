import type { FieldReading, Reading } from "#lib/redundancy/field/reading.ts";

/** A reading as one text to compare with: holder, qualifiers in order, head. */
function readingKey({ holder, qualifiers, head, residue, ordinal, bound, matter }: Reading): string {
  const parts = [bound ? `《${matter || "?"}》` : (holder ?? "?")];
  if (qualifiers.length + residue.length === 1) parts.push((qualifiers[0]?.name ?? residue[0]) as string);
  else if (qualifiers.length + residue.length > 1) {
    const told: string[] = [];
    for (const { name } of qualifiers) if (!told.includes(name)) told.push(name);
    for (const text of residue) told.push(text);
    for (const text of told.sort()) parts.push(text);
  }
  if (ordinal !== null) parts.push(`#${ordinal}`);
  parts.push(head ?? "?");
  return parts.join("·");
}

/** All that a field may be filled with, as one text. */
export function fieldKey({ readings, joint }: FieldReading): string {
  if (readings.length === 1) return readingKey(readings[0] as Reading);
  const keys = [...new Set(readings.map(readingKey))].sort();
  return keys.length === 1 ? (keys[0] as string) : keys.join(joint === "both" ? " + " : " | ");
}
