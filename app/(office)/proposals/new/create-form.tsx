"use client";

import { Button, Input, Select } from "antd";
import { useRouter } from "next/navigation";
import { useEffect, useId, useState } from "react";
import { WORK_LINE_LABEL } from "#lib/asset/vocabulary.ts";
import { formatDay } from "#lib/format/date.ts";
import { useStream } from "../../../_components/use-stream.ts";
import { Computing } from "../computing.tsx";
import { ParameterFields, type TypedParameters } from "../parameter-fields.tsx";
import styles from "../proposals.module.css";

const SCOPES = { all: "全部运行中的表单", lines: "按条线", units: "按主办单位", picked: "已选的表单" } as const;
type Scope = keyof typeof SCOPES;

/** What a proposal is about and by which figures it is computed; it begins at once, and can be cancelled. */
export function CreateForm({
  regions,
  units,
  picked,
  left,
  scope,
  today,
}: {
  regions: { code: string; name: string }[];
  units: { id: string; name: string; regionCode: string }[];
  picked: { id: string; name: string; unitName: string | null }[];
  /** Items sent along that are no forms. */
  left: number;
  scope: string;
  today: string;
}) {
  const id = useId();
  const router = useRouter();
  const [name, setName] = useState(`表单整合方案（${formatDay(today)}）`);
  const [regionCode, setRegion] = useState(scope);
  const [about, setAbout] = useState<Scope>(picked.length > 0 ? "picked" : "all");
  const [workLines, setLines] = useState<string[]>([]);
  const [unitIds, setUnits] = useState<string[]>([]);
  const [parameters, setParameters] = useState<TypedParameters>({});
  const { state, start, cancel } = useStream<{ proposalId: string }>("/proposals/compute");
  const made = state.is === "done" ? state.result.proposalId : undefined;
  useEffect(() => {
    if (made !== undefined) router.push(`/proposals/${made}`);
  }, [made, router]);
  const isRunning = state.is === "running" || state.is === "done";
  const isEmpty = (about === "lines" && workLines.length === 0) || (about === "units" && unitIds.length === 0);
  return (
    <form
      className="panel stack"
      aria-label="新建整合方案"
      onSubmit={(event) => {
        event.preventDefault();
        start({
          name,
          regionCode,
          workLines: about === "lines" ? workLines : [],
          unitIds: about === "units" ? unitIds : [],
          assetIds: about === "picked" ? picked.map((one) => one.id) : [],
          parameters,
        });
      }}
    >
      <div className={styles.form}>
        <div className={styles.wide}>
          <label htmlFor={`${id}-name`}>方案名称</label>
          <Input
            id={`${id}-name`}
            value={name}
            maxLength={80}
            disabled={isRunning}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-region`}>地区</label>
          <Select
            id={`${id}-region`}
            showSearch={{ optionFilterProp: "label" }}
            value={regionCode}
            disabled={isRunning}
            style={{ width: "100%" }}
            options={regions.map(({ code, name: label }) => ({ value: code, label }))}
            onChange={setRegion}
          />
        </div>
        <fieldset className={styles.wide} style={{ border: 0, margin: 0, padding: 0 }} disabled={isRunning}>
          <legend className={styles.label}>范围</legend>
          <div className={styles.choices}>
            {(Object.keys(SCOPES) as Scope[])
              .filter((one) => one !== "picked" || picked.length > 0)
              .map((one) => (
                <span key={one} className="row">
                  <input
                    id={`${id}-${one}`}
                    type="radio"
                    name="about"
                    checked={about === one}
                    onChange={() => setAbout(one)}
                  />
                  <label htmlFor={`${id}-${one}`} style={{ margin: 0 }}>
                    {SCOPES[one]}
                    {one === "picked" ? `（${picked.length} 张）` : ""}
                  </label>
                </span>
              ))}
          </div>
        </fieldset>
        {about === "lines" ? (
          <div className={styles.wide}>
            <label htmlFor={`${id}-lines`}>条线</label>
            <Select
              id={`${id}-lines`}
              mode="multiple"
              value={workLines}
              disabled={isRunning}
              style={{ width: "100%" }}
              options={Object.entries(WORK_LINE_LABEL).map(([value, label]) => ({ value, label }))}
              onChange={setLines}
            />
          </div>
        ) : null}
        {about === "units" ? (
          <div className={styles.wide}>
            <label htmlFor={`${id}-units`}>主办单位</label>
            <Select
              id={`${id}-units`}
              mode="multiple"
              showSearch={{ optionFilterProp: "label" }}
              value={unitIds}
              disabled={isRunning}
              style={{ width: "100%" }}
              options={units.map(({ id: value, name: label }) => ({ value, label }))}
              onChange={setUnits}
            />
          </div>
        ) : null}
        {about === "picked" ? (
          <div className={styles.wide}>
            <ol className={styles.picked}>
              {picked.map((one) => (
                <li key={one.id}>
                  {one.name}
                  <span className="soft">，{one.unitName ?? "主办单位未知"}</span>
                </li>
              ))}
            </ol>
            {left > 0 ? <p className="soft small">另有 {left} 项不是表单，整合方案只整合表单。</p> : null}
          </div>
        ) : null}
      </div>
      <details>
        <summary>测算参数：用时和合并的限制（默认值可改，改过的会写进方案）</summary>
        <div style={{ marginTop: 12 }}>
          <ParameterFields typed={parameters} onChange={setParameters} disabled={isRunning} />
        </div>
      </details>
      <Computing state={state} cancel={cancel} />
      {isRunning ? null : (
        <div className="row">
          <Button type="primary" htmlType="submit" disabled={isEmpty}>
            测算第一轮
          </Button>
          {isEmpty ? <span className="soft">请先选择{about === "lines" ? "条线" : "主办单位"}</span> : null}
        </div>
      )}
    </form>
  );
}
