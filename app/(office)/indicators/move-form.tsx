"use client";

import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { INDICATOR_MOVE_LABEL, INDICATOR_MOVES } from "#lib/indicator/transitions.ts";
import type { IndicatorState } from "#lib/indicator/vocabulary.ts";
import { ActionForm } from "../../_components/action-form.tsx";
import { Field } from "../../_components/field.tsx";
import { amendIndicatorAction } from "./actions.ts";
import styles from "./indicators.module.css";

const NOTE: Record<IndicatorState, { label: string; help: string }> = {
  listed: { label: "说明", help: "为什么退回，可以不填" },
  removal_requested: { label: "说明", help: "如建议函的文号和日期，可以不填" },
  removed: { label: "凭什么认定已取消", help: "如修订后的考核办法名称和文号" },
  kept: { label: "为什么保留", help: "写明理由和考核单位的说明" },
};

/** Moves an indicator on: first where to, then what that needs. */
export function MoveForm({
  id,
  state,
  seenAt,
  today,
  also,
}: {
  id: string;
  state: IndicatorState;
  seenAt: string;
  today: string;
  /** Shown beside the moves. */
  also: ReactNode;
}) {
  const [to, setTo] = useState<IndicatorState | null>(null);
  if (to === null || !INDICATOR_MOVES[state].includes(to)) {
    return (
      <div className="row no-print">
        {INDICATOR_MOVES[state].map((move) => (
          <Button key={move} onClick={() => setTo(move)}>
            {INDICATOR_MOVE_LABEL[move]}
          </Button>
        ))}
        {also}
      </div>
    );
  }
  return (
    <ActionForm
      action={amendIndicatorAction}
      submit={INDICATOR_MOVE_LABEL[to]}
      also={<Button onClick={() => setTo(null)}>不改了</Button>}
      className={`${styles.move} no-print`}
      onDone={() => setTo(null)}
    >
      {(errors) => (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="seenAt" value={seenAt} />
          <input type="hidden" name="state" value={to} />
          {to === "removed" ? (
            <Field name="removedOn" label="取消日期" errors={errors} required>
              {(control) => <input {...control} type="date" max={today} defaultValue={today} />}
            </Field>
          ) : null}
          <Field
            name="stateNote"
            label={NOTE[to].label}
            help={NOTE[to].help}
            errors={errors}
            required={to === "removed" || to === "kept"}
            wide
          >
            {(control) => <textarea {...control} maxLength={1000} />}
          </Field>
        </>
      )}
    </ActionForm>
  );
}
