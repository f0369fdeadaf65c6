"use client";

import { useRouter } from "next/navigation";
import { useId } from "react";
import type { UnitChoice } from "#db/queries/units.ts";
import { FREQUENCIES, FREQUENCY_LABEL } from "#lib/asset/vocabulary.ts";
import {
  OBJECT_CLASS_LABEL,
  OBJECT_CLASSES,
  SENSITIVITIES,
  SENSITIVITY_LABEL,
} from "#lib/redundancy/catalogue/data-element.ts";
import { DEPARTMENT_NAMES } from "#lib/redundancy/catalogue/department.ts";
import type { ToldDataElement } from "#lib/redundancy/catalogue/inputs.ts";
import { SHARING_LABEL, SHARINGS } from "#lib/redundancy/vocabulary.ts";
import { ActionForm } from "../../../_components/action-form.tsx";
import { ChoiceControl, Field } from "../../../_components/field.tsx";
import { LinkButton } from "../../../_components/link-button.tsx";
import { UnitControl } from "../../../_components/unit-control.tsx";
import { saveDataElementAction } from "./actions.ts";
import styles from "./catalogue.module.css";
import { dataElementHref } from "./search-params.ts";

/** Adds a data element, changes one's own, or lays one's own over another (`replaces`). */
export function ElementForm({
  told,
  own,
  replaces = false,
  units,
  backHref,
}: {
  told?: ToldDataElement;
  /** The row that is changed, as it was seen. */
  own?: { id: string; version: number };
  replaces?: boolean;
  units: UnitChoice[];
  backHref: string;
}) {
  const router = useRouter();
  const departments = useId();
  const keepsIdentifier = own !== undefined || replaces;
  return (
    <ActionForm
      action={saveDataElementAction}
      className={`panel ${styles.fields}`}
      submit={own === undefined ? (replaces ? "存为本机关的" : "新增") : "保存修改"}
      also={<LinkButton href={backHref}>不保存，返回</LinkButton>}
      onDone={({ identifier }) => router.push(dataElementHref(identifier))}
    >
      {(errors) => (
        <>
          {own === undefined ? null : (
            <>
              <input type="hidden" name="id" value={own.id} />
              <input type="hidden" name="version" value={own.version} />
            </>
          )}
          {replaces ? <input type="hidden" name="replaces" value="true" /> : null}
          <Field
            name="identifier"
            label="标识符"
            help={keepsIdentifier ? "标识符不改，按它认出是哪一条" : "字母、数字、点和短横线，如 BD-P001"}
            errors={errors}
            required
          >
            {(control) => (
              <input {...control} defaultValue={told?.identifier} readOnly={keepsIdentifier} maxLength={40} />
            )}
          </Field>
          <Field name="name" label="名称" errors={errors} required>
            {(control) => <input {...control} defaultValue={told?.name} maxLength={100} />}
          </Field>
          <Field
            name="synonyms"
            label="同义名"
            help="表上的其他叫法，用顿号分开；报表字段按名称和同义名自动对应"
            errors={errors}
            wide
          >
            {(control) => <textarea {...control} rows={2} defaultValue={told?.synonyms.join("、")} />}
          </Field>
          <Field name="definition" label="定义" help="用一句话说清楚指的是什么" errors={errors} wide>
            {(control) => <textarea {...control} rows={2} defaultValue={told?.definition ?? ""} maxLength={500} />}
          </Field>
          <Field name="grain" label="对象类" help="一条记录说的是谁" errors={errors}>
            {(control) => (
              <ChoiceControl
                control={control}
                defaultValue={told?.grain ?? undefined}
                options={OBJECT_CLASSES.map((value) => ({ value, label: OBJECT_CLASS_LABEL[value] }))}
              />
            )}
          </Field>
          <Field name="sourceDepartment" label="数源部门" help="哪个部门在源头掌握，可选可填" errors={errors}>
            {(control) => (
              <>
                <input
                  {...control}
                  list={departments}
                  defaultValue={told?.sourceDepartment ?? ""}
                  maxLength={100}
                  autoComplete="off"
                />
                <datalist id={departments}>
                  {DEPARTMENT_NAMES.map((name) => (
                    <option key={name} value={name} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
          <Field name="sourceUnitId" label="对应的单位" help="数源部门在单位台账里是哪一家" errors={errors}>
            {(control) => (
              <UnitControl control={control} units={units} defaultValue={told?.sourceUnitId ?? undefined} />
            )}
          </Field>
          <Field name="sharing" label="共享属性" help="由数源部门确定，没有定的留空" errors={errors}>
            {(control) => (
              <ChoiceControl
                control={control}
                blank="待定"
                defaultValue={told?.sharing ?? undefined}
                options={SHARINGS.map((value) => ({ value, label: SHARING_LABEL[value] }))}
              />
            )}
          </Field>
          <Field name="updateFrequency" label="更新频率" help="数源部门多久更新一次" errors={errors}>
            {(control) => (
              <ChoiceControl
                control={control}
                defaultValue={told?.updateFrequency ?? undefined}
                options={FREQUENCIES.map((value) => ({ value, label: FREQUENCY_LABEL[value] }))}
              />
            )}
          </Field>
          <Field
            name="changesPerYear"
            label="每年变化次数"
            help="数据本身一年变几次，不变的填 0，十年一变填 0.1"
            errors={errors}
          >
            {(control) => <input {...control} inputMode="decimal" defaultValue={told?.changesPerYear ?? undefined} />}
          </Field>
          <Field name="sensitivity" label="敏感程度" errors={errors}>
            {(control) => (
              <ChoiceControl
                control={control}
                defaultValue={told?.sensitivity?.toString()}
                options={SENSITIVITIES.map((value) => ({ value: String(value), label: SENSITIVITY_LABEL[value] }))}
              />
            )}
          </Field>
          <Field name="minutesPerCell" label="每格分钟数" help="找到并填写一次要几分钟，实测过才填" errors={errors}>
            {(control) => <input {...control} inputMode="decimal" defaultValue={told?.minutesPerCell ?? undefined} />}
          </Field>
          <Field name="representation" label="表示" help="数据类型和格式，如 字符型 18 位" errors={errors}>
            {(control) => <input {...control} defaultValue={told?.representation ?? ""} maxLength={200} />}
          </Field>
          <Field name="valueDomain" label="值域" help="可以填哪些值，或者按哪个代码标准" errors={errors}>
            {(control) => <input {...control} defaultValue={told?.valueDomain ?? ""} maxLength={500} />}
          </Field>
          <Field name="origin" label="出处" help="标准号或者文件，核对过原文再填" errors={errors}>
            {(control) => <input {...control} defaultValue={told?.origin ?? ""} maxLength={200} />}
          </Field>
        </>
      )}
    </ActionForm>
  );
}
