"use client";

import { Alert, Button } from "antd";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useId, useState } from "react";
import { ASSET_KIND_LABEL, ASSET_KINDS, type AssetKind } from "#lib/asset/vocabulary.ts";
import { formatNumber } from "#lib/format/number.ts";
import type { DryRunItem, Standing } from "#lib/risk/dry-run.ts";
import { verdictText } from "#lib/risk/dry-run-rows.ts";
import { DataTable, type TableColumn } from "../../../../_components/data-table.tsx";
import { Pager } from "../../../../_components/pager.tsx";
import { BandTag } from "../../../../_components/tags.tsx";
import assessmentStyles from "../../../assessments/assessments.module.css";
import filterStyles from "../draft.module.css";
import { downloadMoved } from "./download-moved.ts";
import { filterHref, isListed, MOVE_LABEL, type Move, type MovedFilter, readFilter } from "./moved-items.ts";

const PAGE = 50;

/** The items that a draft would move, and by which rules: filtered, page by page, and as a workbook of exactly these rows. */
export function MovedList({ items, judged, asOf }: { items: readonly DryRunItem[]; judged: number; asOf: string }) {
  const id = useId();
  const filter = readFilter(new URLSearchParams(useSearchParams()));
  const [failure, setFailure] = useState<string | null>(null);
  const listed = items.filter((item) => isListed(item, filter));
  const pages = Math.max(1, Math.ceil(listed.length / PAGE));
  const page = Math.min(filter.page, pages);
  const shown = listed.slice((page - 1) * PAGE, page * PAGE);
  const show = (known: Partial<MovedFilter>) =>
    window.history.replaceState(null, "", filterHref({ ...filter, page: 1, ...known }));
  return (
    <section className="stack" aria-label="会变化的条目">
      <div className="row spread">
        <h2>
          会变化的条目（{formatNumber(items.length)} / {formatNumber(judged)}）
        </h2>
        <Button disabled={listed.length === 0} onClick={async () => setFailure(await downloadMoved(listed, asOf))}>
          导出这 {formatNumber(listed.length)} 条
        </Button>
      </div>
      {failure === null ? null : <Alert type="error" showIcon title={failure} />}
      <search className={filterStyles.filter}>
        <div>
          <label htmlFor={`${id}-0`}>变化</label>
          <select id={`${id}-0`} value={filter.move} onChange={(event) => show({ move: event.target.value as Move })}>
            {(Object.keys(MOVE_LABEL) as Move[]).map((move) => (
              <option key={move} value={move}>
                {MOVE_LABEL[move]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor={`${id}-1`}>种类</label>
          <select
            id={`${id}-1`}
            value={filter.kind}
            onChange={(event) => show({ kind: event.target.value as AssetKind | "" })}
          >
            <option value="">全部种类</option>
            {ASSET_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {ASSET_KIND_LABEL[kind]}
              </option>
            ))}
          </select>
        </div>
        <p role="status" className="soft">
          {formatNumber(listed.length)} 条
        </p>
      </search>
      {listed.length === 0 ? <p className="soft">没有这样的条目，请放宽条件。</p> : null}
      {listed.length === 0 ? null : (
        <DataTable caption="会变化的条目" columns={COLUMNS} rows={shown} rowKey={(row) => row.assetId} />
      )}
      {listed.length > PAGE ? (
        <Pager
          first={(page - 1) * PAGE + 1}
          shown={shown.length}
          total={listed.length}
          unit="条"
          previous={page > 1 ? filterHref({ ...filter, page: page - 1 }) : undefined}
          next={page < pages ? filterHref({ ...filter, page: page + 1 }) : undefined}
        />
      ) : null}
    </section>
  );
}

const COLUMNS: readonly TableColumn<DryRunItem>[] = [
  { id: "name", title: "条目", cell: (row) => <Link href={`/assets/${row.assetId}`}>{row.name}</Link> },
  { id: "kind", title: "种类", isShort: true, cell: (row) => ASSET_KIND_LABEL[row.kind] },
  {
    id: "unit",
    title: "单位",
    cell: (row) =>
      row.unitId === null || row.unitName === null ? (
        <span className="soft">未知</span>
      ) : (
        <Link href={`/units/${row.unitId}`}>{row.unitName}</Link>
      ),
  },
  { id: "before", title: "现行", isShort: true, cell: (row) => <Side of={row.before} /> },
  { id: "after", title: "草稿", isShort: true, cell: (row) => <Side of={row.after} /> },
  {
    id: "rules",
    title: "因为哪些规则",
    cell: (row) => (
      <ul className={assessmentStyles.moved}>
        {row.rules.map((rule) => (
          <li key={rule.ruleId}>
            <Link href={`/rules#${rule.ruleId}`}>{rule.title}</Link>：{verdictText(rule.before)}
            <span className={assessmentStyles.arrow}>→</span>
            {verdictText(rule.after)}
            {rule.evidence === "" ? null : <span className="soft small">（{rule.evidence}）</span>}
          </li>
        ))}
      </ul>
    ),
  },
];

function Side({ of }: { of: Standing }) {
  return (
    <>
      <BandTag band={of.band} /> {formatNumber(of.score, 1)} 分
    </>
  );
}
