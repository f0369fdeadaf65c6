import Link from "next/link";
import type { AppCut } from "#db/queries/app-overlap-filter.ts";
import type { AppPairRow, AppSide } from "#db/queries/app-overlaps.ts";
import { formatNumber } from "#lib/format/number.ts";
import { formatPercent } from "#lib/format/percent.ts";
import { SHARED_USERS_LABEL } from "#lib/redundancy/app/shared-users.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { ToneTag, Unknown } from "../../../_components/tags.tsx";
import styles from "../pairs.module.css";
import { WhatIfLink } from "../what-if-link.tsx";
import { candidateText, evidenceOf, usersOf } from "./columns.ts";
import { compareAppsHref } from "./search-params.ts";

/** Pairs of apps, one a row: each kind of evidence in a column of its own, and none of them summed up. */
export function PairTable({
  rows,
  cut,
  mayPropose,
}: {
  rows: readonly AppPairRow[];
  cut: AppCut;
  mayPropose: boolean;
}) {
  return (
    <DataTable
      caption="功能、文字或使用对象相近的应用"
      columns={columns(cut, mayPropose)}
      rows={rows}
      rowKey={({ a, b }) => `${a.id} ${b.id}`}
    />
  );
}

const columns = (cut: AppCut, mayPropose: boolean): readonly TableColumn<AppPairRow>[] => [
  {
    id: "apps",
    title: "两个应用",
    cell: ({ a, b }) => (
      <div className={styles.pair}>
        <ul className={styles.sides}>
          <Side mark="甲" side={a} />
          <Side mark="乙" side={b} />
        </ul>
        {a.users === null || b.users === null ? null : (
          <p className={`${styles.ways} no-print`}>
            <Link href={compareAppsHref([a.id, b.id])} aria-label={`并排比对“${a.name}”和“${b.name}”`}>
              并排比对
            </Link>
            {mayPropose ? <WhatIfLink a={a} b={b} /> : null}
          </p>
        )}
      </div>
    ),
  },
  {
    id: "candidate",
    title: "结论",
    isShort: true,
    cell: (row) => {
      const evidence = evidenceOf(row, cut);
      const tone = { functions: "strong", check: "check" } as const;
      return (
        <ToneTag tone={evidence.candidate === null ? undefined : tone[evidence.candidate]}>
          {candidateText(evidence)}
        </ToneTag>
      );
    },
  },
  { id: "functions", title: "依据一：功能", cell: (row) => <Functions row={row} cut={cut} /> },
  { id: "text", title: "依据二：名称和用途", cell: (row) => <Text row={row} cut={cut} /> },
  { id: "users", title: "依据三：使用对象", cell: (row) => <Users row={row} /> },
];

function Side({ mark, side }: { mark: "甲" | "乙"; side: AppSide }) {
  return (
    <li>
      <span className={styles.mark}>{mark}</span>
      <span>
        {side.users === null ? side.name : <Link href={`/assets/${side.id}`}>{side.name}</Link>}{" "}
        <span className="soft small">{side.unitName ?? "主办单位未知"}</span>
      </span>
    </li>
  );
}

function Functions({ row, cut }: { row: AppPairRow; cut: AppCut }) {
  const { sizeA, sizeB } = row.counts;
  const { functions } = evidenceOf(row, cut);
  if (functions === null) {
    const which = sizeA === 0 && sizeB === 0 ? "两个应用都" : sizeA === 0 ? "甲" : "乙";
    return <Unknown>{`${which}没有列明功能`}</Unknown>;
  }
  return (
    <>
      <strong>{functions.agrees ? "相近" : "未达门槛"}</strong>：{formatNumber(functions.shared)} 项相同
      <br />
      <span className="soft small">
        占甲 {formatPercent(functions.coveredA)}（共 {formatNumber(sizeA)} 项），占乙{" "}
        {formatPercent(functions.coveredB)}
        （共 {formatNumber(sizeB)} 项）
        {row.functions.length === 0 ? null : (
          <>
            <br />
            {row.functions.join("、")}
          </>
        )}
      </span>
    </>
  );
}

function Text({ row, cut }: { row: AppPairRow; cut: AppCut }) {
  const { text } = evidenceOf(row, cut);
  if (text === null) return <Unknown>没有可比的文字</Unknown>;
  return (
    <>
      <strong>{text.agrees ? "相近" : "未达门槛"}</strong>
      <br />
      <span className="soft small">{formatPercent(text.jaccard)} 的用字相同</span>
    </>
  );
}

function Users({ row }: { row: AppPairRow }) {
  const users = usersOf(row);
  if (users === null) return <span className="soft">不公开</span>;
  return (
    <>
      {users.verdict === "unknown" ? (
        <Unknown>{SHARED_USERS_LABEL.unknown}</Unknown>
      ) : (
        <strong>{SHARED_USERS_LABEL[users.verdict]}</strong>
      )}
      <br />
      <span className="soft small">{users.words.join("；")}</span>
    </>
  );
}
