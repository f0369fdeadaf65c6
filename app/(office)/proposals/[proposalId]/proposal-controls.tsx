"use client";

import { Alert, App, Button, Input, Modal } from "antd";
import { useId, useState, useTransition } from "react";
import type { ProposalHead } from "#db/queries/proposals.ts";
import type { ProposalParameters } from "#lib/redundancy/proposal/parameters.ts";
import { PROPOSAL_STATE_LABEL, PROPOSAL_STATES, type ProposalState } from "#lib/redundancy/vocabulary.ts";
import { amendProposalAction } from "../actions.ts";
import { ParameterFields, type TypedParameters } from "../parameter-fields.tsx";
import styles from "../proposals.module.css";

/** Name, standing and figures of a proposal; figures count from the next round on. */
export function ProposalControls({
  proposal,
}: {
  proposal: Pick<ProposalHead, "id" | "name" | "state" | "version" | "parameters">;
}) {
  const id = useId();
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState(proposal.name);
  const [state, setState] = useState<ProposalState>(proposal.state);
  const [parameters, setParameters] = useState(typedOf(proposal.parameters));
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, start] = useTransition();
  const open = () => {
    setName(proposal.name);
    setState(proposal.state);
    setParameters(typedOf(proposal.parameters));
    setRefusal(null);
    setOpen(true);
  };
  const save = () =>
    start(async () => {
      const answer = await amendProposalAction(null, {
        proposalId: proposal.id,
        version: proposal.version,
        name,
        state,
        ...(proposal.state === "open" ? { parameters } : {}),
      });
      if (!answer.ok) {
        setRefusal(answer.message);
        return;
      }
      setOpen(false);
      message.success("已保存；改过的参数从下一轮测算起使用");
    });
  return (
    <>
      <Button onClick={open}>修改方案</Button>
      <Modal
        open={isOpen}
        title="修改方案"
        width={820}
        okText="保存"
        cancelText="取消"
        confirmLoading={isPending}
        onOk={save}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <div className={styles.dialog}>
          <div>
            <label htmlFor={`${id}-name`}>方案名称</label>
            <Input id={`${id}-name`} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          </div>
          <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
            <legend className={styles.label}>状态</legend>
            <div className={styles.choices}>
              {PROPOSAL_STATES.map((one) => (
                <label key={one} className="row">
                  <input type="radio" name={`${id}-state`} checked={state === one} onChange={() => setState(one)} />
                  {PROPOSAL_STATE_LABEL[one]}
                </label>
              ))}
            </div>
          </fieldset>
          {proposal.state === "open" ? (
            <details>
              <summary>测算参数（从下一轮起使用）</summary>
              <div style={{ marginTop: 12 }}>
                <ParameterFields typed={parameters} onChange={setParameters} disabled={isPending} />
              </div>
            </details>
          ) : (
            <p className="soft">要修改参数或意见，先改回“征求意见”。</p>
          )}
          {refusal === null ? null : <Alert type="error" showIcon title={refusal} />}
        </div>
      </Modal>
    </>
  );
}

function typedOf(parameters: Partial<ProposalParameters>): TypedParameters {
  return Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, String(value)]));
}
