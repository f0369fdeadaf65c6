import { z } from "zod";

/** A form of a page sends blanks where nothing is known: null. */
export const blankIsNull = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);

/** What may be unknown: null where it is blank or absent. */
export const orUnknown = <S extends z.ZodType>(schema: S) => z.preprocess(blankIsNull, schema.nullable().default(null));

/** What need not be said: absent where a form of a page sends nothing for it. */
export const unlessEmpty = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === null ? undefined : value), schema.optional());

/** A form of a page sends one value, or several under one name, or none. */
export const many = <S extends z.ZodType>(schema: S, max: number, mend: string) =>
  z.preprocess(
    (value) => (value === undefined || value === null || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(schema).max(max, `一次最多 ${max} 项，${mend}`),
  );

/** Words as people list them: one a line, in cells, or between commas; each once. */
export const listedWords = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、,，;；\t\r\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ""),
  ),
];
