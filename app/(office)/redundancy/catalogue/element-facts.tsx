import type { ReactNode } from "react";
import { FREQUENCY_LABEL } from "#lib/asset/vocabulary.ts";
import { formatNumber } from "#lib/format/number.ts";
import { type DataElement, OBJECT_CLASS_LABEL, SENSITIVITY_LABEL } from "#lib/redundancy/catalogue/data-element.ts";
import { SHARING_LABEL } from "#lib/redundancy/vocabulary.ts";
import { Unknown } from "../../../_components/tags.tsx";
import styles from "./catalogue.module.css";

/** All that is told of a data element; what nobody has said is shown as unknown. */
export function ElementFacts({ element, unitName }: { element: DataElement; unitName: string | undefined }) {
  const { grain, sourceDepartment, own, updateFrequency, changesPerYear, sharing, sensitivity, minutesPerCell } =
    element;
  const reference = own === null ? <span className="soft small">（参考）</span> : null;
  const facts: [string, ReactNode, boolean?][] = [
    ["定义", element.definition, true],
    ["同义名", element.synonyms.length === 0 ? "没有" : element.synonyms.join("、"), true],
    ["对象类", grain && OBJECT_CLASS_LABEL[grain]],
    ["表示", element.representation],
    ["值域", element.valueDomain],
    [
      "数源部门",
      sourceDepartment === null ? null : (
        <>
          {sourceDepartment}
          {reference}
          {unitName === undefined ? null : <div className="soft small">本地是{unitName}</div>}
        </>
      ),
    ],
    [
      "更新频率",
      updateFrequency && (
        <>
          {FREQUENCY_LABEL[updateFrequency]}
          {reference}
        </>
      ),
    ],
    [
      "每年变化次数",
      changesPerYear === null ? null : (
        <>
          {changesPerYear === 0 ? "不变" : formatNumber(changesPerYear, 3)}
          {reference}
        </>
      ),
    ],
    ["共享属性", sharing === null ? "待定，由数源部门确定" : SHARING_LABEL[sharing]],
    [
      "敏感程度",
      sensitivity === null ? null : (
        <>
          {SENSITIVITY_LABEL[sensitivity]}
          {reference}
        </>
      ),
    ],
    ["每格分钟数", minutesPerCell === null ? null : `${formatNumber(minutesPerCell, 3)} 分钟`],
    ["出处", element.origin],
  ];
  return (
    <section className="panel" aria-label="属性">
      <dl className={styles.facts}>
        {facts.map(([label, value, isWide]) => (
          <div key={label} className={isWide ? styles.wide : undefined}>
            <dt>{label}</dt>
            <dd>{value === null ? <Unknown /> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
