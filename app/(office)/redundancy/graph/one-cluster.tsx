import Link from "next/link";
import type { OverlapFilter } from "#db/queries/overlap-filter.ts";
import { MOST_FORMS } from "#lib/chart/overlap-graph.ts";
import { formatHours } from "#lib/format/hours.ts";
import { formatNumber } from "#lib/format/number.ts";
import { formatPercent } from "#lib/format/percent.ts";
import type { Cluster, ClusterLink, MapPair } from "#lib/redundancy/cluster/cluster-map.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { Unknown } from "../../../_components/tags.tsx";
import { RelationTag } from "../forms/relation-tag.tsx";
import { compareHref, pairsHref } from "../forms/search-params.ts";
import { lineText } from "./all-clusters.tsx";
import styles from "./graph.module.css";
import { GraphView } from "./graph-view.tsx";
import { graphHref } from "./search-params.ts";

type FormOf = Cluster["forms"][number];

/** The forms of one cluster and the pairs among them, drawn and as tables. */
export function OneCluster({
  cluster,
  clusters,
  links,
  filter,
}: {
  cluster: Cluster;
  clusters: readonly Cluster[];
  links: readonly ClusterLink[];
  filter: OverlapFilter;
}) {
  const place = new Map(cluster.forms.map(({ id }, at) => [id, at + 1]));
  const nameOf = new Map(cluster.forms.map(({ id, name }) => [id, name]));
  const ofForm = (id: string) => pairsHref({ filter: { ...filter, form: id } });
  const beside = links
    .filter(({ a, b }) => a === cluster.number || b === cluster.number)
    .flatMap(({ a, b, pairs }) => {
      const other = clusters.find(({ number }) => number === (a === cluster.number ? b : a));
      return other === undefined ? [] : [{ other, pairs }];
    });
  const forms: readonly TableColumn<FormOf>[] = [
    {
      id: "name",
      title: "表",
      cell: ({ id, name }) => (
        <>
          <span className={styles.number}>{place.get(id)}</span>
          {name}
        </>
      ),
    },
    { id: "unit", title: "主办单位", cell: ({ unitName }) => unitName ?? <Unknown /> },
    { id: "line", title: "条线", isShort: true, cell: ({ workLine }) => lineText(workLine) },
    {
      id: "hours",
      title: "年负担",
      isNumber: true,
      cell: ({ hours }) => (hours === null ? <Unknown /> : formatHours(hours)),
    },
    {
      id: "pairs",
      title: "与之重复的表",
      isNumber: true,
      cell: ({ id, name, pairs }) => (
        <Link href={ofForm(id)} aria-label={`与“${name}”重复的表`}>
          群内 {formatNumber(pairs)} 张
        </Link>
      ),
    },
  ];
  const pairs: readonly TableColumn<MapPair>[] = [
    {
      id: "forms",
      title: "两张表",
      cell: ({ a, b }) => (
        <Link href={compareHref(a, b)}>
          {place.get(a)} {nameOf.get(a)} 与 {place.get(b)} {nameOf.get(b)}
        </Link>
      ),
    },
    { id: "relation", title: "关系", isShort: true, cell: ({ relation }) => <RelationTag relation={relation} /> },
    { id: "share", title: "相同比例", isNumber: true, cell: ({ share }) => formatPercent(share) },
  ];
  return (
    <>
      <nav className={styles.way} aria-label="位置">
        <Link href={graphHref({ filter })}>全部 {formatNumber(clusters.length)} 群</Link>
        <span aria-hidden="true">›</span>
        <h2>
          第 {cluster.number} 群　{cluster.name}
        </h2>
        <span className="soft">
          {formatNumber(cluster.forms.length)} 张表，{formatNumber(cluster.units)} 个单位
        </span>
      </nav>
      <GraphView
        picture={{
          is: "forms",
          cluster: {
            number: cluster.number,
            name: cluster.name,
            forms: cluster.forms.map((form) => ({ ...form, own: [] })),
            pairs: cluster.pairs,
          },
          hrefs: Object.fromEntries(cluster.forms.map(({ id }) => [id, ofForm(id)])),
        }}
      />
      {cluster.forms.length > MOST_FORMS ? (
        <p className="soft">图上画重复最多的 {formatNumber(MOST_FORMS)} 张，其余在下表中。</p>
      ) : null}
      <DataTable caption="群里的表" columns={forms} rows={cluster.forms} rowKey={({ id }) => id} />
      <h2>群内重复的表（{formatNumber(cluster.pairs.length)} 对）</h2>
      <DataTable
        caption="群内重复的表"
        columns={pairs}
        rows={[...cluster.pairs].sort((x, y) => y.share - x.share)}
        rowKey={({ a, b }) => `${a} ${b}`}
      />
      {beside.length === 0 ? null : (
        <p>
          与别的群也有重复：
          {beside.map(({ other, pairs }, at) => (
            <span key={other.number}>
              {at === 0 ? null : "，"}
              <Link href={graphHref({ filter, cluster: other.forms[0]?.id })}>
                {other.number} {other.name}
              </Link>
              （{formatNumber(pairs)} 对）
            </span>
          ))}
        </p>
      )}
    </>
  );
}
