"use client";

import { Button, Input } from "antd";
import { useId, useState } from "react";

/** Chooses the day that before and after are counted from; a plain form, so that the address holds it. */
export function StartDayForm({ day, today }: { day: string; today: string }) {
  const id = useId();
  const [chosen, setChosen] = useState(day);
  return (
    <form action="/outcome" method="get" className="row">
      <label htmlFor={id}>起点</label>
      <Input
        id={id}
        name="since"
        type="date"
        max={today}
        value={chosen}
        style={{ width: 160 }}
        onChange={(event) => setChosen(event.target.value)}
      />
      <Button htmlType="submit">重新计算</Button>
    </form>
  );
}
