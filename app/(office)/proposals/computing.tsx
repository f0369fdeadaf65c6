"use client";

import { Alert, Button } from "antd";
import type { StreamState } from "../../_components/use-stream.ts";
import styles from "./proposals.module.css";

/** How far a round is, and the way to stop it. */
export function Computing({ state, cancel }: { state: StreamState<unknown>; cancel: () => void }) {
  switch (state.is) {
    case "running":
    case "done":
      return (
        <div className={styles.progress} role="status">
          <progress />
          <span>{state.is === "done" ? "正在打开" : (state.progress?.label ?? "正在开始")}</span>
          {state.is === "running" ? <Button onClick={cancel}>取消</Button> : null}
        </div>
      );
    case "refused":
      return <Alert type="error" showIcon title={state.message} />;
    case "cancelled":
      return <Alert type="info" showIcon title="已取消，没有作任何改动" />;
    case "idle":
      return null;
  }
}
