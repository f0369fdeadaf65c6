import { communitiesOf, type Link } from "./communities.ts";

/** Two items that overlap, and the share from 0 to 1 by which they do. */
export type ClusterPair = { a: string; b: string; share: number };

/** Up to this many items that hang together are one cluster; more are divided where they hang together least. */
export const WHOLE_UP_TO = 8;
/** What is larger than this after it was divided is divided once more by itself, if it can be: small groups drown in a large whole. */
const DIVIDED_AGAIN = 24;

/**
 * Divides the items of the pairs into clusters: what does not hang together is apart, and what hangs together in a long chain is
 * divided into communities. Every item of a pair is in exactly one cluster, every cluster hangs together and has two items at least.
 * The largest first, then by first id; items by id. The order of the pairs changes nothing.
 */
export function clustersOf(pairs: readonly ClusterPair[]): string[][] {
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort();
  const number = new Map(ids.map((id, at) => [id, at]));
  const links = pairs
    .map(({ a, b, share }): Link => {
      const [one, other] = [number.get(a) as number, number.get(b) as number].sort((x, y) => x - y) as [number, number];
      return { a: one, b: other, weight: Math.max(1, Math.round(share * 1000)) };
    })
    .filter(({ a, b }) => a !== b)
    .sort((one, other) => one.a - other.a || one.b - other.b || one.weight - other.weight);
  return groupsOf(components(ids.length, links))
    .flatMap((group) => divided(group, links))
    .map((group) => group.map((node) => ids[node] as string))
    .sort((one, other) => other.length - one.length || ((one[0] as string) < (other[0] as string) ? -1 : 1));
}

function divided(group: readonly number[], links: readonly Link[]): number[][] {
  if (group.length <= WHOLE_UP_TO) return [[...group]];
  const place = new Map(group.map((node, at) => [node, at]));
  const inner = links.flatMap(({ a, b, weight }) => {
    const [one, other] = [place.get(a), place.get(b)];
    return one === undefined || other === undefined ? [] : [{ a: one, b: other, weight }];
  });
  const community = communitiesOf(group.length, inner);
  // A community may have lost the one through which it hung together.
  const whole = components(
    group.length,
    inner.filter(({ a, b }) => community[a] === community[b]),
  );
  return groupsOf(withoutSingles(whole, inner)).flatMap((part) => {
    const nodes = part.map((node) => group[node] as number);
    return nodes.length > DIVIDED_AGAIN && nodes.length < group.length ? divided(nodes, links) : [nodes];
  });
}

/** Who is left alone joins the neighbour that it has most in common with. */
function withoutSingles(community: Int32Array, links: readonly Link[]): Int32Array {
  const sizes = new Map<number, number>();
  for (const one of community) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  for (let node = 0; node < community.length; node++) {
    const from = community[node] as number;
    if (sizes.get(from) !== 1) continue;
    let best: Link | undefined;
    for (const link of links)
      if ((link.a === node || link.b === node) && (best === undefined || link.weight > best.weight)) best = link;
    if (best === undefined) continue;
    const to = community[best.a === node ? best.b : best.a] as number;
    community[node] = to;
    sizes.set(to, (sizes.get(to) ?? 0) + 1);
    sizes.delete(from);
  }
  return community;
}

/** For each node the smallest node that it hangs together with. */
function components(count: number, links: readonly Link[]): Int32Array {
  const leader = Int32Array.from({ length: count }, (_, node) => node);
  const find = (node: number): number => {
    let at = node;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at] as number] as number;
      at = leader[at] as number;
    }
    return at;
  };
  for (const { a, b } of links) {
    const [one, other] = [find(a), find(b)];
    leader[Math.max(one, other)] = Math.min(one, other);
  }
  return leader.map((_, node) => find(node));
}

function groupsOf(of: Int32Array): number[][] {
  const groups = new Map<number, number[]>();
  for (const [node, group] of of.entries()) {
    const known = groups.get(group);
    if (known) known.push(node);
    else groups.set(group, [node]);
  }
  return [...groups.values()];
}
