import { formatDay } from "../format/date.ts";
import { withoutNumbering } from "./numbering.ts";

/** Longest words of `demands.source` and `demands.quote`, as a form takes them. */
const SOURCE = 200;
const QUOTE = 2000;

/** Where a demand comes from, as an item's page cites it: “《title》（number，day）”, never longer than a source may be. */
export function demandSource({
  title,
  source,
  issuedOn,
}: {
  title: string;
  source: string;
  issuedOn: string | null;
}): string {
  const bare = title.replace(/^《(.*)》$/s, "$1");
  const rest = [source, issuedOn === null ? "" : formatDay(issuedOn)].filter((part) => part !== "").join("，");
  const tail = rest === "" ? "" : `（${rest.slice(0, 100)}）`;
  const room = SOURCE - tail.length - 2;
  return `《${bare.length > room ? `${bare.slice(0, room - 1)}…` : bare}》${tail}`;
}

/** The sentence as an item's page quotes it, without its number in a list; of an endless one, the words around the place itself. */
export function demandQuote(sentence: string, at: number): string {
  const flat = withoutNumbering(sentence).trim();
  if (flat.length <= QUOTE) return flat;
  const from = Math.max(0, Math.min(sentence.length - QUOTE + 2, at - QUOTE / 2));
  return `…${sentence.slice(from, from + QUOTE - 2).trim()}…`;
}
