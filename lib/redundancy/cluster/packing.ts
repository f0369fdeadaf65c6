/** Where something stands in a picture, in pixels from its upper left corner. */
export type Place = { x: number; y: number };
/** The room that a shape takes with its label, in pixels. */
export type Box = { width: number; height: number };

const GAP = 10;
/** How many steps of the spiral the longer side of the picture is. */
const STEPS = 110;

/**
 * Places for boxes without one over another, each as near to the middle as there is room, in the order given; null where the picture
 * has no room for all. No chance is in it: the same boxes stand in the same places.
 */
export function packed(boxes: readonly Box[], picture: Box): Place[] | null {
  const needed = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  if (needed > picture.width * picture.height) return null;
  const tries = spiral(picture);
  const places: Place[] = [];
  for (const [at, { width, height }] of boxes.entries()) {
    const place = tries.find(
      ({ x, y }) =>
        2 * x >= width &&
        2 * y >= height &&
        2 * (picture.width - x) >= width &&
        2 * (picture.height - y) >= height &&
        isFree({ x, y, width, height }, boxes, places),
    );
    if (place === undefined) return null;
    places[at] = place;
  }
  return places;
}

function isFree({ x, y, width, height }: Place & Box, boxes: readonly Box[], places: readonly Place[]): boolean {
  for (let at = 0; at < places.length; at++) {
    const [other, box] = [places[at] as Place, boxes[at] as Box];
    if (
      Math.abs(x - other.x) < (width + box.width) / 2 + GAP &&
      Math.abs(y - other.y) < (height + box.height) / 2 + GAP
    )
      return false;
  }
  return true;
}

/** Points on a spiral out of the middle that is as wide and as high as the picture; those outside of it are left out. */
function spiral({ width, height }: Box): Place[] {
  const longest = Math.max(width, height);
  const step = longest / STEPS;
  const points: Place[] = [];
  for (let angle = 0, reach = 0; reach <= 0.75 * longest; angle += step / Math.max(reach, step)) {
    reach = (step * angle) / (2 * Math.PI);
    const point = {
      x: width / 2 + ((reach * width) / longest) * Math.cos(angle),
      y: height / 2 + ((reach * height) / longest) * Math.sin(angle),
    };
    if (point.x >= 0 && point.y >= 0 && point.x <= width && point.y <= height) points.push(point);
  }
  return points;
}
