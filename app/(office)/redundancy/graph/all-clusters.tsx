import Link from "next/link";
import type { OverlapFilter } from "#db/queries/overlap-filter.ts";
import { WORK_LINE_LABEL } from "#lib/asset/vocabulary.ts";
import { MOST_BUBBLES } from "#lib/chart/overlap-graph.ts";
import { formatHours } from "#lib/format/hours.ts";
import { formatNumber } from "#lib/format/number.ts";
import type { Cluster, ClusterLink } from "#lib/redundancy/cluster/cluster-map.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { Unknown } from "../../../_components/tags.tsx";
import styles from "./graph.module.css";
import { GraphView } from "./graph-view.tsx";
import { graphHref } from "./search-params.ts";

/** The map of all clusters, the same as a table, and the forms that are in none. */
export function AllClusters({
  clusters,
  links,
  filter,
  apart,
}: {
  clusters: readonly Cluster[];
  links: readonly ClusterLink[];
  filter: OverlapFilter;
  apart: readonly { id: string; name: string; unitName: string | null }[];
}) {
  const href = (cluster: Cluster) => graphHref({ filter, cluster: cluster.forms[0]?.id });
  const columns: readonly TableColumn<Cluster>[] = [
    {
      id: "name",
      title: "群",
      cell: (cluster) => (
        <Link href={href(cluster)}>
          <span className={styles.number}>{cluster.number}</span>
          {cluster.name}
        </Link>
      ),
    },
    { id: "forms", title: "表", isNumber: true, cell: ({ forms }) => `${formatNumber(forms.length)} 张` },
    { id: "pairs", title: "群内重复", isNumber: true, cell: ({ pairs }) => `${formatNumber(pairs.length)} 对` },
    { id: "units", title: "主办单位", isNumber: true, cell: ({ units }) => `${formatNumber(units)} 个` },
    { id: "line", title: "条线", isShort: true, cell: ({ line, lines }) => <Line line={line} lines={lines} /> },
    {
      id: "hours",
      title: "年负担",
      isNumber: true,
      cell: ({ hours, hoursUnknown }) =>
        hours === null ? (
          <Unknown />
        ) : (
          <>
            {formatHours(hours)}
            {hoursUnknown === 0 ? null : (
              <>
                <br />
                <span className="soft small">另 {formatNumber(hoursUnknown)} 张未知</span>
              </>
            )}
          </>
        ),
    },
  ];
  return (
    <>
      <GraphView
        picture={{
          is: "clusters",
          clusters: clusters.map(({ forms, pairs: _, ...cluster }) => ({ ...cluster, size: forms.length })),
          links,
          hrefs: Object.fromEntries(clusters.map((cluster) => [cluster.number, href(cluster)])),
        }}
      />
      {clusters.length > MOST_BUBBLES ? (
        <p className="soft">
          图上画最大的 {formatNumber(MOST_BUBBLES)} 群，其余 {formatNumber(clusters.length - MOST_BUBBLES)} 群在下表中。
        </p>
      ) : null}
      <DataTable caption="重复表单的群" columns={columns} rows={clusters} rowKey={({ number }) => String(number)} />
      {apart.length === 0 ? null : (
        <details className={`panel ${styles.fold}`}>
          <summary>另有 {formatNumber(apart.length)} 张表在所选条件下不与别的表重复</summary>
          <ul>
            {apart.map(({ id, name, unitName }) => (
              <li key={id}>
                <Link href={`/assets/${id}`}>{name}</Link>{" "}
                <span className="soft small">{unitName ?? "主办单位未知"}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The line that most forms are of, and that there are others. */
function Line({ line, lines }: Pick<Cluster, "line" | "lines">) {
  if (line === "mixed") return `${formatNumber(lines)} 个条线`;
  return (
    <>
      {lineText(line)}
      {line === null || lines < 2 ? null : `等 ${formatNumber(lines)} 个条线`}
    </>
  );
}

export function lineText(line: Cluster["line"]) {
  if (line === null) return <Unknown />;
  return line === "mixed" ? "跨条线" : WORK_LINE_LABEL[line];
}
