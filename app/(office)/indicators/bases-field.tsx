"use client";

import { useState } from "react";
import { INDICATOR_BASES, INDICATOR_BASIS_LABEL, type IndicatorBasis } from "#lib/indicator/vocabulary.ts";
import type { FieldErrors } from "../../_components/action-form.tsx";
import { Field } from "../../_components/field.tsx";
import styles from "./indicators.module.css";

/** What an indicator rests on, one or more of the list; none chosen is sent as such, and refused. */
export function BasesField({ given = [], errors }: { given?: readonly IndicatorBasis[]; errors: FieldErrors }) {
  const [count, setCount] = useState(given.length);
  return (
    <Field name="bases" label="依据什么" errors={errors} required wide>
      {({ id, name, ...described }) => (
        <fieldset id={id} className={styles.bases} aria-describedby={described["aria-describedby"]}>
          <legend className="visually-hidden">依据什么</legend>
          {count === 0 ? <input type="hidden" name={name} value="" /> : null}
          {INDICATOR_BASES.map((basis) => (
            <label key={basis}>
              <input
                type="checkbox"
                name={name}
                value={basis}
                defaultChecked={given.includes(basis)}
                onChange={(event) => setCount(count + (event.target.checked ? 1 : -1))}
              />{" "}
              {INDICATOR_BASIS_LABEL[basis]}
            </label>
          ))}
        </fieldset>
      )}
    </Field>
  );
}
