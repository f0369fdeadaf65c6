"use client";

import { Button, Select } from "antd";
import Link from "next/link";
import { useId, useState } from "react";
import type { UnitChoice } from "#db/queries/units.ts";
import { FORM_FIELDS } from "#lib/asset/fields/form.ts";
import { GROUP_FIELDS } from "#lib/asset/fields/group.ts";
import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import { CHECKED_KINDS, type CheckedKind } from "#lib/redundancy/check/vocabulary.ts";
import { CheckResult } from "../../_components/check-result.tsx";
import { useCheck } from "../../_components/use-check.ts";
import styles from "./check-new.module.css";
import { readFieldsFile } from "./read-fields-file.ts";

/** A draft beside what is like it; each change is checked after a short pause. */
export function CheckDesk({
  kind,
  units,
  ownUnit,
}: {
  kind: CheckedKind;
  units: UnitChoice[];
  ownUnit: UnitChoice | undefined;
}) {
  const id = useId();
  const [draft, setDraft] = useState<Record<string, string>>({});
  const [unitId, setUnitId] = useState<string | undefined>(ownUnit?.id);
  const put = (name: string) => (event: { target: { value: string } }) =>
    setDraft((now) => ({ ...now, [name]: event.target.value }));
  const isEmpty = Object.values(draft).every((value) => value.trim() === "");
  const state = useCheck(isEmpty ? null : { kind, unitId, ...draft });
  const control = (name: string) => ({ id: `${id}-${name}`, value: draft[name] ?? "", onChange: put(name) });
  return (
    <div className={styles.desk}>
      <form className={`panel stack ${styles.draft}`} aria-label="草稿" onSubmit={(event) => event.preventDefault()}>
        <nav aria-label="种类" className={styles.kinds}>
          {CHECKED_KINDS.map((one) => (
            <Link key={one} href={`/check-new?kind=${one}`} aria-current={one === kind ? "true" : undefined}>
              {ASSET_KIND_LABEL[one]}
            </Link>
          ))}
        </nav>
        <label className={styles.field} htmlFor={`${id}-name`}>
          名称
          <input {...control("name")} maxLength={200} />
        </label>
        {ownUnit === undefined ? (
          <label className={styles.field} htmlFor={`${id}-unit`}>
            主办单位
            <Select
              id={`${id}-unit`}
              showSearch={{ optionFilterProp: "label" }}
              allowClear
              placeholder="未知"
              value={unitId}
              options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
              onChange={(chosen: string | undefined) => setUnitId(chosen)}
            />
          </label>
        ) : (
          <p className="soft">主办单位：{ownUnit.name}</p>
        )}
        {kind === "form" ? (
          <>
            <label className={styles.field} htmlFor={`${id}-respondent`}>
              填报主体
              <select {...control("respondent")}>
                <option value="">未知（与所有表比对）</option>
                {Object.entries(FORM_FIELDS.respondent.options).map(([code, label]) => (
                  <option key={code} value={code}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <label className={styles.field} htmlFor={`${id}-fields`}>
              表内字段
              <textarea
                {...control("fields")}
                rows={12}
                placeholder={"一行写一个字段，也可以从表格直接粘贴表头\n姓名\n身份证号\n现住址"}
              />
            </label>
            <FieldsFile onRead={(labels) => setDraft((now) => ({ ...now, fields: labels.join("\n") }))} />
          </>
        ) : kind === "app" ? (
          <>
            <label className={styles.field} htmlFor={`${id}-functions`}>
              主要功能
              <textarea {...control("functions")} rows={8} placeholder="一行写一项，或用顿号隔开" />
            </label>
            <label className={styles.field} htmlFor={`${id}-matters`}>
              录入事项
              <textarea {...control("matters")} rows={3} placeholder="基层在应用里逐件录入的工作事项" />
            </label>
            <label className={styles.field} htmlFor={`${id}-purpose`}>
              主要用途
              <textarea {...control("purpose")} rows={3} />
            </label>
          </>
        ) : (
          <>
            <label className={styles.field} htmlFor={`${id}-matter`}>
              对应工作事项
              <input {...control("matter")} maxLength={500} />
            </label>
            <label className={styles.field} htmlFor={`${id}-topic`}>
              工作主题
              <select {...control("topic")}>
                <option value="">未知</option>
                {Object.entries(GROUP_FIELDS.topic.options).map(([code, label]) => (
                  <option key={code} value={code}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
      </form>
      <section className="panel" aria-labelledby={`${id}-result`}>
        <h2 id={`${id}-result`}>比对结果</h2>
        <CheckResult state={state} />
      </section>
    </div>
  );
}

/** A workbook whose header row, or list of fields, takes the place of what was typed. */
function FieldsFile({ onRead }: { onRead: (labels: string[]) => void }) {
  const id = useId();
  const [told, setTold] = useState<{ tone: "done" | "refused"; text: string } | null>(null);
  const [isReading, setReading] = useState(false);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    setReading(true);
    const outcome = await readFieldsFile(file);
    setReading(false);
    if (outcome.ok) {
      onRead(outcome.labels);
      setTold({ tone: "done", text: `已从“${file.name}”读出 ${outcome.labels.length} 个字段，可以继续修改` });
    } else setTold({ tone: "refused", text: outcome.message });
  };
  return (
    <div className="row">
      <input
        id={id}
        type="file"
        className="visually-hidden"
        accept=".xlsx,.csv"
        aria-label="从文件读字段"
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <Button loading={isReading} onClick={() => document.getElementById(id)?.click()}>
        从 xlsx 或 csv 读表头
      </Button>
      <span role="status" className={told?.tone === "refused" ? styles.refused : "soft"}>
        {told?.text}
      </span>
    </div>
  );
}
