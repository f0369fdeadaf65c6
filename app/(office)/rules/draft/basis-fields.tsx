"use client";

import { Button } from "antd";
import type { LegalBasis, TrustTag } from "#lib/risk/pack.ts";
import type { FieldErrors } from "../../../_components/action-form.tsx";
import { Field } from "../../../_components/field.tsx";
import styles from "./draft.module.css";

const TAG_CHOICES: readonly { value: TrustTag; label: string }[] = [
  { value: "V", label: "已与原文逐字核对" },
  { value: "V2", label: "见于公开转载或报道（待核）" },
  { value: "S", label: "本单位文件或来源材料（待核）" },
  { value: "F", label: "见过但条款未核实（待核）" },
  { value: "D", label: "本单位推算或自定（待核）" },
  { value: "M", label: "凭记忆（待核）" },
];

/** What a rule rests on: a list that grows and shrinks; an article number only where the text was held against the original. */
export function BasisFields({
  basis,
  errors,
  onChange,
}: {
  basis: readonly LegalBasis[];
  errors: FieldErrors;
  onChange: (basis: LegalBasis[]) => void;
}) {
  const set = (index: number, known: Partial<LegalBasis>) =>
    onChange(basis.map((one, at) => (at === index ? { ...one, ...known } : one)));
  return (
    <fieldset className={styles.basis}>
      <legend>依据</legend>
      <p className="soft small">门槛或性质改了，写明本级的依据；照抄的上级依据如已不符，请改写或去掉。</p>
      {errors.basis ? (
        <p role="alert" className={styles.wrong}>
          {errors.basis[0]}
        </p>
      ) : null}
      {basis.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name of their own, and keep their order
        <div key={index} className={styles.oneBasis}>
          <Field name={`basis.${index}.title`} label={`依据 ${index + 1} 的名称`} errors={errors} required wide>
            {(control) => (
              <input
                {...control}
                value={one.title}
                placeholder="如：《示范县网络工作群管理办法》"
                onChange={(event) => set(index, { title: event.target.value })}
              />
            )}
          </Field>
          <Field name={`basis.${index}.text`} label="内容" errors={errors} required wide>
            {(control) => (
              <textarea {...control} value={one.text} onChange={(event) => set(index, { text: event.target.value })} />
            )}
          </Field>
          <Field name={`basis.${index}.tag`} label="核对到什么程度" errors={errors}>
            {(control) => (
              <select
                {...control}
                value={one.tag}
                onChange={(event) => set(index, { tag: event.target.value as TrustTag })}
              >
                {TAG_CHOICES.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {one.tag === "V" || (one.article ?? "") !== "" ? (
            <Field name={`basis.${index}.article`} label="条款号" errors={errors}>
              {(control) => (
                <input
                  {...control}
                  value={one.article ?? ""}
                  placeholder="如：第五条"
                  onChange={(event) => set(index, { article: event.target.value })}
                />
              )}
            </Field>
          ) : null}
          <Button
            size="small"
            aria-label={`去掉依据 ${index + 1}`}
            onClick={() => onChange(basis.filter((_, at) => at !== index))}
          >
            去掉
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...basis, { title: "", text: "", tag: "S" }])}>增加一条依据</Button>
    </fieldset>
  );
}
