"use client";

import { Button } from "antd";
import { useActionState, useId } from "react";
import { formatDay, formatTime } from "#lib/format/date.ts";
import { findSuggestionAction } from "./actions.ts";
import styles from "./suggestions.module.css";

/** Looks up the answer to a suggestion by its code. */
export function FindForm() {
  const [found, action, isPending] = useActionState(findSuggestionAction, null);
  const id = useId();
  const suggestion = found?.suggestion;
  return (
    <>
      <form action={action} className={styles.find}>
        <label htmlFor={id}>查询码</label>
        <div className="row">
          <input
            id={id}
            name="receipt"
            required
            autoComplete="off"
            spellCheck={false}
            placeholder="如 AB2C-DEFG-HJKM-NPQR"
            defaultValue={found?.receipt}
          />
          <Button htmlType="submit" loading={isPending}>
            查询
          </Button>
        </div>
      </form>
      <div role="status">
        {found === null ? null : suggestion === undefined ? (
          <p>没有找到这个查询码，请核对后再查；大小写和短横线不影响。</p>
        ) : (
          <dl className={styles.answer}>
            <dt>{formatDay(suggestion.createdOn)}提交</dt>
            <dd>{suggestion.text}</dd>
            <dt>{suggestion.answeredAt === null ? "答复" : `${formatTime(suggestion.answeredAt)}答复`}</dt>
            <dd>{suggestion.answer ?? "还没有答复，请过几天再查。"}</dd>
          </dl>
        )}
      </div>
    </>
  );
}
