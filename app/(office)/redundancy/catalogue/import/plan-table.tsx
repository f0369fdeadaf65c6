"use client";

import { Alert, Button } from "antd";
import { useState } from "react";
import { changeText } from "#lib/redundancy/catalogue/change-text.ts";
import type { ImportRow } from "#lib/redundancy/catalogue/import-plan.ts";
import { DataTable, type TableColumn } from "../../../../_components/data-table.tsx";
import styles from "../catalogue.module.css";
import type { CheckedImport } from "./check/route.ts";

type Kind = ImportRow["is"];
const KINDS: readonly Kind[] = ["error", "added", "replaced", "changed", "same"];
const KIND_LABEL: Record<Kind, string> = {
  error: "有错误，不导入",
  added: "新增",
  replaced: "改为本机关的",
  changed: "修改",
  same: "没有变化",
};
/** Rows that are shown at once; a browser has its limits, and the counts are of all. */
const SHOWN = 300;

const COLUMNS: TableColumn<ImportRow>[] = [
  {
    id: "row",
    title: "行",
    cell: ({ rowNo, name, identifier }) => `第 ${rowNo} 行  ${[identifier, name].filter(Boolean).join(" ")}`,
  },
  { id: "is", title: "结果", isShort: true, cell: ({ is }) => KIND_LABEL[is] },
  {
    id: "detail",
    title: "内容",
    cell: (row) =>
      row.is === "error" ? (
        <ul className={styles.problems}>
          {row.problems.map(({ column, message }) => (
            <li key={`${column}${message}`}>
              {column === null ? "" : `${column}：`}
              {message}
            </li>
          ))}
        </ul>
      ) : row.changes.length === 0 ? (
        ""
      ) : (
        <ul className={styles.problems}>
          {row.changes.map((change) => (
            <li key={change.column}>{changeText(change)}</li>
          ))}
        </ul>
      ),
  },
];

/** What an import would do, kind by kind and row by row, and the button that does it. */
export function PlanTable({
  plan,
  isWriting,
  refusal,
  onConfirm,
}: {
  plan: CheckedImport;
  isWriting: boolean;
  refusal: string | undefined;
  onConfirm: () => void;
}) {
  const counts = new Map(KINDS.map((kind) => [kind, plan.rows.filter(({ is }) => is === kind).length]));
  const count = (kind: Kind) => counts.get(kind) ?? 0;
  const present = KINDS.filter((kind) => count(kind) > 0);
  const [kind, setKind] = useState<Kind | undefined>(present[0]);
  const writes = count("added") + count("replaced") + count("changed");
  const rows = plan.rows.filter(({ is }) => is === kind);
  return (
    <section className="stack" aria-label="试算结果">
      <div className="row">
        {present.map((one) => (
          <Button key={one} type={one === kind ? "primary" : "default"} onClick={() => setKind(one)}>
            {KIND_LABEL[one]} {count(one).toLocaleString("zh-CN")} 行
          </Button>
        ))}
      </div>
      {plan.passedOver.length === 0 ? null : (
        <p className="soft">不认识、没有读取的列：{plan.passedOver.map((name) => `“${name}”`).join("、")}。</p>
      )}
      {plan.rows.length === 0 ? <p>文件里没有数据行。</p> : null}
      {rows.length === 0 ? null : (
        <DataTable
          caption="试算结果"
          columns={COLUMNS}
          rows={rows.slice(0, SHOWN)}
          rowKey={({ rowNo }) => String(rowNo)}
        />
      )}
      {rows.length > SHOWN ? <p className="soft">只列出前 {SHOWN} 行，行数按全部计算。</p> : null}
      {refusal === undefined ? null : <Alert role="alert" type="error" showIcon title={refusal} />}
      <div className="row">
        <Button type="primary" disabled={writes === 0} loading={isWriting} onClick={onConfirm}>
          {writes === 0
            ? "没有要导入的行"
            : `确认导入 ${writes.toLocaleString("zh-CN")} 行${count("error") === 0 ? "" : `，跳过有错误的 ${count("error").toLocaleString("zh-CN")} 行`}`}
        </Button>
      </div>
    </section>
  );
}
