/** Where something stands in a picture, in pixels from its upper left corner. */
export type Place = { x: number; y: number };
/** A bubble with the room that its label takes: the radius in pixels, and a box around the bubble's centre. */
export type Bubble = { radius: number; width: number; height: number };

const GAP = 10;
/** How many steps of the spiral the longer side of the picture is, and how many tries there are. */
const STEPS = 110;
const TRIES = 20_000;

/**
 * Places boxes without one over another: each as near to the middle as there is room, in the order given, on a spiral that is as
 * wide and as high as the picture. No chance is in it: the same boxes stand in the same places. Those for which the picture has no
 * room stand outside of it, and `fits` is false.
 */
export function packed(
  bubbles: readonly Bubble[],
  { width, height }: { width: number; height: number },
): { places: Place[]; fits: boolean } {
  const taken: { x: number; y: number; width: number; height: number }[] = [];
  let fits = true;
  const places = bubbles.map((bubble) => {
    const half = { x: bubble.width / 2, y: bubble.height / 2 };
    const isFree = ({ x, y }: Place) =>
      taken.every(
        (other) =>
          Math.abs(x - other.x) >= half.x + other.width / 2 + GAP ||
          Math.abs(y - other.y) >= half.y + other.height / 2 + GAP,
      );
    const isInside = ({ x, y }: Place) =>
      x - half.x >= 0 && y - half.y >= 0 && x + half.x <= width && y + half.y <= height;
    const place = spiral(width, height, (at) => isFree(at) && isInside(at)) ?? spiral(width, height, isFree);
    if (place === undefined || !isInside(place)) fits = false;
    const found = place ?? { x: width / 2, y: height / 2 };
    taken.push({ ...found, width: bubble.width, height: bubble.height });
    return found;
  });
  return { places, fits };
}

/** The first place on a spiral out of the middle that will do. */
function spiral(width: number, height: number, willDo: (place: Place) => boolean): Place | undefined {
  const longest = Math.max(width, height);
  const step = longest / STEPS;
  const stretch = { x: width / longest, y: height / longest };
  let angle = 0;
  for (let round = 0; round < TRIES; round++) {
    const reach = (step * angle) / (2 * Math.PI);
    const place = {
      x: width / 2 + reach * stretch.x * Math.cos(angle),
      y: height / 2 + reach * stretch.y * Math.sin(angle),
    };
    if (willDo(place)) return place;
    angle += step / Math.max(reach, step);
  }
  return undefined;
}
