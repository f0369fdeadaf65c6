"use client";

import { Button } from "antd";
import { useId, useRef, useState } from "react";
import { DEMAND_LABEL } from "#lib/asset/vocabulary.ts";
import { ADVICE } from "#lib/scan/advice.ts";
import { distinctHits } from "#lib/scan/distinct-hits.ts";
import { explainHit } from "#lib/scan/explain-hit.ts";
import { passagesOf } from "#lib/scan/passages.ts";
import { scanText } from "#lib/scan/scan.ts";
import { STANCE_LABEL } from "#lib/scan/stance.ts";
import { HighlightedText, markId } from "../highlighted-text.tsx";
import styles from "../texts.module.css";

/** Characters of a draft; longer ones are registered texts. */
const MAX_DRAFT = 100_000;

/** Scans a draft where it was typed, and says how each demand may be left out. */
export function DraftCheck() {
  const id = useId();
  const words = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  return (
    <>
      <form
        className="panel stack"
        aria-label="草稿"
        onSubmit={(event) => {
          event.preventDefault();
          const text = (words.current?.value ?? "").replaceAll("\r\n", "\n");
          setEmpty(text.trim() === "");
          setDraft(text.trim() === "" ? null : text);
        }}
      >
        <label htmlFor={id}>草稿全文</label>
        <textarea
          id={id}
          ref={words}
          className={styles.draft}
          rows={10}
          maxLength={MAX_DRAFT}
          aria-invalid={isEmpty || undefined}
          placeholder="把通知、考核办法或者群公告的草稿粘贴在这里"
        />
        {isEmpty ? <p role="alert">请先粘贴草稿。</p> : null}
        <div className="row">
          <Button type="primary" htmlType="submit">
            检查
          </Button>
        </div>
      </form>
      {draft === null ? null : <Checked text={draft} />}
    </>
  );
}

function Checked({ text }: { text: string }) {
  const [currentId, setCurrent] = useState<string | undefined>(undefined);
  const hits = distinctHits(scanText(text)).map((hit, index) => ({
    ...hit,
    id: `draft-${index}`,
    number: index + 1,
    spanStart: hit.span.start,
  }));
  const counting = hits.filter(({ counts }) => counts);
  const passages = passagesOf(
    text,
    hits.map(({ span }) => span),
  ).map((passage) => ({ ...passage, text: passage.is === "gap" ? "" : text.slice(passage.start, passage.end) }));
  return (
    <>
      <section className="panel" aria-labelledby="advice">
        <h2 id="advice" role="status">
          {counting.length === 0 ? "没有找到给基层添负担的要求" : `有 ${counting.length} 处建议修改`}
        </h2>
        {counting.length === 0 ? (
          <p className="soft">扫描只找十一类常见要求，发文前仍请通读一遍。</p>
        ) : (
          <ol className={styles.advice}>
            {counting.map((hit) => (
              <li key={hit.id}>
                <p>
                  <a href={`#${markId(hit.id)}`} onClick={() => setCurrent(hit.id)}>
                    第 {hit.number} 处，{DEMAND_LABEL[hit.demand]}（{STANCE_LABEL[hit.stance]}）
                  </a>
                  ：“{text.slice(hit.sentence.start, hit.sentence.end).trim()}”
                </p>
                <p>建议：{ADVICE[hit.demand]}</p>
                <p className="soft small">{explainHit(hit)}</p>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section className="panel" aria-label="草稿原文">
        <HighlightedText passages={passages} hits={hits} currentId={currentId} onChoose={setCurrent} />
      </section>
    </>
  );
}
