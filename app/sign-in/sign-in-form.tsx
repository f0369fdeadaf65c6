"use client";

import { useActionState, useEffect, useRef } from "react";
import { signInAction } from "./actions.ts";
import styles from "./sign-in.module.css";

/** Plain fields, so that it works before the page's script has loaded and with any password manager. */
export function SignInForm({ next }: { next: string }) {
  const [message, action, isPending] = useActionState(signInAction, null);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (message !== null && !isPending) password.current?.focus();
  }, [message, isPending]);
  return (
    <form action={action} className={styles.form}>
      <input type="hidden" name="next" value={next} />
      <label>
        用户名
        <input name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required />
      </label>
      <label>
        密码
        <input
          ref={password}
          name="password"
          type="password"
          autoComplete="current-password"
          aria-describedby={message === null ? undefined : "sign-in-message"}
          required
        />
      </label>
      {message === null ? null : (
        <p id="sign-in-message" role="alert" className={styles.notice}>
          {message}
        </p>
      )}
      <button type="submit" className={styles.submit} disabled={isPending}>
        {isPending ? "正在登录" : "登录"}
      </button>
    </form>
  );
}
