import type { AssetOf } from "../asset/asset.ts";
import { timesPerYear } from "../burden/inputs.ts";
import { matterKey } from "../redundancy/matter/matter-key.ts";
import type { LikeForm, SlowerTwins } from "./facts.ts";
import { EXAMPLES } from "./meetings.ts";

type Form = AssetOf<"form">;

/** From this share of data items in common on, one form says what the other says. */
const SAME_CONTENT = 0.8;

/**
 * Forms of nearly the same content that the same respondents fill in less often: one of the two is not needed. Forms on matters that
 * are known to be two are not twins. Null: how often this one is filled in is unknown.
 */
export function slowerTwins(
  form: Form,
  asked: number,
  like: readonly LikeForm[],
  formOf: (id: string) => Form | undefined,
): SlowerTwins | null {
  const times = timesPerYear(form.attributes);
  if (times === undefined) return null;
  const slower = like
    .flatMap((other) => {
      const { attributes } = formOf(other.id) ?? {};
      const theirs = timesPerYear(attributes ?? {});
      if (theirs === undefined || theirs >= times) return [];
      if (other.relation !== "duplicate" && other.shared / (asked + other.asked - other.shared) < SAME_CONTENT)
        return [];
      return isOtherMatter(form.attributes.matter, attributes?.matter) ? [] : [{ ...other, timesPerYear: theirs }];
    })
    .sort((a, b) => a.timesPerYear - b.timesPerYear);
  return { count: slower.length, examples: slower.slice(0, EXAMPLES) };
}

function isOtherMatter(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && matterKey(one) !== matterKey(other);
}
