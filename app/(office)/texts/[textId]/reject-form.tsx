"use client";

import { Button, Input } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import { MAX_REASON, REJECT_REASONS } from "#lib/scan/inputs.ts";
import styles from "../texts.module.css";

/** Why a hit is rejected: one of the usual reasons, or words. */
export function RejectForm({ onReject, onCancel }: { onReject: (reason: string) => void; onCancel: () => void }) {
  const id = useId();
  const [words, setWords] = useState("");
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  return (
    <fieldset className={styles.reject}>
      <legend>为什么排除？同样的句子以后自动排除</legend>
      {REJECT_REASONS.map((reason, index) => (
        <Button
          key={reason}
          ref={index === 0 ? first : undefined}
          className={styles.reason}
          block
          onClick={() => onReject(reason)}
        >
          <kbd>{index + 1}</kbd> {reason}
        </Button>
      ))}
      <label htmlFor={id}>其他理由</label>
      <div className={styles.otherReason}>
        <Input
          id={id}
          value={words}
          maxLength={MAX_REASON}
          onChange={(event) => setWords(event.target.value)}
          onPressEnter={() => words.trim() !== "" && onReject(words.trim())}
        />
        <Button disabled={words.trim() === ""} onClick={() => onReject(words.trim())}>
          排除
        </Button>
      </div>
      <Button type="link" onClick={onCancel}>
        不排除了
      </Button>
    </fieldset>
  );
}
