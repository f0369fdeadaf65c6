"use client";

import { useId } from "react";
import { PROPOSAL_PARAMETERS, type ProposalParameters } from "#lib/redundancy/proposal/parameters.ts";
import styles from "./proposals.module.css";

export type TypedParameters = Partial<Record<keyof ProposalParameters, string>>;

/** Every minute and limit of the model with where its default comes from; what is left blank is the default. */
export function ParameterFields({
  typed,
  onChange,
  disabled,
}: {
  typed: TypedParameters;
  onChange: (typed: TypedParameters) => void;
  disabled: boolean;
}) {
  const id = useId();
  return (
    <div className={styles.form}>
      {Object.entries(PROPOSAL_PARAMETERS).map(([key, spec]) => (
        <div key={key}>
          <label htmlFor={`${id}-${key}`}>
            {spec.label}（{spec.unit.replace(/^（|）$/g, "")}）
          </label>
          <input
            id={`${id}-${key}`}
            inputMode="decimal"
            value={typed[key as keyof ProposalParameters] ?? ""}
            placeholder={`默认 ${spec.default}`}
            aria-describedby={`${id}-${key}-origin`}
            disabled={disabled}
            onChange={(event) => onChange({ ...typed, [key]: event.target.value })}
          />
          <p id={`${id}-${key}-origin`} className="soft small">
            默认 {spec.default}：{spec.origin}
          </p>
        </div>
      ))}
    </div>
  );
}
