import { describe, expect, test } from "vitest";
import { clusterMap, type MapForm, type MapPair } from "#lib/redundancy/cluster/cluster-map.ts";

const form = (id: string, own: Partial<MapForm> = {}): MapForm => ({
  id,
  name: `高龄津贴${id}申请表`,
  unitName: "民政局",
  workLine: "civil_affairs",
  hours: null,
  own: [],
  ...own,
});
const pair = (a: string, b: string): MapPair => ({ a, b, relation: "partial", share: 0.5 });

describe("clusterMap(forms, pairs)", () => {
  test("numbers clusters from the largest, and adds up what is known of their forms", () => {
    const { clusters } = clusterMap(
      [
        form("a", { hours: 10 }),
        form("b", { hours: 5, unitName: "残联" }),
        form("c"),
        form("x", { workLine: "health" }),
        form("y", { unitName: null }),
      ],
      [pair("a", "b"), pair("b", "c"), pair("x", "y")],
    );
    expect(
      clusters.map(({ number, hours, hoursUnknown, units, line }) => [number, hours, hoursUnknown, units, line]),
    ).toEqual([
      [1, 15, 1, 2, "civil_affairs"],
      [2, null, 2, 1, "mixed"],
    ]);
  });

  test("is of a line of work that a third of its forms are of, and more than of any other", () => {
    const lines = (...of: MapForm["workLine"][]) => {
      const forms = of.map((workLine, at) => form(String(at), { workLine }));
      return clusterMap(
        forms,
        forms.slice(1).map(({ id }) => pair("0", id)),
      ).clusters[0];
    };
    expect(lines("health", "health", "water", "justice")).toMatchObject({ line: "health", lines: 3 });
    expect(lines("health", "water", "justice", "culture_tourism")).toMatchObject({ line: "mixed", lines: 4 });
    expect(lines(null, null, "health")).toMatchObject({ line: null, lines: 1 });
  });

  test("puts the form that repeats the most others first", () => {
    const { clusters } = clusterMap([form("a"), form("b"), form("c")], [pair("a", "c"), pair("b", "c")]);
    expect(clusters[0]?.forms.map(({ id, pairs }) => [id, pairs])).toEqual([
      ["c", 2],
      ["a", 1],
      ["b", 1],
    ]);
  });

  test("keeps every pair once: within a cluster, or counted between two", () => {
    const group = (prefix: string) => Array.from({ length: 6 }, (_, at) => `${prefix}${at}`);
    const all = (ids: readonly string[]) => ids.flatMap((a, at) => ids.slice(at + 1).map((b) => pair(a, b)));
    const [left, right] = [group("a"), group("b")];
    const pairs = [...all(left), ...all(right), pair("a0", "b0"), pair("a1", "b1")];
    const { clusters, links } = clusterMap(
      [...left, ...right].map((id) => form(id)),
      pairs,
    );
    expect(clusters.map((cluster) => cluster.pairs.length)).toEqual([15, 15]);
    expect(links).toEqual([{ a: 1, b: 2, pairs: 2 }]);
  });
});
