"use client";

import { Button } from "antd";
import Link from "next/link";
import type { UnitChoice } from "#db/queries/units.ts";
import { DEMAND_LABEL } from "#lib/asset/vocabulary.ts";
import { PROBLEM_CLASS_LABEL } from "#lib/risk/problem-class.ts";
import { PROBLEM_OF_DEMAND } from "#lib/scan/problem-of-demand.ts";
import { STANCE_LABEL } from "#lib/scan/stance.ts";
import { HIT_STATE_LABEL } from "#lib/scan/vocabulary.ts";
import { markId, rowId } from "../highlighted-text.tsx";
import styles from "../texts.module.css";
import { ConfirmForm } from "./confirm-form.tsx";
import type { ReaderHit } from "./reader-hit.ts";
import { RejectForm } from "./reject-form.tsx";
import { decisionText, type useHitWork } from "./use-hit-work.ts";

type Work = ReturnType<typeof useHitWork>;

/** A hit in the list: what it demands and its sentence; the current one with why it was found and what can be done. */
export function HitRow({
  hit,
  isCurrent,
  work,
  units,
  mayDecide,
  onConfirm,
}: {
  hit: ReaderHit;
  isCurrent: boolean;
  work: Work;
  units: UnitChoice[];
  mayDecide: boolean;
  onConfirm: () => void;
}) {
  return (
    <li id={rowId(hit.id)} className={styles.hit} data-current={isCurrent || undefined} data-state={hit.state}>
      <button
        type="button"
        data-head
        className={styles.head}
        aria-expanded={isCurrent}
        aria-current={isCurrent || undefined}
        onClick={() => work.goTo(hit.id)}
      >
        <span className={styles.number} data-class={hit.counts ? PROBLEM_OF_DEMAND[hit.demand] : "none"}>
          {hit.number}
        </span>
        <span className={styles.what}>
          <strong>{DEMAND_LABEL[hit.demand]}</strong>
          <span className={styles.tags}>
            <span>{STANCE_LABEL[hit.stance]}</span>
            {hit.counts || hit.state !== "open" ? (
              <span data-state={hit.state}>{HIT_STATE_LABEL[hit.state]}</span>
            ) : (
              <span>不计入</span>
            )}
          </span>
        </span>
        <span className={isCurrent ? styles.sentence : styles.excerpt}>
          <Sentence hit={hit} />
        </span>
      </button>
      {isCurrent ? (
        <div className={styles.detail}>
          <Facts hit={hit} />
          {hit.state === "open" ? (
            mayDecide ? (
              work.rejecting ? (
                <RejectForm onReject={work.reject} onCancel={work.stopReject} />
              ) : (
                <ConfirmForm hit={hit} work={work} units={units} onConfirm={onConfirm} />
              )
            ) : null
          ) : (
            <Decided hit={hit} mayDecide={mayDecide} onUndo={() => work.undo(hit.id)} />
          )}
        </div>
      ) : null}
    </li>
  );
}

function Sentence({ hit }: { hit: ReaderHit }) {
  const from = hit.spanStart - hit.sentenceStart;
  const to = hit.spanEnd - hit.sentenceStart;
  return (
    <>
      {hit.sentence.slice(0, from).trimStart()}
      <b>{hit.sentence.slice(from, to)}</b>
      {hit.sentence.slice(to).trimEnd()}
    </>
  );
}

function Facts({ hit }: { hit: ReaderHit }) {
  return (
    <dl className={styles.facts}>
      {hit.counts ? null : (
        <div>
          <dt>为什么不计入</dt>
          <dd>这里是“{STANCE_LABEL[hit.stance]}”，不是要求基层去做。</dd>
        </div>
      )}
      <div>
        <dt>问题类型</dt>
        <dd>{PROBLEM_CLASS_LABEL[PROBLEM_OF_DEMAND[hit.demand]]}</dd>
      </div>
      {hit.doer === null ? null : (
        <div>
          <dt>谁来做</dt>
          <dd>{hit.doer}</dd>
        </div>
      )}
      {hit.figures.length === 0 ? null : (
        <div>
          <dt>数字</dt>
          <dd>{hit.figures.join("、")}</dd>
        </div>
      )}
      {hit.why === undefined ? null : (
        <div>
          <dt>判断依据</dt>
          <dd>{hit.why}</dd>
        </div>
      )}
      <div className={styles.toText}>
        <a href={`#${markId(hit.id)}`}>看原文</a>
      </div>
    </dl>
  );
}

function Decided({ hit, mayDecide, onUndo }: { hit: ReaderHit; mayDecide: boolean; onUndo: () => void }) {
  return (
    <div className={styles.decided} data-state={hit.state}>
      <p>
        {decisionText(hit)}
        {hit.asset === null ? null : (
          <>
            ，条目：
            {hit.asset.name === null ? (
              "（看不到的条目）"
            ) : (
              <Link href={`/assets/${hit.asset.id}`}>{hit.asset.name}</Link>
            )}
          </>
        )}
        {hit.unit === null ? null : (
          <>
            ，单位：
            {hit.unit.name === null ? "（看不到的单位）" : <Link href={`/units/${hit.unit.id}`}>{hit.unit.name}</Link>}
          </>
        )}
        {hit.indicator === null ? null : (
          <>
            ，考核指标：<Link href="/indicators">{hit.indicator.name ?? "（看不到的指标）"}</Link>
          </>
        )}
      </p>
      {mayDecide ? (
        <Button onClick={onUndo}>
          撤回 <kbd>U</kbd>
        </Button>
      ) : null}
    </div>
  );
}
