import { regionsAbove } from "./region.ts";

/** One of a list by its place, and how much of it lies on a line. */
export type OnLine = { place: number; part: number };

/**
 * Divides a list, given by the regions of its members, into lines: one for each lowest region, with all that lies in it and then in
 * those it lies in, each in the order of the list. People sit in one place and meet what is on its line. What lies above several
 * lowest regions is on the line of each, as an equal part: nobody has said how much of it belongs to whom. The parts of one add up to 1.
 */
export function linesOf(regionCodes: readonly string[]): OnLine[][] {
  const placesIn = new Map<string, number[]>();
  for (let place = 0; place < regionCodes.length; place++) {
    const code = regionCodes[place] as string;
    const places = placesIn.get(code);
    if (places) places.push(place);
    else placesIn.set(code, [place]);
  }
  const lineOf = (code: string) => [code, ...regionsAbove(code)].filter((one) => placesIn.has(one));
  const codes = [...placesIn.keys()].sort();
  const above = new Set(codes.flatMap((code) => lineOf(code).slice(1)));
  const lines = codes.filter((code) => !above.has(code)).map(lineOf);
  const spans = new Map<string, number>();
  for (const code of lines.flat()) spans.set(code, (spans.get(code) ?? 0) + 1);
  return lines.map((line) =>
    line.flatMap((code) => {
      const part = 1 / (spans.get(code) ?? 1);
      return (placesIn.get(code) ?? []).map((place) => ({ place, part }));
    }),
  );
}

/** Members of a list by the highest region of all of theirs that each lies in: what lies in two of them is on no line together. */
export function byRoot<Member>(list: readonly Member[], regionOf: (member: Member) => string): Map<string, Member[]> {
  const codes = new Set(list.map(regionOf));
  return Map.groupBy(list, (member) => {
    const code = regionOf(member);
    return regionsAbove(code).findLast((above) => codes.has(above)) ?? code;
  });
}
