"use client";

import { Select } from "antd";
import { useState } from "react";
import type { UnitChoice } from "#db/queries/units.ts";
import type { ControlProps } from "./field.tsx";

/** A unit found by typing part of its name; what is chosen travels with the form. */
export function UnitControl({
  control,
  units,
  defaultValue,
}: {
  control: ControlProps;
  units: UnitChoice[];
  defaultValue: string | undefined;
}) {
  const [unitId, setUnitId] = useState(defaultValue);
  const { name, ...named } = control;
  return (
    <>
      <input type="hidden" name={name} value={unitId ?? ""} />
      <Select
        {...named}
        showSearch={{ optionFilterProp: "label" }}
        allowClear
        size="large"
        status={control["aria-invalid"] ? "error" : undefined}
        placeholder="未知"
        notFoundContent="没有这个单位，可先到“单位”页登记"
        value={unitId}
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        onChange={(chosen: string | undefined) => setUnitId(chosen)}
      />
    </>
  );
}
