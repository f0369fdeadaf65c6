"use client";

import { App, Button, Checkbox } from "antd";
import Link from "next/link";
import { useState, useTransition } from "react";
import type { Candidate } from "#db/queries/review-candidates.ts";
import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import { formatHours } from "#lib/format/hours.ts";
import { AGENDA_MAX, type CandidateFilter } from "#lib/review/inputs.ts";
import { DECISION_LABEL } from "#lib/review/vocabulary.ts";
import { DataTable, type TableColumn } from "../../../../_components/data-table.tsx";
import { BandTag, DecisionTag, Unknown } from "../../../../_components/tags.tsx";
import { addReviewItemsAction } from "../../actions.ts";
import styles from "./candidate-table.module.css";

/** Candidates to pick from, one by one, a page at a time, or all that the filter finds. */
export function CandidateTable({
  sessionId,
  filter,
  candidates,
  total,
}: {
  sessionId: string;
  filter: CandidateFilter;
  candidates: Candidate[];
  total: number;
}) {
  const { message } = App.useApp();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [isPending, start] = useTransition();
  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const isAllPicked = candidates.every((candidate) => picked.has(candidate.id));
  const add = (input: { assetIds: string[] } | { filter: CandidateFilter }) =>
    start(async () => {
      const answer = await addReviewItemsAction(null, { sessionId, ...input });
      if (!answer.ok) {
        message.error(answer.message, 6);
        return;
      }
      setPicked(new Set());
      message.success(`已列入 ${answer.result.added} 个条目`);
    });

  const columns: TableColumn<Candidate>[] = [
    {
      id: "name",
      title: "条目",
      cell: (row) => (
        <Checkbox checked={picked.has(row.id)} onChange={() => toggle(row.id)}>
          {row.name}
          <span className={styles.unit}>{row.unitName ?? "主办单位未知"}</span>
        </Checkbox>
      ),
    },
    { id: "kind", title: "种类", isShort: true, cell: (row) => ASSET_KIND_LABEL[row.kind] },
    { id: "band", title: "风险等次", isShort: true, cell: (row) => <BandTag band={row.band} /> },
    { id: "hits", title: "命中规则", isNumber: true, cell: (row) => row.hits ?? <Unknown>未研判</Unknown> },
    { id: "exempt", title: "已豁免", isNumber: true, cell: (row) => row.exempt ?? <Unknown>未研判</Unknown> },
    {
      id: "burden",
      title: "年负担",
      isNumber: true,
      cell: (row) => (row.burdenMid === null ? <Unknown /> : formatHours(row.burdenMid)),
    },
    {
      id: "recommendation",
      title: "处置建议",
      isShort: true,
      cell: (row) =>
        row.recommendation === null ? <span className="soft">无法建议</span> : DECISION_LABEL[row.recommendation],
    },
    {
      id: "decision",
      title: "已有决定",
      isShort: true,
      cell: (row) =>
        row.decision === null ? <span className="soft">无</span> : <DecisionTag decision={row.decision} />,
    },
    {
      id: "open",
      title: "详情",
      isShort: true,
      cell: (row) => (
        <Link href={`/assets/${row.id}`} target="_blank" aria-label={`在新窗口查看 ${row.name}`}>
          查看
        </Link>
      ),
    },
  ];

  return (
    <>
      <div className={`row spread ${styles.bar}`}>
        <Checkbox
          checked={isAllPicked}
          indeterminate={picked.size > 0 && !isAllPicked}
          onChange={() => setPicked(isAllPicked ? new Set() : new Set(candidates.map((candidate) => candidate.id)))}
        >
          选择本页 {candidates.length} 条
        </Checkbox>
        <div className="row">
          {total <= AGENDA_MAX ? (
            <Button disabled={isPending} onClick={() => add({ filter })}>
              列入全部 {total.toLocaleString("zh-CN")} 条
            </Button>
          ) : null}
          <Button
            type="primary"
            loading={isPending}
            disabled={picked.size === 0}
            onClick={() => add({ assetIds: [...picked] })}
          >
            列入所选 {picked.size} 条
          </Button>
        </div>
      </div>
      <DataTable caption="可列入的条目" columns={columns} rows={candidates} rowKey={(row) => row.id} />
    </>
  );
}
