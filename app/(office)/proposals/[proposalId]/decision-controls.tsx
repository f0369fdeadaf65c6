"use client";

import { Alert, App, Button, Input, Modal } from "antd";
import { useId, useState, useTransition } from "react";
import { PROPOSAL_DECISION_LABEL, type ProposalDecisionKind } from "#lib/redundancy/vocabulary.ts";
import { decideProposalAction } from "../actions.ts";
import styles from "../proposals.module.css";

type Choice = { id: string; name: string };

/** What may be asked in the dialog: accept or refuse a cancellation, accept, refuse or edit a ledger. */
type Asking = { title: string; kind: ProposalDecisionKind; edits: boolean; closes: boolean; help: string };

const OF_CANCELLED: Asking[] = [
  {
    title: "同意取消",
    kind: "cancel",
    edits: false,
    closes: false,
    help: "下一轮仍取消这张表；没有别处提供它的数据时会提示。",
  },
  { title: "不同意取消", kind: "keep", edits: false, closes: false, help: "下一轮保留这张表，可以并入台账。" },
];
const OF_LEDGER: Asking[] = [
  { title: "同意合并", kind: "together", edits: false, closes: true, help: "下一轮这些表仍在一本台账里。" },
  { title: "不同意合并", kind: "apart", edits: false, closes: false, help: "下一轮这些表两两不在一本台账里。" },
  {
    title: "修改成员",
    kind: "together",
    edits: true,
    closes: true,
    help: "去掉勾选的移出，勾选的加入；移出的表下一轮不再回到这本台账。",
  },
];
const OF_ALONE: Asking[] = [
  {
    title: "与其他表合并",
    kind: "together",
    edits: true,
    closes: true,
    help: "勾选要合并进来的表，下一轮成为一本台账。",
  },
];

/** Records what an office said of a cancellation or a ledger: accept, refuse or edit, who said so and why. */
export function DecisionControls({
  proposalId,
  round,
  of,
  members,
  others = [],
}: {
  proposalId: string;
  round: number;
  of: "cancelled" | "ledger" | "alone";
  members: Choice[];
  /** Forms that could be added: of the same respondent, grain and population. */
  others?: Choice[];
}) {
  const id = useId();
  const { message } = App.useApp();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [closed, setClosed] = useState(false);
  const [q, setQ] = useState("");
  const [note, setNote] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, start] = useTransition();
  const open = (what: Asking) => {
    setChosen(new Set(members.map((one) => one.id)));
    setClosed(false);
    setNote("");
    setQ("");
    setRefusal(null);
    setAsking(what);
  };
  const record = () =>
    start(async () => {
      if (asking === null) return;
      const assetIds = asking.edits ? [...chosen] : members.map((one) => one.id);
      const answer = await decideProposalAction(null, {
        proposalId,
        round,
        kind: asking.kind,
        assetIds,
        apartIds: asking.edits ? members.map((one) => one.id).filter((one) => !chosen.has(one)) : [],
        closed: asking.closes && closed,
        note,
      });
      if (!answer.ok) {
        setRefusal(answer.message);
        return;
      }
      setAsking(null);
      const { replaced } = answer.result;
      message.success(`已记下，下一轮照办${replaced > 0 ? `；取代了以前的 ${replaced} 项意见` : ""}`);
    });
  const options = { cancelled: OF_CANCELLED, ledger: OF_LEDGER, alone: OF_ALONE }[of];
  const shown = others.filter(({ name, id: one }) => chosen.has(one) || q === "" || name.includes(q));
  const toggle = (one: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(one);
    else next.delete(one);
    setChosen(next);
  };
  const checkbox = ({ id: one, name }: Choice) => (
    <li key={one}>
      <label>
        <input type="checkbox" checked={chosen.has(one)} onChange={(event) => toggle(one, event.target.checked)} />
        {name}
      </label>
    </li>
  );
  return (
    <div className="row no-print">
      {options
        .filter(({ edits }) => !edits || of === "ledger" || others.length > 0)
        .map((what) => (
          <Button key={what.title} size="small" onClick={() => open(what)}>
            {what.title}
          </Button>
        ))}
      <Modal
        open={asking !== null}
        title={asking?.title}
        okText="记下意见"
        cancelText="暂不"
        confirmLoading={isPending}
        onOk={record}
        onCancel={() => setAsking(null)}
        destroyOnHidden
      >
        <div className={styles.dialog}>
          <p className="soft">
            {asking === null ? "" : `意见：${PROPOSAL_DECISION_LABEL[asking.kind]}。`}
            {asking?.help}
          </p>
          {asking?.edits ? (
            <>
              <div>
                <p className={styles.label}>现在的成员</p>
                <ul className={styles.members}>{members.map(checkbox)}</ul>
              </div>
              {others.length === 0 ? null : (
                <div>
                  <label className={styles.label} htmlFor={`${id}-q`}>
                    可以加入的表（填报主体、粒度、人群相同，共 {others.length} 张）
                  </label>
                  <Input
                    id={`${id}-q`}
                    value={q}
                    placeholder="输入表名查找"
                    onChange={(event) => setQ(event.target.value)}
                  />
                  <ul className={styles.members}>{shown.slice(0, 100).map(checkbox)}</ul>
                </div>
              )}
            </>
          ) : (
            <ul className={styles.plain}>
              {members.map((one) => (
                <li key={one.id}>{one.name}</li>
              ))}
            </ul>
          )}
          {asking?.closes ? (
            <label className="row">
              <input type="checkbox" checked={closed} onChange={(event) => setClosed(event.target.checked)} />
              以后不再让其他表加入这本台账
            </label>
          ) : null}
          <div>
            <label htmlFor={`${id}-note`}>哪个单位提出、为什么（必填）</label>
            <textarea
              id={`${id}-note`}
              rows={3}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
          {refusal === null ? null : <Alert type="error" showIcon title={refusal} />}
        </div>
      </Modal>
    </div>
  );
}
