"use client";

import { Alert, Button, Select } from "antd";
import { useId, useRef, useState } from "react";
import { ASSET_KIND_LABEL, ASSET_KINDS, type AssetKind } from "#lib/asset/vocabulary.ts";
import { DEFAULT_LIMITS } from "#lib/table/table.ts";
import styles from "../imports.module.css";

export type FileSettings = {
  file: File;
  kind: AssetKind;
  regionCode: string;
  assignRegion: boolean;
  sheet?: string | undefined;
};

const MAX_MB = DEFAULT_LIMITS.fileBytes / 1024 / 1024;

/** Which file, what it lists, and where its rows belong. */
export function FileForm({
  regions,
  scope,
  isBusy,
  onChosen,
}: {
  regions: { code: string; name: string }[];
  scope: string;
  isBusy: boolean;
  onChosen: (settings: FileSettings) => void;
}) {
  const id = useId();
  // Read from the field itself: a file chosen before the page is ready to listen counts too.
  const field = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<AssetKind | undefined>(undefined);
  const [regionCode, setRegion] = useState(scope);
  const [assignRegion, setAssign] = useState(false);
  const [missing, setMissing] = useState<string | null>(null);

  function submit() {
    const file = field.current?.files?.[0] ?? null;
    if (file === null) setMissing("请选择文件");
    else if (file.size > DEFAULT_LIMITS.fileBytes) setMissing(`文件超过 ${MAX_MB} MB 的上限，请拆成几个文件分别导入`);
    else if (kind === undefined) setMissing("请选择台账的种类");
    else {
      setMissing(null);
      onChosen({ file, kind, regionCode, assignRegion });
    }
  }

  return (
    <form
      className="panel stack"
      aria-label="选择文件"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div>
        <label htmlFor={`${id}-file`}>台账文件（CSV 或 XLSX，不超过 {MAX_MB} MB）</label>
        <input
          ref={field}
          id={`${id}-file`}
          className={styles.file}
          type="file"
          accept=".csv,.txt,.tsv,.xlsx,.xlsm"
          disabled={isBusy}
        />
      </div>
      <div className={styles.fields}>
        <div>
          <label htmlFor={`${id}-kind`}>台账的种类</label>
          <Select
            id={`${id}-kind`}
            value={kind}
            disabled={isBusy}
            placeholder="请选择"
            style={{ width: "100%" }}
            options={ASSET_KINDS.map((value) => ({ value, label: ASSET_KIND_LABEL[value] }))}
            onChange={setKind}
          />
        </div>
        {regions.length > 1 ? (
          <div>
            <label htmlFor={`${id}-region`}>没有写区划代码的行归到</label>
            <Select
              id={`${id}-region`}
              showSearch={{ optionFilterProp: "label" }}
              value={regionCode}
              disabled={isBusy}
              style={{ width: "100%" }}
              options={regions.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={setRegion}
            />
          </div>
        ) : null}
        <div>
          <span className={styles.label}>区划</span>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={assignRegion}
              disabled={isBusy}
              onChange={(event) => setAssign(event.target.checked)}
            />
            统一归口：不论行里写的地区，都归到所选区划，原文保留
          </label>
        </div>
      </div>
      {missing === null ? null : <Alert type="error" showIcon title={missing} />}
      <div className="row">
        <Button type="primary" htmlType="submit" disabled={isBusy}>
          读取表头
        </Button>
      </div>
    </form>
  );
}
