import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ClusterPair, clustersOf, WHOLE_UP_TO } from "#lib/redundancy/cluster/clusters.ts";

const pair = (a: string, b: string, share = 0.5): ClusterPair => ({ a, b, share });
/** All pairs among these. */
const all = (ids: readonly string[], share = 0.8) =>
  ids.flatMap((a, at) => ids.slice(at + 1).map((b) => pair(a, b, share)));
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);

const someId = fc.integer({ min: 0, max: 30 }).map((n) => `f${String(n).padStart(2, "0")}`);
const somePairs = fc.uniqueArray(
  fc.record({ a: someId, b: someId, share: fc.double({ min: 0, max: 1, noNaN: true }) }).filter(({ a, b }) => a < b),
  { selector: ({ a, b }) => `${a} ${b}`, maxLength: 60 },
);

describe("clustersOf(pairs)", () => {
  test("is nothing for no pairs", () => {
    expect(clustersOf([])).toEqual([]);
  });

  test("keeps apart what does not hang together, the largest first, items by id", () => {
    expect(clustersOf([pair("d", "c"), pair("x", "y"), pair("y", "w")])).toEqual([
      ["w", "x", "y"],
      ["c", "d"],
    ]);
  });

  test("leaves a small chain whole", () => {
    const chain = ids("n", WHOLE_UP_TO);
    expect(clustersOf(chain.slice(1).map((id, at) => pair(chain[at] as string, id)))).toEqual([chain]);
  });

  test("divides two dense groups that one weak pair ties together", () => {
    const [left, right] = [ids("a", 6), ids("b", 6)];
    expect(clustersOf([...all(left), ...all(right), pair("a0", "b0", 0.3)])).toEqual([left, right]);
  });

  test("finds small groups within a large whole", () => {
    const groups = Array.from({ length: 40 }, (_, at) => ids(`g${String(at).padStart(2, "0")}-`, 5));
    // A ring of groups, each tied to the next by one pair: of so many, two or three would pass for one.
    const ties = groups.map((group, at) =>
      pair(group[0] as string, (groups[(at + 1) % 40] as string[])[1] as string, 0.8),
    );
    const found = clustersOf([...groups.flatMap((group) => all(group)), ...ties]);
    expect(Math.max(...found.map((cluster) => cluster.length))).toBeLessThanOrEqual(24);
    expect(found.flat()).toHaveLength(200);
  });

  test("leaves one dense group whole, however large", () => {
    expect(clustersOf(all(ids("n", 40)))).toHaveLength(1);
  });

  test("puts every item of a pair into exactly one cluster", () => {
    fc.assert(
      fc.property(somePairs, (pairs) => {
        const named = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort();
        expect(clustersOf(pairs).flat().sort()).toEqual(named);
      }),
    );
  });

  test("makes clusters that hang together, of two items at least", () => {
    fc.assert(
      fc.property(somePairs, (pairs) => {
        for (const cluster of clustersOf(pairs)) {
          const reached = new Set(cluster.slice(0, 1));
          for (const _ of cluster)
            for (const { a, b } of pairs) {
              if (!cluster.includes(a) || !cluster.includes(b)) continue;
              if (reached.has(a)) reached.add(b);
              if (reached.has(b)) reached.add(a);
            }
          expect([...reached].sort()).toEqual(cluster);
          expect(cluster.length).toBeGreaterThan(1);
        }
      }),
    );
  });

  test("does not depend on the order of the pairs, or of the two in a pair", () => {
    fc.assert(
      fc.property(
        somePairs.chain((pairs) =>
          fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length }), fc.boolean()),
        ),
        ([pairs, shuffled, isTurned]) => {
          const turned = isTurned ? shuffled.map(({ a, b, share }) => ({ a: b, b: a, share })) : shuffled;
          expect(clustersOf(turned)).toEqual(clustersOf(pairs));
        },
      ),
    );
  });
});
