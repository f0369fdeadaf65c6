import type { Place } from "./packing.ts";

const ROUNDS = 250;
const PULL = 0.6;
const MARGIN = { x: 70, y: 34 };

/**
 * Places for `count` items of which the linked ones stand near each other, the stronger the nearer, and all others apart: forces that
 * push and pull a ring until it rests. No chance is in it. Fills the picture but for a margin that labels need.
 */
export function spread(
  count: number,
  links: readonly { a: number; b: number; share: number }[],
  { width, height }: { width: number; height: number },
): Place[] {
  const unit = Math.sqrt((width * height) / Math.max(count, 1)) * 0.9;
  const places = Array.from({ length: count }, (_, at) => ({
    x: width / 2 + (width / 3) * Math.cos((2 * Math.PI * at) / count),
    y: height / 2 + (height / 3) * Math.sin((2 * Math.PI * at) / count),
  }));
  for (let round = 0; round < ROUNDS; round++) {
    const push = places.map(() => ({ x: 0, y: 0 }));
    const force = (one: number, other: number, strength: (distance: number) => number) => {
      const [p, q] = [places[one] as Place, places[other] as Place];
      const [dx, dy] = [p.x - q.x, p.y - q.y];
      const distance = Math.max(Math.hypot(dx, dy), 0.01);
      const by = strength(distance) / distance;
      const [f, g] = [push[one] as Place, push[other] as Place];
      f.x += dx * by;
      f.y += dy * by;
      g.x -= dx * by;
      g.y -= dy * by;
    };
    for (let one = 0; one < count; one++)
      for (let other = one + 1; other < count; other++) force(one, other, (distance) => (unit * unit) / distance);
    for (const { a, b, share } of links) force(a, b, (distance) => -(distance * distance * (0.3 + share)) / unit);
    // Nothing drifts away for having few links.
    for (const [at, place] of places.entries()) {
      const [dx, dy] = [place.x - width / 2, place.y - height / 2];
      const by = (PULL * Math.hypot(dx, dy)) / unit;
      const f = push[at] as Place;
      f.x -= dx * by * (height / width);
      f.y -= dy * by * (width / height);
    }
    const heat = (unit / 2) * (1 - round / ROUNDS);
    for (const [at, place] of places.entries()) {
      const { x, y } = push[at] as Place;
      const length = Math.max(Math.hypot(x, y), 0.01);
      place.x += (x / length) * Math.min(length, heat);
      place.y += (y / length) * Math.min(length, heat);
    }
  }
  return fitted(places, width, height);
}

function fitted(places: readonly Place[], width: number, height: number): Place[] {
  const extent = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [left, right] = extent(places.map(({ x }) => x));
  const [top, bottom] = extent(places.map(({ y }) => y));
  const along = (value: number, from: number, to: number, size: number, margin: number) =>
    to - from < 1 ? size / 2 : margin + ((value - from) / (to - from)) * (size - 2 * margin);
  return places.map(({ x, y }) => ({
    x: Math.round(along(x, left, right, width, MARGIN.x)),
    y: Math.round(along(y, top, bottom, height, MARGIN.y)),
  }));
}
