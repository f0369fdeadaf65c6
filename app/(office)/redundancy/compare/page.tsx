import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { can } from "#lib/actor.ts";
import { formatNumber } from "#lib/format/number.ts";
import type { AlignedField, FieldPair } from "#lib/redundancy/form/align.ts";
import { relationReason } from "#lib/redundancy/form/relation-reason.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { read } from "../../../_server/read.ts";
import { PrintButton } from "../../assets/[assetId]/print-button.tsx";
import { respondentText } from "../forms/columns.ts";
import { RelationTag } from "../forms/relation-tag.tsx";
import { pairsHref } from "../forms/search-params.ts";
import { AnswerButtons, type Question } from "./answer-buttons.tsx";
import styles from "./compare.module.css";
import { CostNote } from "./cost-note.tsx";
import { FormCard } from "./form-card.tsx";
import { loadComparison } from "./load-comparison.ts";
import { PairList } from "./pair-list.tsx";
import { parseComparison } from "./search-params.ts";

export const metadata: Metadata = { title: "并排比对" };

export default async function ComparePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const ids = parseComparison(await searchParams);
  if (ids === undefined) notFound();
  const { actor, comparison } = await read(async (tx, actor) => ({
    actor,
    comparison: await loadComparison(tx, actor, ids),
  }));
  if (comparison === undefined) notFound();
  const { a, b, alignment, relation, counts, respondentsDiffer, cost } = comparison;
  const mayDecide = can(actor, "decide_aliases") && a.reached && b.reached;
  const own = alignment.same.filter(({ header }) => !header);
  const headers = alignment.same.filter(({ header }) => header);
  const refute = (pair: FieldPair) => (
    <AnswerButtons
      question={questionOf(pair, a.name, b.name)}
      answers={[{ answer: "different", label: "这两栏不是同一项" }]}
    />
  );
  return (
    <>
      <PageHeader
        title="两张表并排比对"
        note={
          <>
            逐栏看两张表要填的是不是同一项数据。
            <Link href={pairsHref({ filter: { form: a.id } })}>与甲表重复的其他表</Link>，
            <Link href={pairsHref({ filter: { form: b.id } })}>与乙表重复的其他表</Link>
          </>
        }
        actions={
          <>
            {can(actor, "propose") && a.reached && b.reached ? (
              <Link className="button" href={`/proposals/what-if?items=${a.id},${b.id}`}>
                试算取消或合并
              </Link>
            ) : null}
            <a className="button" href={`/redundancy/compare/export?a=${a.id}&b=${b.id}`} download>
              导出
            </a>
            <PrintButton />
          </>
        }
      />
      <div className={styles.cards}>
        <FormCard mark="甲" form={a} elements={counts.a} />
        <FormCard mark="乙" form={b} elements={counts.b} />
      </div>
      <section className={`panel ${styles.verdict}`} aria-label="结论">
        <div className="row">
          <h2>两表关系</h2>
          <RelationTag relation={relation} />
        </div>
        <p>{relationReason(relation, counts, [a.name, b.name])}</p>
        {respondentsDiffer ? (
          <p>
            但甲表由{respondentText(a.respondent)}填，乙表由{respondentText(b.respondent)}
            填，不是向同一填报主体要两遍，不列入表单重复。
          </p>
        ) : null}
        {cost === null ? null : <CostNote cost={cost} />}
      </section>
      <section className={`panel ${styles.section}`} aria-labelledby="same">
        <h2 id="same">内容相同的栏目（{formatNumber(own.length)}）</h2>
        {own.length === 0 ? (
          <p className="soft">除各表都有的基本信息外，没有相同的栏目。</p>
        ) : (
          <>
            <p className="soft">填的是同一项数据，叫法可以不同。</p>
            <PairList caption="内容相同的栏目" pairs={own} {...(mayDecide && { answers: refute })} />
          </>
        )}
      </section>
      {alignment.ask.length === 0 ? null : (
        <section className={`panel ${styles.section}`} aria-labelledby="ask">
          <h2 id="ask">要人来认定的栏目（{formatNumber(alignment.ask.length)}）</h2>
          <p className="soft">
            {mayDecide
              ? "只看栏目名称分不清。认定一次，所有表上都照此比对，以后不再问；可在“已认定的异同”中撤销。"
              : "只看栏目名称分不清，由监督检查人员认定；认定前不算相同。"}
          </p>
          <PairList
            caption="要人来认定的栏目"
            pairs={alignment.ask}
            {...(mayDecide && {
              answers: (pair: FieldPair) => (
                <AnswerButtons
                  question={questionOf(pair, a.name, b.name)}
                  answers={[
                    { answer: "same", label: "是同一项" },
                    { answer: "different", label: "不是同一项" },
                  ]}
                />
              ),
            })}
          />
        </section>
      )}
      {alignment.near.length === 0 ? null : (
        <section className={`panel ${styles.section}`} aria-labelledby="near">
          <h2 id="near">容易混淆、其实不同的栏目（{formatNumber(alignment.near.length)}）</h2>
          <PairList caption="容易混淆、其实不同的栏目" pairs={alignment.near} />
        </section>
      )}
      <section className="panel" aria-label="只在一张表上的栏目">
        <div className={styles.only}>
          <Only title="只有甲表要填的栏目" fields={alignment.onlyA} />
          <Only title="只有乙表要填的栏目" fields={alignment.onlyB} />
        </div>
      </section>
      {headers.length === 0 ? null : (
        <details className={`panel ${styles.fold}`}>
          <summary>各表都有的基本信息，两表相同的（{formatNumber(headers.length)}）</summary>
          <PairList caption="各表都有的基本信息" pairs={headers} {...(mayDecide && { answers: refute })} />
        </details>
      )}
      <Again marks={[alignment.againA, alignment.againB]} />
      <Aside marks={[alignment.asideA, alignment.asideB]} />
    </>
  );
}

/** One and the same key is set apart on this form only; unlike keys mean the data, wherever they stand. */
function questionOf({ a, b }: FieldPair, titleA: string, titleB: string): Question {
  const isOne = a.read?.key === b.read?.key;
  return {
    a: { label: a.label, form: isOne ? titleA : null, key: a.read?.key ?? "" },
    b: { label: b.label, form: isOne ? titleB : null, key: b.read?.key ?? "" },
  };
}

function Only({ title, fields }: { title: string; fields: readonly AlignedField[] }) {
  return (
    <div>
      <h3>
        {title}（{formatNumber(fields.length)}）
      </h3>
      {fields.length === 0 ? (
        <p className="soft">没有。</p>
      ) : (
        <ul>
          {fields.map(({ position, label }) => (
            <li key={position}>{label}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Marks = readonly [readonly AlignedField[], readonly AlignedField[]];
const count = (marks: Marks) => formatNumber(marks[0].length + marks[1].length);

/** What a form asks twice of itself. */
function Again({ marks }: { marks: Marks }) {
  if (marks.every((fields) => fields.length === 0)) return null;
  return (
    <details className={`panel ${styles.fold}`}>
      <summary>在本表内又问一遍的栏目（{count(marks)}）</summary>
      <div className={styles.only}>
        <Only title="甲表" fields={marks[0]} />
        <Only title="乙表" fields={marks[1]} />
      </div>
    </details>
  );
}

/** What asks nobody for a datum and is not compared. */
function Aside({ marks }: { marks: Marks }) {
  if (marks.every((fields) => fields.length === 0)) return null;
  return (
    <details className={`panel ${styles.fold}`}>
      <summary>序号、备注、填表人、系统生成等不参加比对的栏目（{count(marks)}）</summary>
      <div className={styles.only}>
        <Only title="甲表" fields={marks[0]} />
        <Only title="乙表" fields={marks[1]} />
      </div>
    </details>
  );
}
