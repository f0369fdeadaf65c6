import { normalise } from "../../text/normalise.ts";
import { functionKey } from "../app/function-key.ts";
import type { ElementKey } from "../element/element.ts";
import { matterKey } from "../matter/matter-key.ts";
import { asSet } from "./item-set.ts";

/** What is known of an app that it can be compared by. */
export type AppText = {
  name: string;
  purpose?: string | undefined;
  functions?: readonly string[] | undefined;
  matters?: readonly string[] | undefined;
};

/** What stands before the key of a function, so that it is no data item of the same words. */
export const FUNCTION_KEY = "功能·";
export const MATTER_KEY = "事项·";

/** The functions of an app, and as headers the matters that are entered into it: so the two are counted apart. */
export function appElements({ functions = [], matters = [] }: AppText): ElementKey[] {
  const keysOf = (prefix: string, names: readonly string[]) =>
    [...new Set(names)].filter((name) => name !== "").map((name) => `${prefix}${name}`);
  return [
    ...keysOf(FUNCTION_KEY, functions.map(functionKey)).map((key) => ({ key, header: false })),
    ...keysOf(MATTER_KEY, matters.map(matterKey)).map((key) => ({ key, header: true })),
  ];
}

/** The name and purpose of an app as a set of pairs of characters, each pair as one number. */
export function appWords({ name, purpose = "" }: AppText): Uint32Array {
  const pairs: number[] = [];
  for (const run of normalise(`${name}\n${purpose}`).text.split(/[^\p{L}\p{N}]+/u))
    for (let at = 1; at < run.length; at++) pairs.push(((run.charCodeAt(at - 1) << 16) | run.charCodeAt(at)) >>> 0);
  return asSet(pairs);
}
