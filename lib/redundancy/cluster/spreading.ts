import type { Place } from "./packing.ts";

const ROUNDS = 250;
/** How strongly everything is drawn to the middle, so that nothing drifts away for having few links. */
const PULL = 0.6;
/** Room at the edges for labels. */
const MARGIN = { x: 70, y: 34 };
const GAP = 4;

/**
 * Places for shapes of these sizes (their widths in pixels) of which the linked ones stand near each other, the stronger the nearer,
 * and all others apart: forces that push and pull a ring until it rests. No chance is in it, and as far as there is room no shape
 * stands on another.
 */
export function spread(
  sizes: readonly number[],
  links: readonly { a: number; b: number; share: number }[],
  { width, height }: { width: number; height: number },
): Place[] {
  const count = sizes.length;
  const unit = Math.sqrt((width * height) / Math.max(count, 1)) * 0.9;
  const places = sizes.map((_, at) => ({
    x: width / 2 + (width / 3) * Math.cos((2 * Math.PI * at) / count),
    y: height / 2 + (height / 3) * Math.sin((2 * Math.PI * at) / count),
  }));
  for (let round = 0; round < ROUNDS; round++) {
    const push = places.map(() => ({ x: 0, y: 0 }));
    const force = (one: number, other: number, strength: (distance: number) => number) => {
      const { dx, dy, distance } = between(places, one, other);
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
    const heat = (unit / 2) * (1 - round / ROUNDS);
    for (const [at, place] of places.entries()) {
      const [dx, dy] = [place.x - width / 2, place.y - height / 2];
      const by = (PULL * Math.hypot(dx, dy)) / unit;
      const { x, y } = push[at] as Place;
      const [fx, fy] = [x - dx * by * (height / width), y - dy * by * (width / height)];
      const length = Math.max(Math.hypot(fx, fy), 0.01);
      place.x += (fx / length) * Math.min(length, heat);
      place.y += (fy / length) * Math.min(length, heat);
    }
  }
  return apart(fitted(places, width, height), sizes, { width, height });
}

function between(places: readonly Place[], one: number, other: number) {
  const [p, q] = [places[one] as Place, places[other] as Place];
  const [dx, dy] = [p.x - q.x, p.y - q.y];
  return { dx, dy, distance: Math.max(Math.hypot(dx, dy), 0.01) };
}

/** Stretched over the picture but for its margins. */
function fitted(places: readonly Place[], width: number, height: number): Place[] {
  const extent = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [left, right] = extent(places.map(({ x }) => x));
  const [top, bottom] = extent(places.map(({ y }) => y));
  const along = (value: number, from: number, to: number, size: number, margin: number) => {
    const kept = Math.min(margin, size / 4);
    return to - from < 1 ? size / 2 : kept + ((value - from) / (to - from)) * (size - 2 * kept);
  };
  return places.map(({ x, y }) => ({
    x: along(x, left, right, width, MARGIN.x),
    y: along(y, top, bottom, height, MARGIN.y),
  }));
}

/** Moves shapes that stand on each other apart, inside the picture. */
function apart(
  places: readonly Place[],
  sizes: readonly number[],
  picture: { width: number; height: number },
): Place[] {
  const moved = places.map((place) => ({ ...place }));
  for (let round = 0; round < ROUNDS; round++) {
    let isDone = true;
    for (let one = 0; one < moved.length; one++)
      for (let other = one + 1; other < moved.length; other++) {
        const { dx, dy, distance } = between(moved, one, other);
        // Shapes are as wide as their squares; of squares the corners are further out.
        const wanted = 0.6 * ((sizes[one] as number) + (sizes[other] as number)) + GAP;
        if (distance >= wanted) continue;
        isDone = false;
        const by = (wanted - distance) / 2 / distance;
        const [p, q] = [moved[one] as Place, moved[other] as Place];
        // Two on one spot have no direction: the first goes left.
        const [x, y] = dx === 0 && dy === 0 ? [-0.01, 0] : [dx, dy];
        p.x += x * by;
        p.y += y * by;
        q.x -= x * by;
        q.y -= y * by;
      }
    for (const [at, place] of moved.entries()) {
      const half = (sizes[at] as number) / 2 + GAP;
      place.x = Math.min(Math.max(place.x, half), Math.max(half, picture.width - half));
      place.y = Math.min(Math.max(place.y, half), Math.max(half, picture.height - half));
    }
    if (isDone) break;
  }
  return moved.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
}
