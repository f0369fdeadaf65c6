import Link from "next/link";
import { PROPOSAL_PARAMETERS, type ProposalParameters } from "#lib/redundancy/proposal/parameters.ts";
import { DataTable } from "../../../_components/data-table.tsx";
import styles from "../proposals.module.css";
import { proposalHref } from "../search-params.ts";
import type { RoundView } from "./round-view.ts";

/** What the round was computed with, and what it took for granted. */
export function BasisPart({ view: { result, proposal, mayPropose } }: { view: RoundView }) {
  const rows = Object.entries(PROPOSAL_PARAMETERS).map(([key, spec]) => ({
    key,
    ...spec,
    value: result.parameters[key as keyof ProposalParameters],
  }));
  return (
    <>
      <section className="stack" aria-label="参数">
        <h2>参数</h2>
        <DataTable
          caption="参数"
          rowKey={({ key }) => key}
          rows={rows}
          columns={[
            { id: "label", title: "参数", cell: ({ label }) => label },
            { id: "value", title: "本轮取值", isNumber: true, cell: ({ value, unit }) => `${value} ${unit}` },
            { id: "default", title: "默认值", isNumber: true, cell: (row) => row.default },
            { id: "origin", title: "默认值的来历", cell: ({ origin }) => origin },
          ]}
        />
        {mayPropose ? <p className="soft small">参数可以在“修改方案”中改动，从下一轮测算起使用。</p> : null}
      </section>
      <section className="panel" aria-label="假设">
        <h2>假设</h2>
        <ol className={styles.plain}>
          {result.assumptions.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <p className="soft small">
          缺少数据、不能测算的表见
          <Link href={proposalHref(proposal.id, { part: "forms", place: "unmeasured" })}>这里</Link>。
        </p>
      </section>
    </>
  );
}
