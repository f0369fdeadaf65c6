"use client";

import { Button } from "antd";
import { GraphChart } from "echarts/charts";
import { DataZoomInsideComponent } from "echarts/components";
import { use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import { clusterGraph, formGraph, type GraphTarget, type MapCluster, type View } from "#lib/chart/overlap-graph.ts";
import type { Cluster, ClusterLink } from "#lib/redundancy/cluster/cluster-map.ts";
import { ChartView } from "../../../_components/chart.tsx";
import styles from "./graph.module.css";
import { GraphLegend } from "./graph-legend.tsx";

use([GraphChart, DataZoomInsideComponent, LabelLayout]);

/** All clusters, or the forms of one. */
export type Picture =
  | { is: "clusters"; clusters: readonly MapCluster[]; links: readonly ClusterLink[]; hrefs: Record<number, string> }
  | { is: "forms"; cluster: Pick<Cluster, "number" | "name" | "forms" | "pairs">; hrefs: Record<string, string> };

const NARROW = 600;
/** While a page is laid out a box may be narrower than any screen for a moment. */
const LEAST_WIDTH = 240;
const ZOOMS = [1, 1.6, 2.5, 4];

/** The picture, as wide as there is room; pressing a shape or a line opens what it stands for. */
export function GraphView({ picture }: { picture: Picture }) {
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  const [zoom, setZoom] = useState(0);
  useEffect(() => {
    if (box.current === null) return;
    const watch = new ResizeObserver(([entry]) => {
      const found = Math.round(entry?.contentRect.width ?? 0);
      if (found >= LEAST_WIDTH) setWidth(found);
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const height = heightOf(picture, width);
  const chart = useMemo(
    () => (width === null ? null : chartOf(picture, { width, height, zoom: ZOOMS[zoom] ?? 1 })),
    [picture, width, height, zoom],
  );
  return (
    <div className={styles.picture}>
      <div className="row spread no-print">
        <p className="soft small">
          {picture.is === "clusters" ? "点一个图形，看这一群里的表。" : "点图形看这张表的重复，点连线并排比对。"}
          放大后可拖动，能看到更多名称。
        </p>
        <div className="row">
          <Button size="small" disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
            放大
          </Button>
          <Button size="small" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
            缩小
          </Button>
        </div>
      </div>
      <div ref={box} className={styles.canvas} style={{ minHeight: height }}>
        {chart === null ? null : (
          <ChartView
            chart={chart}
            height={height}
            onPick={(data) => {
              const href = hrefOf(picture, data as { target?: GraphTarget; ref?: GraphTarget });
              if (href !== undefined) router.push(href);
            }}
          />
        )}
      </div>
      {chart === null ? null : <GraphLegend marks={chart.legend} hasPairs={picture.is === "forms"} />}
    </div>
  );
}

/** A few shapes do not need the height of many; a narrow picture is the higher. */
function heightOf(picture: Picture, width: number | null): number {
  const shapes = picture.is === "clusters" ? picture.clusters.length : picture.cluster.forms.length;
  const height = shapes <= 4 ? 300 : shapes <= 12 ? 440 : 600;
  return width !== null && width < NARROW ? height + 40 : height;
}

function chartOf(picture: Picture, view: View) {
  return picture.is === "clusters"
    ? clusterGraph(picture.clusters, picture.links, view)
    : formGraph(picture.cluster, view);
}

/** Where a shape or a line leads. */
function hrefOf(picture: Picture, { target, ref }: { target?: GraphTarget; ref?: GraphTarget }): string | undefined {
  const to = target ?? ref;
  if (to?.is === "cluster" && picture.is === "clusters") return picture.hrefs[to.number];
  if (to?.is === "form" && picture.is === "forms") return picture.hrefs[to.id];
  if (to?.is === "pair") return `/redundancy/compare?${new URLSearchParams({ a: to.a, b: to.b })}`;
  return undefined;
}
