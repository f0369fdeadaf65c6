import Link from "next/link";
import type { QuotedPlace } from "#db/queries/item-story.ts";
import type { explainStored } from "#lib/risk/explain-stored.ts";
import type { Evidence } from "#lib/risk/outcome.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import styles from "./page.module.css";
import { type ExemptionView, RuleExemptions } from "./rule-exemptions.tsx";

export type Explained = ReturnType<typeof explainStored>[number];

/** Findings one by one: why it burdens, what was seen against which limit, the words that prove it, the basis, the remedy. */
export function FindingList({
  findings,
  places,
  view,
  focus,
}: {
  findings: readonly Explained[];
  places: readonly QuotedPlace[];
  /** Absent for an earlier run: exemptions are asked for and decided on the latest. */
  view: ExemptionView | undefined;
  /** The rule that the reader came for. */
  focus: string | undefined;
}) {
  return (
    <ul className={styles.items}>
      {findings.map((one) => (
        <li
          key={one.ruleId}
          id={`rule-${one.ruleId}`}
          data-outcome={one.outcome}
          data-focus={one.ruleId === focus ? "" : undefined}
        >
          <h4 className={styles.finding}>{one.title}</h4>
          <p className="soft small">
            {one.problem}；{one.verdict}
          </p>
          {one.outcome === "exempt" || one.outcome === "unknown" ? <p>{one.why}</p> : null}
          <EvidenceList evidence={one.evidence} places={places} />
          {one.outcome === "hit" ? <p>{RULES.get(one.ruleId)?.rationale}</p> : null}
          {one.toDo === null || one.outcome === "unknown" ? null : (
            <p>
              <strong>怎么办：</strong>
              {one.toDo}
            </p>
          )}
          <Basis basis={one.basis} />
          {view === undefined ? null : <RuleExemptions rule={{ id: one.ruleId, title: one.title }} view={view} />}
        </li>
      ))}
    </ul>
  );
}

function EvidenceList({ evidence, places }: { evidence: readonly Evidence[]; places: readonly QuotedPlace[] }) {
  if (evidence.length === 0) return null;
  return (
    <ul className={styles.evidence}>
      {evidence.map((fact) => (
        <li key={`${fact.label} ${fact.value} ${fact.quote ?? ""}`}>
          {fact.label}：<strong>{fact.value}</strong>
          {fact.limit === undefined ? null : <span>，标准为{fact.limit}</span>}
          {fact.quote === undefined ? (
            fact.source === undefined ? null : (
              <span className="soft small">（{fact.source}）</span>
            )
          ) : (
            <Quote quote={fact.quote} source={fact.source} place={places.find(({ quote }) => quote === fact.quote)} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** The sentence as it stands in the text, with the words that were found marked, and the way to its place. */
function Quote({
  quote,
  source,
  place,
}: {
  quote: string;
  source: string | undefined;
  place: QuotedPlace | undefined;
}) {
  const isWhole =
    place !== undefined && 0 <= place.start && place.start < place.end && place.end <= place.sentence.length;
  return (
    <blockquote>
      “
      {isWhole ? (
        <>
          {place.sentence.slice(0, place.start)}
          <mark>{place.sentence.slice(place.start, place.end)}</mark>
          {place.sentence.slice(place.end)}
        </>
      ) : (
        quote
      )}
      ”<span className="soft small">{source === undefined ? "" : `　${source}`}</span>
      {place === undefined ? null : (
        <span className="small no-print">
          　<Link href={`/texts/${place.textId}?hit=${place.hitId}`}>看原文中的位置</Link>
        </span>
      )}
    </blockquote>
  );
}

function Basis({ basis }: { basis: Explained["basis"] }) {
  return basis.map((one) => (
    <p key={`${one.title}${one.article ?? ""}${one.text}`} className="soft small">
      依据：{one.title}
      {one.article ?? ""}，{one.text}
      {one.mark === null ? null : <span className={styles.mark}>{one.mark}</span>}
    </p>
  ));
}
