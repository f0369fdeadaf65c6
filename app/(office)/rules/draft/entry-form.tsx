"use client";

import { Alert, Button } from "antd";
import { useEffect, useRef, useState, useTransition } from "react";
import { type DraftEntry, entryProblems, standingEntry, WEIGHT_RANGE } from "#lib/risk/draft.ts";
import { isStricterWhenLess, limitText, limitUnit } from "#lib/risk/limit.ts";
import { type Pack, redLinesOver } from "#lib/risk/pack.ts";
import type { Parameter } from "#lib/risk/rule.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import type { FieldErrors } from "../../../_components/action-form.tsx";
import { Field } from "../../../_components/field.tsx";
import { BasisFields } from "./basis-fields.tsx";
import styles from "./draft.module.css";
import { type EntryValues, entryOf, rangeText, valuesOf } from "./entry-values.ts";
import { forgetValues, keepValues, keptUnder, keptValues } from "./kept-values.ts";

export type Refusal = { code: string; message: string };

/**
 * One rule as this office applies it. What is typed is kept by the browser until it is saved or thrown away, so that neither a
 * closed window nor somebody else's save loses it.
 */
export function EntryForm({
  entry,
  above,
  aboveName,
  packRegion,
  regionName,
  regions,
  taken,
  actorId,
  onSave,
  onReset,
  onReload,
  onClose,
}: {
  /** What the form begins with, and goes back to. */
  entry: DraftEntry;
  above: Pack;
  aboveName: string;
  packRegion: string;
  regionName: string;
  /** Regions below that the entry may be moved to; empty: it stays where it is. */
  regions: readonly { code: string; name: string }[];
  /** Regions that have an entry for this rule already. */
  taken: ReadonlySet<string>;
  actorId: string;
  /** Resolves with a refusal, or null when it is saved. */
  onSave: (entry: DraftEntry) => Promise<Refusal | null>;
  /** Takes the entry out of the draft; absent: it is not in it. */
  onReset?: () => Promise<Refusal | null>;
  /** Shows the draft as others left it. */
  onReload: () => void;
  onClose: () => void;
}) {
  const key = keptUnder(actorId, entry);
  const [values, setValues] = useState<EntryValues>(() => keptValues(key) ?? valuesOf(entry));
  const [isRestored, setRestored] = useState(() => keptValues(key) !== null);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, start] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const rule = RULES.get(entry.ruleId);
  const [kind] = entry.kinds;
  const mustBeRed = redLinesOver(above, { ...entry, regionCode: values.regionCode }).length > 0;
  const standing = standingEntry(above, entry.ruleId, kind, values.regionCode);

  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);
  if (rule === undefined) return null;

  const change = (known: Partial<EntryValues>) => {
    const next = { ...values, ...known };
    setValues(next);
    keepValues(key, next);
  };
  const done = (answer: Refusal | null) => {
    setRefusal(answer);
    if (answer !== null) return;
    forgetValues(key);
    onClose();
  };
  const submit = () => {
    const next = entryOf({ ...values, redLine: values.redLine || mustBeRed }, entry);
    const wrong: FieldErrors = {};
    const found = entryProblems(next, above, packRegion);
    if (taken.has(next.regionCode))
      found.push({ field: "regionCode", message: "这个地区已另行规定，请直接修改那一条。" });
    for (const { field, message } of found) wrong[field] = [...(wrong[field] ?? []), message];
    setErrors(wrong);
    setRefusal(null);
    if (found.length === 0) start(async () => done(await onSave(next)));
  };
  const limitHelp = (name: string, parameter: Parameter) => {
    if (standing === undefined) return `${rangeText(parameter)}；常用：${limitText(parameter, parameter.default)}`;
    const limit = limitText(parameter, standing.parameters[name] ?? parameter.default);
    if (!mustBeRed) return `${rangeText(parameter)}；${aboveName}：${limit}`;
    return isStricterWhenLess(name) ? `${aboveName}：${limit}，只能更严` : `须与${aboveName}一致：${limit}`;
  };
  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="soft">{rule.rationale}</p>
      {isRestored ? (
        <Alert
          type="info"
          showIcon
          title="这是您上次填写而没有保存的内容"
          action={
            <Button
              size="small"
              onClick={() => {
                forgetValues(key);
                setValues(valuesOf(entry));
                setRestored(false);
              }}
            >
              不要了
            </Button>
          }
        />
      ) : null}
      {regions.length === 0 ? null : (
        <Field name="regionCode" label="适用地区" errors={errors} help="只在选定的地区及其下级适用" wide>
          {(control) => (
            <select
              {...control}
              value={values.regionCode}
              onChange={(event) => change({ regionCode: event.target.value })}
            >
              {values.regionCode === packRegion ? <option value={packRegion}>{regionName}</option> : null}
              {regions.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field
        name="redLine"
        label="性质"
        errors={errors}
        help={mustBeRed ? "上级规则包把它列为红线，本级不能取消" : "红线：命中一条即列为红线；计分：按权重累加"}
      >
        {(control) => (
          <select
            {...control}
            disabled={mustBeRed}
            value={mustBeRed || values.redLine ? "red" : "weight"}
            onChange={(event) => change({ redLine: event.target.value === "red" })}
          >
            <option value="weight">计分</option>
            <option value="red">红线</option>
          </select>
        )}
      </Field>
      <Field
        name="weight"
        label="权重（分）"
        errors={errors}
        help={`可填 ${WEIGHT_RANGE.min} 至 ${WEIGHT_RANGE.max}${standing ? `；${aboveName}：${standing.weight} 分` : ""}${mustBeRed || values.redLine ? "。红线的权重不计分，只用来计算信息不足的比例" : ""}`}
      >
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            value={values.weight}
            onChange={(event) => change({ weight: event.target.value })}
          />
        )}
      </Field>
      {Object.entries(rule.parameters).map(([name, parameter]) => (
        <Field
          key={name}
          name={`parameters.${name}`}
          label={`${parameter.label}（${limitUnit(parameter)}）`}
          errors={errors}
          help={limitHelp(name, parameter)}
        >
          {(control) => (
            <input
              {...control}
              inputMode="decimal"
              value={values.limits[name] ?? ""}
              onChange={(event) => change({ limits: { ...values.limits, [name]: event.target.value } })}
            />
          )}
        </Field>
      ))}
      <Field name="validFrom" label="生效日期" errors={errors} help="不填即一直有效">
        {(control) => (
          <input
            {...control}
            type="date"
            value={values.validFrom}
            onChange={(event) => change({ validFrom: event.target.value })}
          />
        )}
      </Field>
      <Field name="validTo" label="失效日期" errors={errors} help="当天仍有效；过后按上级标准">
        {(control) => (
          <input
            {...control}
            type="date"
            value={values.validTo}
            onChange={(event) => change({ validTo: event.target.value })}
          />
        )}
      </Field>
      <BasisFields basis={values.basis} errors={errors} onChange={(basis) => change({ basis })} />
      <div className={styles.foot}>
        {Object.keys(errors).length > 0 ? (
          <p role="alert" className={styles.wrong}>
            有 {Object.keys(errors).length} 处需要改正，已在各项下方写明。
          </p>
        ) : null}
        {refusal === null ? null : (
          <Alert
            type="error"
            showIcon
            title={refusal.message}
            action={refusal.code === "conflict" ? <Button onClick={onReload}>载入最新草稿</Button> : undefined}
          />
        )}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={isPending}>
            保存到草稿
          </Button>
          {onReset === undefined ? null : (
            <Button disabled={isPending} onClick={() => start(async () => done(await onReset()))}>
              {standing === undefined ? "去掉这条规则" : `恢复${aboveName}`}
            </Button>
          )}
          <Button disabled={isPending} onClick={onClose}>
            关闭
          </Button>
        </div>
      </div>
    </form>
  );
}
