import Link from "next/link";
import type { ComparedForm } from "#db/queries/compared-forms.ts";
import { WORK_LINE_LABEL } from "#lib/asset/vocabulary.ts";
import { annualBurden } from "#lib/burden/annual-burden.ts";
import { formatHours } from "#lib/format/hours.ts";
import { formatNumber } from "#lib/format/number.ts";
import { Unknown } from "../../../_components/tags.tsx";
import { frequencyText, respondentText } from "../forms/columns.ts";
import styles from "./compare.module.css";

/** What is known of one of the two forms. */
export function FormCard({ mark, form, elements }: { mark: "甲" | "乙"; form: ComparedForm; elements: number }) {
  const burden = form.reached ? annualBurden("form", form.attributes) : undefined;
  const frequency = form.reached
    ? frequencyText({
        frequency: form.attributes.frequency ?? null,
        timesPerYear: form.attributes.timesPerYear ?? null,
      })
    : null;
  return (
    <section className={styles.card} aria-label={`${mark}表`}>
      <h2>
        <span className={styles.mark}>{mark}</span>
        {form.reached ? <Link href={`/assets/${form.id}`}>{form.name}</Link> : form.name}
      </h2>
      <dl className={styles.facts}>
        <dt>主办单位</dt>
        <dd>{form.unitName ?? <Unknown />}</dd>
        <dt>填报主体</dt>
        <dd>{respondentText(form.respondent) ?? <Unknown />}</dd>
        {form.reached ? (
          <>
            <dt>条线</dt>
            <dd>{form.workLine === null ? <Unknown /> : WORK_LINE_LABEL[form.workLine]}</dd>
            <dt>多久报一次</dt>
            <dd>{frequency ?? <Unknown />}</dd>
            <dt>年负担</dt>
            <dd>{burden?.known ? formatHours(burden.hours.mid) : <Unknown />}</dd>
            <dt>栏目</dt>
            <dd>
              {formatNumber(form.fields.length)} 栏，合 {formatNumber(elements)} 项数据
            </dd>
          </>
        ) : (
          <>
            <dt>栏目</dt>
            <dd>合 {formatNumber(elements)} 项数据；别的单位的表只列数据项名称，栏目原文和负担不公开</dd>
          </>
        )}
      </dl>
      {form.reached && !form.running ? <p className="soft small">这张表已不在用。</p> : null}
    </section>
  );
}
