/** Two nodes by number, and how strongly they belong together: a whole number above 0. */
export type Link = { a: number; b: number; weight: number };

/**
 * Which community each of `count` nodes is in: nodes move to the neighbours that they belong to most (modularity) until none gains,
 * then whole communities do. Whole numbers only and a fixed order, so that the answer is the same everywhere.
 */
export function communitiesOf(count: number, links: readonly Link[]): Int32Array {
  const community = Int32Array.from({ length: count }, (_, node) => node);
  let level = links;
  for (let size = count; ; ) {
    const moved = settle(size, level);
    const names = new Map<number, number>();
    for (const one of moved) if (!names.has(one)) names.set(one, names.size);
    const renamed = moved.map((one) => names.get(one) as number);
    for (let node = 0; node < count; node++) community[node] = renamed[community[node] as number] as number;
    if (names.size === size) return community;
    level = gathered(level, renamed);
    size = names.size;
  }
}

function settle(count: number, links: readonly Link[]): Int32Array {
  const neighbours: { to: number; weight: number }[][] = Array.from({ length: count }, () => []);
  const degree = new Float64Array(count);
  let total = 0;
  for (const { a, b, weight } of links) {
    degree[a] = (degree[a] as number) + weight;
    degree[b] = (degree[b] as number) + weight;
    total += 2 * weight;
    if (a === b) continue;
    neighbours[a]?.push({ to: b, weight });
    neighbours[b]?.push({ to: a, weight });
  }
  const community = Int32Array.from({ length: count }, (_, node) => node);
  const weightOf = Float64Array.from(degree);
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (let node = 0; node < count; node++) {
      const from = community[node] as number;
      const own = degree[node] as number;
      weightOf[from] = (weightOf[from] as number) - own;
      const towards = new Map<number, number>([[from, 0]]);
      for (const { to, weight } of neighbours[node] ?? []) {
        const there = community[to] as number;
        towards.set(there, (towards.get(there) ?? 0) + weight);
      }
      const gain = (to: number) => total * (towards.get(to) ?? 0) - (weightOf[to] as number) * own;
      let best = from;
      for (const to of [...towards.keys()].sort((one, other) => one - other)) if (gain(to) > gain(best)) best = to;
      weightOf[best] = (weightOf[best] as number) + own;
      if (best === from) continue;
      community[node] = best;
      isMoving = true;
    }
  }
  return community;
}

/** The same links between communities; those within one become a link to itself. */
function gathered(links: readonly Link[], community: Int32Array): Link[] {
  const sums = new Map<string, Link>();
  for (const { a, b, weight } of links) {
    const [one, other] = [community[a] as number, community[b] as number].sort((x, y) => x - y) as [number, number];
    const known = sums.get(`${one} ${other}`);
    if (known) known.weight += weight;
    else sums.set(`${one} ${other}`, { a: one, b: other, weight });
  }
  return [...sums.values()];
}
