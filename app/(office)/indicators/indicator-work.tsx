"use client";

import { Button } from "antd";
import { useState } from "react";
import { type AmendableIndicator, AmendForm } from "./amend-form.tsx";
import { MoveForm } from "./move-form.tsx";

/** What an inspector does with an indicator: move it on, or put its words right. */
export function IndicatorWork({ indicator, today }: { indicator: AmendableIndicator; today: string }) {
  const [isAmending, setAmending] = useState(false);
  if (isAmending) return <AmendForm indicator={indicator} onEnd={() => setAmending(false)} />;
  const { id, state, seenAt } = indicator;
  return (
    <MoveForm
      id={id}
      state={state}
      seenAt={seenAt}
      today={today}
      also={<Button onClick={() => setAmending(true)}>更正</Button>}
    />
  );
}
