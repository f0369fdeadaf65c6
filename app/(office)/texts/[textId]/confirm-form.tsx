"use client";

import { Button, Checkbox, Input, Radio, Select } from "antd";
import { useId } from "react";
import type { UnitChoice } from "#db/queries/units.ts";
import { DEMAND_LABEL, DEMANDS, type DemandType } from "#lib/asset/vocabulary.ts";
import { recommendedRemoval } from "#lib/indicator/removal.ts";
import { INDICATOR_BASES, INDICATOR_BASIS_LABEL, type IndicatorBasis } from "#lib/indicator/vocabulary.ts";
import styles from "../texts.module.css";
import { ItemSelect } from "./item-select.tsx";
import type { IndicatorDraft, ReaderHit } from "./reader-hit.ts";
import type { useHitWork } from "./use-hit-work.ts";

/** What the hit is and what it concerns, as proposed; one key confirms it. */
export function ConfirmForm({
  hit,
  work,
  units,
  onConfirm,
}: {
  hit: ReaderHit;
  work: ReturnType<typeof useHitWork>;
  units: UnitChoice[];
  onConfirm: () => void;
}) {
  const id = useId();
  const { draft, change } = work;
  if (draft === undefined) return null;
  return (
    <form
      className={styles.confirm}
      aria-label={`处理第 ${hit.number} 处`}
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm();
      }}
    >
      <div className={styles.line}>
        <label htmlFor={`${id}-demand`}>要求的类型</label>
        <Select<DemandType>
          id={`${id}-demand`}
          value={draft.demand}
          options={DEMANDS.map((demand) => ({ value: demand, label: DEMAND_LABEL[demand] }))}
          onChange={(demand) => change({ demand })}
        />
      </div>
      <div className={styles.line} data-target>
        <Radio.Group
          aria-label="涉及"
          value={draft.target}
          options={[
            { value: "item", label: "涉及条目" },
            { value: "unit", label: "只涉及单位" },
          ]}
          onChange={(event) => change({ target: event.target.value })}
        />
        {draft.target === "item" ? (
          <ItemSelect proposals={hit.proposals} value={draft.item} onChange={(item) => change({ item })} />
        ) : (
          <Select
            aria-label="单位"
            showSearch={{ optionFilterProp: "label" }}
            allowClear
            placeholder="选择单位"
            value={draft.unitId ?? undefined}
            options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
            onChange={(unitId: string | undefined) => change({ unitId: unitId ?? null })}
          />
        )}
      </div>
      <Checkbox
        checked={draft.indicator !== null}
        onChange={(event) => change({ indicator: event.target.checked ? hit.proposedIndicator : null })}
      >
        同时登记为考核指标
        {hit.proposedIndicator.weight === null ? "" : `（${hit.proposedIndicator.weight}）`}
      </Checkbox>
      {draft.indicator === null ? null : (
        <IndicatorFields value={draft.indicator} onChange={(indicator) => change({ indicator })} />
      )}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit">
          确认 <kbd>Enter</kbd>
        </Button>
        <Button onClick={work.startReject}>
          排除 <kbd>X</kbd>
        </Button>
      </div>
    </form>
  );
}

function IndicatorFields({ value, onChange }: { value: IndicatorDraft; onChange: (value: IndicatorDraft) => void }) {
  const id = useId();
  return (
    <fieldset className={styles.indicator}>
      <legend className="visually-hidden">考核指标</legend>
      <div className={styles.line}>
        <label htmlFor={`${id}-name`}>指标名称</label>
        <Input
          id={`${id}-name`}
          value={value.name}
          maxLength={200}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
      </div>
      <div className={styles.line}>
        <label htmlFor={`${id}-weight`}>分值</label>
        <Input
          id={`${id}-weight`}
          value={value.weight ?? ""}
          maxLength={50}
          placeholder="文中没有写"
          onChange={(event) => onChange({ ...value, weight: event.target.value === "" ? null : event.target.value })}
        />
      </div>
      <div className={styles.line}>
        <label htmlFor={`${id}-bases`}>依据什么</label>
        <Select<IndicatorBasis[]>
          id={`${id}-bases`}
          mode="multiple"
          value={value.bases}
          options={INDICATOR_BASES.map((basis) => ({ value: basis, label: INDICATOR_BASIS_LABEL[basis] }))}
          onChange={(bases) => onChange({ ...value, bases })}
        />
      </div>
      {value.bases.length === 0 ? null : <p className="soft small">{recommendedRemoval(value.name, value.bases)}</p>}
    </fieldset>
  );
}
