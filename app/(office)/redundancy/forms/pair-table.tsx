import Link from "next/link";
import type { ReactNode } from "react";
import type { FormPairRow, OverlapSide } from "#db/queries/overlaps.ts";
import { formatHours } from "#lib/format/hours.ts";
import { formatNumber } from "#lib/format/number.ts";
import { formatPercent } from "#lib/format/percent.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { Unknown } from "../../../_components/tags.tsx";
import styles from "../pairs.module.css";
import { WhatIfLink } from "../what-if-link.tsx";
import { allShares, frequencyText, ownShares } from "./columns.ts";
import { RelationTag } from "./relation-tag.tsx";
import { compareHref } from "./search-params.ts";

/** Pairs of forms, one a row: what they are, how they relate, and by which counts. */
export function PairTable({
  rows,
  caption,
  mayPropose,
}: {
  rows: readonly FormPairRow[];
  caption: string;
  mayPropose: boolean;
}) {
  return (
    <DataTable caption={caption} columns={columns(mayPropose)} rows={rows} rowKey={({ a, b }) => `${a.id} ${b.id}`} />
  );
}

const columns = (mayPropose: boolean): readonly TableColumn<FormPairRow>[] => [
  {
    id: "forms",
    title: "两张表",
    cell: (row) => (
      <div className={styles.pair}>
        <Sides row={row}>{(side) => <FormName side={side} />}</Sides>
        <p className={`${styles.ways} no-print`}>
          <Link href={compareHref(row.a.id, row.b.id)} aria-label={`并排比对“${row.a.name}”和“${row.b.name}”`}>
            并排比对
          </Link>
          {mayPropose && row.a.reached && row.b.reached ? <WhatIfLink a={row.a} b={row.b} /> : null}
        </p>
      </div>
    ),
  },
  { id: "relation", title: "关系", isShort: true, cell: ({ relation }) => <RelationTag relation={relation} /> },
  {
    id: "shared",
    title: "相同数据项",
    isShort: true,
    cell: ({ shared, sizeA, sizeB, ownShared }) => (
      <>
        <strong>{formatNumber(shared)} 项</strong>
        <br />
        <span className="soft small">
          甲共 {formatNumber(sizeA)} 项，乙共 {formatNumber(sizeB)} 项
          <br />
          除基本信息外 {formatNumber(ownShared)} 项相同
        </span>
      </>
    ),
  },
  {
    id: "share",
    title: "相同比例",
    isShort: true,
    cell: (row) => {
      const { jaccard, ofA, ofB } = allShares(row);
      const own = ownShares(row).jaccard;
      return (
        <>
          <strong>{formatPercent(jaccard)}</strong>
          <br />
          <span className="soft small">
            占甲 {formatPercent(ofA)}，占乙 {formatPercent(ofB)}
            {own === null ? null : (
              <>
                <br />
                除基本信息外 {formatPercent(own)}
              </>
            )}
          </span>
        </>
      );
    },
  },
  {
    id: "frequency",
    title: "多久报一次",
    isShort: true,
    cell: (row) => <Sides row={row}>{(side) => known(side, frequencyText(side))}</Sides>,
  },
  {
    id: "hours",
    title: "年负担",
    isShort: true,
    cell: (row) => (
      <Sides row={row}>{(side) => known(side, side.hours === null ? null : formatHours(side.hours))}</Sides>
    ),
  },
];

/** One line a form, marked so that the lines of a row can be told apart. */
function Sides({ row, children }: { row: FormPairRow; children: (side: OverlapSide) => ReactNode }) {
  return (
    <ul className={styles.sides}>
      {(["甲", "乙"] as const).map((mark) => (
        <li key={mark}>
          <span className={styles.mark}>{mark}</span>
          <span>{children(mark === "甲" ? row.a : row.b)}</span>
        </li>
      ))}
    </ul>
  );
}

function FormName({ side }: { side: OverlapSide }) {
  return (
    <>
      {side.reached ? <Link href={`/assets/${side.id}`}>{side.name}</Link> : side.name}{" "}
      <span className="soft small">{side.unitName ?? "主办单位未知"}</span>
    </>
  );
}

/** A department sees of another's form that there is one, and no more. */
function known({ reached }: OverlapSide, text: string | null) {
  if (!reached) return <span className="soft">不公开</span>;
  return text ?? <Unknown />;
}
