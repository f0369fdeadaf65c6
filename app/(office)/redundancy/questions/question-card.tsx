"use client";

import Link from "next/link";
import type { OpenQuestion, OpenSide } from "#db/queries/questions.ts";
import { formatNumber } from "#lib/format/number.ts";
import styles from "./questions.module.css";

/** Fields around the one that is asked about. */
const AROUND = 4;

/** One question in plain words: the two labels, where they stand, why it is asked, and what the answer settles. */
export function QuestionCard({
  question,
  isContextOpen,
  onContext,
  note,
  onNote,
}: {
  question: OpenQuestion;
  isContextOpen: boolean;
  onContext: (isOpen: boolean) => void;
  note: string;
  onNote: (note: string) => void;
}) {
  const { a, b, because, reading, settles } = question;
  return (
    <article className={styles.card} aria-labelledby="question">
      <h2 id="question" className={styles.question}>
        这两栏问的是不是同一项？
      </h2>
      <div className={styles.sides}>
        <Side name="A" side={a} isContextOpen={isContextOpen} />
        <Side name="B" side={b} isContextOpen={isContextOpen} />
      </div>
      <dl className={styles.why}>
        <dt>为什么问</dt>
        <dd>
          {because}
          {reading === "same" ? "（字面上像同一项，还没有人确认）" : ""}
        </dd>
        <dt>认定后</dt>
        <dd>
          {formatNumber(settles.pairs)} 对表单是不是重复收集这一项就有了定论
          {settles.hours === null
            ? "；涉及的工时未知"
            : `；若是同一项，每年重复填报约 ${formatNumber(settles.hours)} 小时`}
        </dd>
      </dl>
      <div className="row">
        <button
          type="button"
          className={styles.contextButton}
          aria-expanded={isContextOpen}
          onClick={() => onContext(!isContextOpen)}
        >
          <kbd>C</kbd>
          {isContextOpen ? "收起前后字段" : "看前后字段"}
        </button>
        <label className={styles.note}>
          <span>说明（可不填）</span>
          <input value={note} maxLength={500} onChange={(event) => onNote(event.target.value)} />
        </label>
      </div>
    </article>
  );
}

function Side({ name, side, isContextOpen }: { name: string; side: OpenSide; isContextOpen: boolean }) {
  const { label, forms, units, places, form, context } = side;
  const rest = forms - places.length;
  return (
    <section className={styles.side} aria-label={`${name}：${label}`}>
      <p className={styles.label}>
        <span aria-hidden>{name}</span>“{label}”
      </p>
      <p className="soft">读作：{side.name}</p>
      <p>
        {formatNumber(forms)} 张表在问，涉及 {formatNumber(units)} 个单位
      </p>
      <ul className={styles.places}>
        {places.map((place) => (
          <li key={place.id}>
            <Link href={`/assets/${place.id}`} target="_blank">
              《{place.name}》
            </Link>
            {place.unitName === null ? "" : ` ${place.unitName}`}
            {place.label === label ? "" : `（写作“${place.label}”）`}
          </li>
        ))}
        {rest > 0 ? <li className="soft">另有 {formatNumber(rest)} 张</li> : null}
      </ul>
      {isContextOpen ? (
        <div className={styles.context}>
          <p className="soft small">《{form.title}》里它的前后：</p>
          <ol>
            {around(context, label).map(({ at, text, isThis }) => (
              <li key={at} value={at + 1} aria-current={isThis || undefined}>
                {text}
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </section>
  );
}

function around(labels: readonly string[], label: string): { at: number; text: string; isThis: boolean }[] {
  const place = Math.max(0, labels.indexOf(label));
  return labels
    .map((text, at) => ({ at, text, isThis: at === place }))
    .slice(Math.max(0, place - AROUND), place + AROUND + 1);
}
