"use client";

import { Alert, Button } from "antd";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { MAX_IMPORT_BYTES, MAX_IMPORT_ROWS } from "#lib/redundancy/catalogue/limits.ts";
import { useStream } from "../../../../_components/use-stream.ts";
import styles from "../catalogue.module.css";
import type { CheckedImport } from "./check/route.ts";
import { PlanTable } from "./plan-table.tsx";

type Imported = { added: number; replaced: number; changed: number; same: number; refused: number };
type Checked =
  | { is: "none" }
  | { is: "checking" }
  | { is: "refused"; message: string }
  | { is: "planned"; file: File; plan: CheckedImport };

const BROKEN = "连接中断，没有作任何改动，请重试";
const upload = (file: File, told: object) => new Blob([JSON.stringify({ ...told, fileName: file.name }), "\n", file]);

/** Chooses a file, shows what it would do row by row, and writes it once it is confirmed. */
export function ImportForm() {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [checked, setChecked] = useState<Checked>({ is: "none" });
  const { state, start } = useStream<Imported>("/redundancy/catalogue/import/commit");
  const isBusy = checked.is === "checking" || state.is === "running";

  async function check(file: File) {
    if (file.size > MAX_IMPORT_BYTES) {
      setChecked({ is: "refused", message: `文件超过 ${MAX_IMPORT_BYTES / 1024 / 1024} MB 的上限，请拆成几个文件` });
      return;
    }
    setChecked({ is: "checking" });
    try {
      const answer = await fetch("/redundancy/catalogue/import/check", {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: upload(file, {}),
      });
      const told = (await answer.json()) as CheckedImport | { message: string };
      setChecked("message" in told ? { is: "refused", message: told.message } : { is: "planned", file, plan: told });
    } catch {
      setChecked({ is: "refused", message: BROKEN });
    }
  }

  useEffect(() => {
    if (state.is === "done") router.refresh();
  }, [state, router]);

  if (state.is === "done") {
    const { added, replaced, changed, same, refused } = state.result;
    return (
      <Alert
        role="status"
        type="success"
        showIcon
        title={`已导入：新增 ${added} 条，改为本机关的 ${replaced} 条，修改 ${changed} 条；没有变化 ${same} 条，有错误没有导入 ${refused} 条。`}
        action={<Button onClick={() => router.push("/redundancy/catalogue?from=own")}>查看本机关的</Button>}
      />
    );
  }
  return (
    <div className="stack">
      <section className="panel stack" aria-label="选择文件">
        <p className="soft">
          支持 .xlsx 和 .csv，最大 {MAX_IMPORT_BYTES / 1024 / 1024} MB、{MAX_IMPORT_ROWS.toLocaleString("zh-CN")}{" "}
          行。按标识符认出是哪一条；表里没有的列不动，留空的格子记为未知；目录里没有出现在表上的不受影响。
        </p>
        <div className="row">
          <label className={styles.file} data-busy={isBusy || undefined}>
            {checked.is === "none" ? "选择文件" : "重新选择文件"}
            <input
              ref={field}
              className="visually-hidden"
              type="file"
              accept=".xlsx,.csv"
              disabled={isBusy}
              onChange={(event) => {
                const file = event.target.files?.[0];
                // The same file may be chosen again after it was mended.
                event.target.value = "";
                if (file) void check(file);
              }}
            />
          </label>
          {checked.is === "checking" ? <span role="status">正在试算……</span> : null}
          {checked.is === "planned" ? <span className="soft">{checked.file.name}</span> : null}
        </div>
        {checked.is === "refused" ? <Alert role="alert" type="error" showIcon title={checked.message} /> : null}
      </section>
      {checked.is === "planned" ? (
        <PlanTable
          plan={checked.plan}
          isWriting={state.is === "running"}
          refusal={state.is === "refused" ? state.message : undefined}
          onConfirm={() => start(upload(checked.file, { seen: checked.plan.mark }))}
        />
      ) : null}
    </div>
  );
}
