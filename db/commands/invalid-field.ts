import { z } from "zod";
import { InvalidInput } from "../command.ts";

/** A refusal that belongs to one field of the form, found out only with the rows at hand. */
export function invalidField(field: string, message: string): InvalidInput {
  return new InvalidInput(new z.ZodError([{ code: "custom", path: [field], message, input: undefined }]));
}
