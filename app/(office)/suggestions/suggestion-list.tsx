"use client";

import type { Suggestion } from "#db/queries/suggestions.ts";
import { formatDay, formatTime } from "#lib/format/date.ts";
import { MAX_SUGGESTION } from "#lib/suggestion/inputs.ts";
import { ActionForm } from "../../_components/action-form.tsx";
import { Field } from "../../_components/field.tsx";
import { answerSuggestionAction } from "./actions.ts";
import styles from "./suggestions.module.css";

/** What was received, each with its answer or the form for one. */
export function SuggestionList({ items, mayAnswer }: { items: readonly Suggestion[]; mayAnswer: boolean }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.id}>
          <p className="soft small">{formatDay(item.createdOn)}收到</p>
          <p className={styles.words}>{item.text}</p>
          {item.answer === null ? (
            <>
              <p className={styles.waiting}>待答复</p>
              {mayAnswer ? (
                <details>
                  <summary>答复</summary>
                  <ActionForm action={answerSuggestionAction} submit="提交答复" className="stack">
                    {(errors) => (
                      <>
                        <input type="hidden" name="id" value={item.id} />
                        <Field
                          name="answer"
                          label="答复内容"
                          errors={errors}
                          required
                          help="对方凭查询码查看；提交后不能修改。"
                        >
                          {(control) => <textarea {...control} rows={3} maxLength={MAX_SUGGESTION} />}
                        </Field>
                      </>
                    )}
                  </ActionForm>
                </details>
              ) : null}
            </>
          ) : (
            <p className={styles.words}>
              <span className="soft">{formatTime(item.answeredAt)}答复：</span>
              {item.answer}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
