import { formatHours } from "../format/hours.ts";
import { formatNumber } from "../format/number.ts";
import { formatPercent } from "../format/percent.ts";
import type { Cluster, ClusterLink, MapPair } from "../redundancy/cluster/cluster-map.ts";
import { type Place, packed } from "../redundancy/cluster/packing.ts";
import { spread } from "../redundancy/cluster/spreading.ts";
import { FORM_RELATION_LABEL } from "../redundancy/vocabulary.ts";
import type { Chart } from "./chart.ts";
import { type LineMark, lineMarks } from "./line-marks.ts";

/** The picture in pixels, and how far into its middle it is looked: 1 is all of it. */
export type View = { width: number; height: number; zoom: number };
/** A graph ready to show, with what its shapes mean. */
export type GraphChart = Chart & { legend: readonly LineMark[] };
/** What a node or an edge stands for, as it comes back when it is pressed. */
export type GraphTarget =
  | { is: "cluster"; number: number }
  | { is: "form"; id: string }
  | { is: "pair"; a: string; b: string };

/** A cluster without its forms, as the map of all clusters shows it. */
export type MapCluster = Pick<Cluster, "number" | "name" | "hours" | "hoursUnknown" | "units" | "line" | "lines"> & {
  size: number;
};

/** No more bubbles than can be told apart; smaller clusters are in the table. */
export const MOST_BUBBLES = 60;
/** No more forms of one cluster in one picture; the others are in the table. */
export const MOST_FORMS = 60;
const MOST_LINKS = 40;
/** From so many pairs on, only the nearest neighbours of each form are joined by lines. */
const MANY_PAIRS = 120;
const NEAREST = 3;

/** The least size in pixels of a shape that a number of two digits stands on. */
const SMALLEST = 24;
const LABEL = { chars: 11, size: 13, line: 17 };

/** The clusters as bubbles, the largest in the middle, each with its number and name; lines join those with pairs between them. */
export function clusterGraph(clusters: readonly MapCluster[], links: readonly ClusterLink[], view: View): GraphChart {
  if (clusters.length === 0) return { option: null, text: "没有成群重复的表单", legend: [] };
  const { places, radii, named } = bubbles(clusters.slice(0, MOST_BUBBLES), view);
  const shown = clusters.slice(0, places.length);
  const { markOf, legend } = lineMarks(shown.map(({ line }) => line));
  const data = shown.map((cluster, at) => ({
    ...node(at, cluster.name, places[at], view),
    symbol: `path://${markOf(cluster.line).path}`,
    symbolSize: 2 * (radii[at] ?? 0),
    itemStyle: { color: markOf(cluster.line).color },
    ...written(cluster.number, markOf(cluster.line)),
    caption: at < named ? `${shorten(cluster.name)}\n${formatNumber(cluster.size)} 张` : "",
    tooltip: { formatter: `${cluster.number}　${escaped(cluster.name)}<br>${escaped(clusterText(cluster))}` },
    target: { is: "cluster", number: cluster.number } satisfies GraphTarget,
  }));
  const drawn = links.filter(({ a, b }) => a <= shown.length && b <= shown.length).slice(0, MOST_LINKS);
  const most = Math.max(1, ...drawn.map(({ pairs }) => pairs));
  const edges = drawn.map(({ a, b, pairs }) => ({
    source: a - 1,
    target: b - 1,
    lineStyle: { color: "#8a94a3", opacity: 0.45, width: 0.8 + 3 * (pairs / most) },
    tooltip: { formatter: `${a} 与 ${b} 之间有 ${formatNumber(pairs)} 对重复的表` },
    silent: true,
  }));
  const sentence = (cluster: MapCluster) => `第 ${cluster.number} 群“${cluster.name}”：${clusterText(cluster)}`;
  return {
    legend,
    text: `表单重复关系图，共 ${formatNumber(clusters.length)} 群。${clusters.slice(0, 10).map(sentence).join("；")}${clusters.length > 10 ? "；其余见表格" : ""}。`,
    option: optionOf(data, edges, view),
  };
}

/** The forms of one cluster, the more alike the nearer; a line is a pair. */
export function formGraph(cluster: Pick<Cluster, "number" | "name" | "forms" | "pairs">, view: View): GraphChart {
  const shown = cluster.forms.slice(0, MOST_FORMS);
  const { markOf, legend } = lineMarks(shown.map(({ workLine }) => workLine));
  const place = new Map(shown.map(({ id }, at) => [id, at]));
  const pairs = cluster.pairs.flatMap((pair) => {
    const [a, b] = [place.get(pair.a), place.get(pair.b)];
    return a === undefined || b === undefined ? [] : [{ ...pair, from: a, to: b }];
  });
  const most = Math.max(1, ...shown.map(({ hours }) => hours ?? 0));
  const sizes = shown.map(({ hours }) => SMALLEST + 26 * Math.sqrt((hours ?? 0) / most));
  const places = spread(
    sizes,
    pairs.map(({ from, to, share }) => ({ a: from, b: to, share })),
    view,
  );
  const data = shown.map((form, at) => ({
    ...node(at, form.name, places[at], view),
    symbol: `path://${markOf(form.workLine).path}`,
    symbolSize: sizes[at] ?? SMALLEST,
    itemStyle: { color: markOf(form.workLine).color },
    ...written(at + 1, markOf(form.workLine)),
    caption: shorten(form.name),
    tooltip: {
      formatter: `${at + 1}　${escaped(form.name)}<br>${escaped(form.unitName ?? "主办单位未知")}，与 ${form.pairs} 张表重复，年负担 ${formatHours(form.hours)}`,
    },
    target: { is: "form", id: form.id } satisfies GraphTarget,
  }));
  const edges = nearestOnly(pairs).map(({ a, b, from, to, relation, share }) => ({
    source: from,
    target: to,
    lineStyle: LINE[relation],
    tooltip: {
      formatter: `${from + 1} 与 ${to + 1}：${FORM_RELATION_LABEL[relation]}，相同比例 ${formatPercent(share)}`,
    },
    ref: { is: "pair", a, b } satisfies GraphTarget,
  }));
  return {
    legend,
    text: `第 ${cluster.number} 群“${cluster.name}”：${formatNumber(cluster.forms.length)} 张表，${formatNumber(cluster.pairs.length)} 对重复。${shown.length < cluster.forms.length ? `图上只画重复最多的 ${shown.length} 张，其余见表格。` : ""}`,
    option: optionOf(data, edges, view),
  };
}

/** How the line of a pair is drawn: the nearer the relation the thicker, broken where only a part is repeated. */
const LINE: Record<
  MapPair["relation"],
  { color: string; width: number; type: "solid" | "dashed" | "dotted"; opacity: number }
> = {
  duplicate: { color: "#a8071a", width: 3.5, type: "solid", opacity: 0.85 },
  same_template: { color: "#c2570c", width: 2.5, type: "solid", opacity: 0.8 },
  partial: { color: "#8a94a3", width: 1.2, type: "dashed", opacity: 0.8 },
  header_only: { color: "#a6adb8", width: 1, type: "dotted", opacity: 0.7 },
  different: { color: "#a6adb8", width: 1, type: "dotted", opacity: 0.7 },
};

/** Of many pairs the nearest few of each form, so that lines can be followed with the eye. */
function nearestOnly<P extends { from: number; to: number; share: number }>(pairs: readonly P[]): P[] {
  if (pairs.length <= MANY_PAIRS) return [...pairs];
  const ranked = [...pairs].sort((x, y) => y.share - x.share || x.from - y.from || x.to - y.to);
  const lines = new Map<number, number>();
  return ranked.filter(({ from, to }) => {
    const [one, other] = [lines.get(from) ?? 0, lines.get(to) ?? 0];
    if (one >= NEAREST && other >= NEAREST) return false;
    lines.set(from, one + 1).set(to, other + 1);
    return true;
  });
}

/** The largest bubbles, and the most of them with a name, for which the picture has room; half of the clusters where it is very small. */
function bubbles(clusters: readonly MapCluster[], view: View): { places: Place[]; radii: number[]; named: number } {
  const { width, height } = view;
  for (const named of [clusters.length, 30, 15, 8, 4, 0]) {
    if (named > clusters.length) continue;
    for (const scale of named === 0 ? [12, 8, 5, 0] : [17, 12, 8]) {
      const radii = clusters.map(({ size }) => Math.min(70, Math.max(SMALLEST / 2, scale * Math.sqrt(size))));
      const boxes = radii.map((radius, at) => boxOf(radius, at < named ? clusters[at] : undefined));
      const places = packed(boxes, { width, height });
      if (places === null) continue;
      // A box reaches further down than up: its label stands below the bubble.
      const raised = places.map(({ x, y }, at) => ({ x, y: y - (at < named ? LABEL.line : 0) }));
      return { places: raised, radii, named };
    }
  }
  return bubbles(clusters.slice(0, clusters.length >> 1), view);
}

function boxOf(radius: number, cluster: MapCluster | undefined) {
  if (cluster === undefined) return { width: 2 * radius, height: 2 * radius };
  return {
    width: Math.max(2 * radius, ([...shorten(cluster.name)].length + 1) * LABEL.size),
    height: 2 * radius + 2 * LABEL.line,
  };
}

/** The number of a node, on it: by it the node is found in the table. */
const written = (number: number, { ink }: LineMark) => ({ label: { formatter: String(number), color: ink } });

/** Known by its place: two forms or two clusters may have one name. */
const node = (at: number, name: string, place: { x: number; y: number } | undefined, { width, height }: View) => ({
  id: String(at),
  name,
  value: [place?.x ?? width / 2, height - (place?.y ?? height / 2)],
});

type GraphNode = { id: string; name: string; value: number[]; symbolSize: number; caption: string };
const SERIES = { type: "graph", coordinateSystem: "cartesian2d", layout: "none" } as const;

/** Placed on two axes that are the picture, so that looking closer spreads the nodes and leaves labels readable. */
function optionOf(data: GraphNode[], edges: object[], { width, height, zoom }: View): Chart["option"] {
  const [start, end] = [50 - 50 / zoom, 50 + 50 / zoom];
  const axis = (max: number) => ({ type: "value" as const, min: 0, max, show: false });
  const inside = {
    type: "inside" as const,
    start,
    end,
    filterMode: "none" as const,
    // The wheel scrolls the page; with Ctrl held it looks closer.
    zoomOnMouseWheel: "ctrl" as const,
    moveOnMouseWheel: false,
    preventDefaultMouseMove: false,
  };
  return {
    tooltip: { trigger: "item", confine: true },
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: axis(width),
    yAxis: axis(height),
    dataZoom: [
      { ...inside, xAxisIndex: 0 },
      { ...inside, yAxisIndex: 0 },
    ],
    series: [
      {
        ...SERIES,
        z: 3,
        cursor: "pointer",
        data: data.map(({ caption: _, ...node }) => node),
        edges,
        label: { show: true, position: "inside", fontSize: LABEL.size, fontWeight: "bold" },
        emphasis: { focus: "adjacency" },
      },
      // Names stand apart from numbers: where there is no room, a name gives way and the number stays.
      {
        ...SERIES,
        z: 2,
        silent: true,
        data: data.map(({ id, name, value, symbolSize, caption }) => ({
          id,
          name,
          value,
          symbolSize,
          itemStyle: { opacity: 0 },
          label: { show: caption !== "", formatter: caption },
        })),
        label: {
          show: true,
          position: "bottom",
          distance: 3,
          fontSize: LABEL.size,
          lineHeight: LABEL.line,
          color: "#1d2430",
          // Not seen through as its shape is.
          opacity: 1,
          textBorderColor: "#ffffff",
          textBorderWidth: 3,
        },
        labelLayout: { hideOverlap: true },
      },
    ],
  } as Chart["option"];
}

function clusterText({ size, hours, hoursUnknown, units }: MapCluster): string {
  const known = hours === null ? "年负担未知" : `年负担 ${formatHours(hours)}`;
  const rest = hours !== null && hoursUnknown > 0 ? `（另有 ${formatNumber(hoursUnknown)} 张未知）` : "";
  return `${formatNumber(size)} 张表，${formatNumber(units)} 个单位，${known}${rest}`;
}

function shorten(name: string): string {
  const units = [...name];
  return units.length <= LABEL.chars ? name : `${units.slice(0, LABEL.chars - 1).join("")}…`;
}

/** Tooltips are HTML, and names come from outside. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
