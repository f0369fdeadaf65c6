"use client";

import { DataTable } from "../../../_components/data-table.tsx";
import type { PreviewAnswer } from "../columns/route.ts";
import styles from "../imports.module.css";

type Known = Extract<PreviewAnswer, { preview: unknown }>;

/** Each column of the file, a few of its values, and what it is taken for; any of it can be changed. */
export function ColumnTable({
  known,
  manual,
  targets,
  isBusy,
  onChange,
  onSheet,
}: {
  known: Known;
  manual: Record<string, string>;
  targets: { value: string; label: string }[];
  isBusy: boolean;
  onChange: (column: string, target: string) => void;
  onSheet: (sheet: string) => void;
}) {
  const { preview, mapping, isRemembered } = known;
  return (
    <>
      <p className="soft">
        {preview.sheet === null ? `编码 ${preview.encoding}` : `工作表“${preview.sheet}”`}，表头在第 {preview.headerRow}{" "}
        行{isRemembered ? "；沿用上次手工指定的列对应" : ""}。
      </p>
      {preview.otherSheets.length === 0 ? null : (
        <p className="row">
          <span className="soft">其他工作表：</span>
          {preview.otherSheets.map((sheet) => (
            <button key={sheet} type="button" className="button" disabled={isBusy} onClick={() => onSheet(sheet)}>
              改读“{sheet}”
            </button>
          ))}
        </p>
      )}
      <DataTable
        caption="各列对应的内容"
        rows={preview.columns}
        rowKey={({ name }) => name}
        columns={[
          { id: "column", title: "文件里的列", cell: ({ name }) => name },
          {
            id: "samples",
            title: "前几行的内容",
            cell: ({ samples }) => <span className={styles.samples}>{samples.join("；") || "（空）"}</span>,
          },
          {
            id: "target",
            title: "对应",
            cell: ({ name }) =>
              mapping[name] === "-" ? (
                <span className="soft">系统加的提示列，不导入</span>
              ) : (
                <span className={styles.target}>
                  <select
                    aria-label={`“${name}”对应`}
                    disabled={isBusy}
                    value={manual[name] ?? mapping[name] ?? ""}
                    onChange={(event) => onChange(name, event.target.value)}
                  >
                    <option value="">原样保留</option>
                    {targets.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </span>
              ),
          },
        ]}
      />
    </>
  );
}
