"use client";

import { Alert, Button, Steps } from "antd";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { CheckedImport } from "#db/commands/check-import.ts";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { useStream } from "../../../_components/use-stream.ts";
import type { PreviewAnswer } from "../columns/route.ts";
import { StreamProgress } from "../stream-progress.tsx";
import { ColumnTable } from "./column-table.tsx";
import { FileForm, type FileSettings } from "./file-form.tsx";

type Known = Extract<PreviewAnswer, { preview: unknown }>;
type Props = {
  regions: { code: string; name: string }[];
  scope: string;
  targets: Record<AssetKind, { value: string; label: string }[]>;
};

/** One line of JSON, then the file as it is: the server reads it while it arrives. */
const upload = (input: object, file: Blob) => new Blob([JSON.stringify(input), "\n", file]);
/** Enough of a text file to find its header; a workbook can only be read whole. */
const HEAD = 512 * 1024;

/** From a file to its dry run: choose, look at the columns, check. The result has a page of its own. */
export function ImportSteps({ regions, scope, targets }: Props) {
  const router = useRouter();
  const [chosen, setChosen] = useState<FileSettings | null>(null);
  const [known, setKnown] = useState<Known | null>(null);
  const [manual, setManual] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const { state, start, cancel } = useStream<CheckedImport>("/imports/check");
  const batchId = state.is === "done" ? state.result.batchId : undefined;
  useEffect(() => {
    if (batchId !== undefined) router.push(`/imports/${batchId}`);
  }, [batchId, router]);

  async function look(settings: FileSettings) {
    setChosen(settings);
    setReading(true);
    setRefusal(null);
    setKnown(null);
    setManual({});
    const { file, kind, regionCode, sheet } = settings;
    const isText = /\.(csv|txt|tsv)$/i.test(file.name);
    try {
      const answer = await fetch("/imports/columns", {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: upload({ kind, fileName: file.name, regionCode, sheet }, isText ? file.slice(0, HEAD) : file),
      });
      const body = (await answer.json()) as PreviewAnswer;
      if ("refusal" in body) setRefusal(body.refusal);
      else setKnown(body);
    } catch {
      setRefusal("连接中断，请重试");
    } finally {
      setReading(false);
    }
  }

  function check() {
    if (chosen === null || known === null) return;
    const { file, ...settings } = chosen;
    const isMapped = known.isRemembered || Object.keys(manual).length > 0;
    const mapping = isMapped ? { ...known.mapping, ...manual } : undefined;
    start(upload({ ...settings, fileName: file.name, mapping: mapping && withoutHints(mapping) }, file));
  }

  const isChecking = state.is === "running" || state.is === "done";
  return (
    <div className="stack">
      <Steps
        current={known === null ? 0 : 1}
        responsive={false}
        size="small"
        items={[{ title: "选择文件" }, { title: "核对各列" }, { title: "看预检结果，提交" }]}
      />
      <FileForm regions={regions} scope={scope} isBusy={isReading || isChecking} onChosen={look} />
      {isReading ? <p role="status">正在读取表头</p> : null}
      {refusal === null ? null : <Alert type="error" showIcon title={refusal} />}
      {known === null || chosen === null ? null : (
        <section className="panel stack" aria-label="核对各列">
          <h2>核对各列</h2>
          <ColumnTable
            known={known}
            manual={manual}
            targets={targets[chosen.kind]}
            isBusy={isChecking}
            onChange={(column, target) => setManual((before) => ({ ...before, [column]: target }))}
            onSheet={(sheet) => void look({ ...chosen, sheet })}
          />
          {isChecking ? (
            <StreamProgress progress={state.is === "running" ? state.progress : null} starting="正在上传" />
          ) : null}
          {state.is === "refused" ? <Alert type="error" showIcon title={state.message} /> : null}
          {state.is === "cancelled" ? <Alert type="info" showIcon title="已取消，没有作任何改动" /> : null}
          <div className="row">
            {isChecking ? (
              <Button onClick={cancel}>取消</Button>
            ) : (
              <Button type="primary" onClick={check}>
                预检
              </Button>
            )}
          </div>
        </section>
      )}
    </div>
  );
}

/** Columns that the system itself had added are passed over again by themselves. */
const withoutHints = (mapping: Record<string, string>) =>
  Object.fromEntries(Object.entries(mapping).filter(([, target]) => target !== "-"));
