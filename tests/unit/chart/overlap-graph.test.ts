import { describe, expect, test } from "vitest";
import { lineMarks } from "#lib/chart/line-marks.ts";
import { clusterGraph, formGraph, type MapCluster, MOST_BUBBLES, MOST_FORMS } from "#lib/chart/overlap-graph.ts";
import type { Cluster } from "#lib/redundancy/cluster/cluster-map.ts";

const VIEW = { width: 1100, height: 600, zoom: 1 };
const cluster = (number: number, own: Partial<MapCluster> = {}): MapCluster => ({
  number,
  name: `高龄津贴${number}`,
  size: 3,
  hours: 10,
  hoursUnknown: 0,
  units: 2,
  line: "civil_affairs",
  lines: 1,
  ...own,
});
const formOf = (id: string, own: Partial<Cluster["forms"][number]> = {}): Cluster["forms"][number] => ({
  id,
  name: `登记表${id}`,
  unitName: "民政局",
  workLine: "civil_affairs",
  hours: null,
  own: [],
  pairs: 1,
  ...own,
});
type Node = {
  id: string;
  name: string;
  value: number[];
  symbolSize: number;
  symbol: string;
  label: { formatter: string };
  target: object;
};
type Edge = { source: number; target: number; lineStyle: { type: string; width: number }; ref: object };
type Drawn = { xAxis: object; dataZoom: { start: number; end: number }[]; series: { data: Node[]; edges: Edge[] }[] };
const drawn = ({ option }: { option: unknown }) => option as Drawn;

describe("clusterGraph(clusters, links, view)", () => {
  test("draws a shape a cluster with its number, larger for more forms, and opens it", () => {
    const chart = clusterGraph([cluster(1, { size: 20 }), cluster(2)], [{ a: 1, b: 2, pairs: 4 }], VIEW);
    const [numbers, names] = drawn(chart).series;
    expect(numbers?.data.map(({ label, target }) => [label.formatter, target])).toEqual([
      ["1", { is: "cluster", number: 1 }],
      ["2", { is: "cluster", number: 2 }],
    ]);
    expect(names?.data.map(({ label }) => label.formatter)).toEqual(["高龄津贴1\n20 张", "高龄津贴2\n3 张"]);
    expect(numbers?.data[0]?.symbolSize).toBeGreaterThan(numbers?.data[1]?.symbolSize ?? 0);
    expect(numbers?.edges).toMatchObject([{ source: 0, target: 1 }]);
  });

  test("tells clusters of one name apart", () => {
    const chart = clusterGraph([cluster(1, { name: "都填姓名" }), cluster(2, { name: "都填姓名" })], [], VIEW);
    for (const { data } of drawn(chart).series) expect(new Set(data.map(({ id }) => id)).size).toBe(2);
  });

  test("puts no shape over another, at the width of a desk and of a telephone", () => {
    const many = Array.from({ length: MOST_BUBBLES }, (_, at) =>
      cluster(at + 1, { size: Math.ceil(60 / (at + 1)) + 1 }),
    );
    for (const view of [VIEW, { width: 364, height: 640, zoom: 1 }]) {
      const nodes = drawn(clusterGraph(many, [], view)).series[0]?.data ?? [];
      expect(nodes).toHaveLength(MOST_BUBBLES);
      for (const [at, one] of nodes.entries())
        for (const other of nodes.slice(at + 1)) {
          const distance = [0, 1].map((axis) => Math.abs((one.value[axis] ?? 0) - (other.value[axis] ?? 0)));
          expect(Math.max(...distance)).toBeGreaterThanOrEqual((one.symbolSize + other.symbolSize) / 2);
        }
    }
  });

  test("draws no more than can be told apart, and says all in words", () => {
    const many = Array.from({ length: 200 }, (_, at) => cluster(at + 1));
    const chart = clusterGraph(many, [{ a: 1, b: 200, pairs: 1 }], VIEW);
    expect(drawn(chart).series[0]?.data).toHaveLength(MOST_BUBBLES);
    expect(drawn(chart).series[0]?.edges).toEqual([]);
    expect(chart.text).toMatch(
      /^表单重复关系图，共 200 群。第 1 群“高龄津贴1”：3 张表，2 个单位，年负担 10 小时；.*其余见表格。$/,
    );
  });

  test("draws as many as there is room for in a very small picture", () => {
    const many = Array.from({ length: 40 }, (_, at) => cluster(at + 1));
    expect(drawn(clusterGraph(many, [], { width: 48, height: 300, zoom: 1 })).series[0]?.data.length).toBeLessThan(40);
    expect(drawn(clusterGraph(many, [], { width: 4, height: 4, zoom: 1 })).series[0]?.data).toEqual([]);
  });

  test("looks into the middle when it looks closer", () => {
    expect(drawn(clusterGraph([cluster(1)], [], { ...VIEW, zoom: 4 })).dataZoom).toMatchObject([
      { start: 37.5, end: 62.5 },
      { start: 37.5, end: 62.5 },
    ]);
  });

  test("draws nothing for no clusters", () => {
    expect(clusterGraph([], [], VIEW)).toEqual({ option: null, text: "没有成群重复的表单", legend: [] });
  });

  test("does not let a name become markup", () => {
    const option = JSON.stringify(clusterGraph([cluster(1, { name: "<img src=x>" })], [], VIEW).option);
    expect(option).toContain("&lt;img src=x&gt;<br>");
  });
});

describe("formGraph(cluster, view)", () => {
  test("tells forms of one name apart, which two offices issued", () => {
    const forms = [formOf("a", { name: "低保人员登记表" }), formOf("b", { name: "低保人员登记表" })];
    for (const { data } of drawn(formGraph({ number: 1, name: "低保", forms, pairs: [] }, VIEW)).series)
      expect(new Set(data.map(({ id }) => id)).size).toBe(2);
  });

  test("draws pairs by their relation, the nearer the thicker, broken where only a part is repeated", () => {
    const chart = formGraph(
      {
        number: 1,
        name: "高龄津贴",
        forms: [formOf("a", { hours: 100 }), formOf("b"), formOf("c")],
        pairs: [
          { a: "a", b: "b", relation: "duplicate", share: 0.9 },
          { a: "b", b: "c", relation: "partial", share: 0.4 },
        ],
      },
      VIEW,
    );
    const [series] = drawn(chart).series;
    expect(series?.edges.map(({ lineStyle, ref }) => [lineStyle.type, ref])).toEqual([
      ["solid", { is: "pair", a: "a", b: "b" }],
      ["dashed", { is: "pair", a: "b", b: "c" }],
    ]);
    expect(series?.data.map(({ target }) => target)[0]).toEqual({ is: "form", id: "a" });
    expect(series?.data[0]?.symbolSize).toBeGreaterThan(series?.data[1]?.symbolSize ?? 0);
    expect(chart.text).toBe("第 1 群“高龄津贴”：3 张表，2 对重复。");
  });

  test("keeps of many pairs the nearest of each form, and says how many forms it leaves out", () => {
    const forms = Array.from({ length: MOST_FORMS + 5 }, (_, at) => formOf(String(at).padStart(2, "0")));
    const pairs = forms.flatMap((one, at) =>
      forms.slice(at + 1).map((other) => ({ a: one.id, b: other.id, relation: "partial" as const, share: 0.5 })),
    );
    const chart = formGraph({ number: 1, name: "表", forms, pairs }, VIEW);
    const [series] = drawn(chart).series;
    expect(series?.data).toHaveLength(MOST_FORMS);
    expect(series?.edges.length).toBeLessThanOrEqual(3 * MOST_FORMS);
    const joined = new Set(series?.edges.flatMap(({ source, target }) => [source, target]));
    expect(joined.size).toBe(MOST_FORMS);
    expect(chart.text).toContain("图上只画重复最多的 60 张");
  });
});

describe("lineMarks(lines)", () => {
  test("gives the commonest lines a shape of their own, and all others one", () => {
    const { markOf, legend } = lineMarks(["health", "health", "water", "mixed", null, "other"]);
    expect(legend.map(({ label }) => label)).toEqual(["卫生健康", "水利", "其他条线", "跨条线", "条线未知"]);
    expect(markOf("health").path).not.toBe(markOf("water").path);
    expect(markOf("other").label).toBe("其他条线");
  });
});
