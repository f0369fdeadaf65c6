import { groups } from "d3-array";
import type { countHitsByRule } from "#db/queries/dashboard.ts";
import { PROBLEM_CLASS_LABEL, PROBLEM_CLASSES } from "#lib/risk/problem-class.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { FigureLink } from "../../_components/figure-link.tsx";
import styles from "./dashboard.module.css";

/** A class shows its most frequent rules; the rest unfold. */
const SHOWN = 4;

type Hits = Awaited<ReturnType<typeof countHitsByRule>>;

/** What is found most, by official class, and apart from it what is exempt. Rules are listed, never units or people. */
export function RulesPanel({ hits, exempt }: { hits: Hits; exempt: Hits }) {
  const byClass = new Map(groups(hits, (hit) => RULES.get(hit.ruleId)?.problemClass));
  return (
    <section className="panel" aria-label="常见问题">
      <h2>常见问题</h2>
      {hits.length === 0 ? <p className="soft">还没有命中规则的条目。</p> : null}
      <div className={styles.classes}>
        {PROBLEM_CLASSES.map((problemClass) => {
          const rules = byClass.get(problemClass) ?? [];
          return rules.length === 0 ? null : (
            <div key={problemClass}>
              <h3>{PROBLEM_CLASS_LABEL[problemClass]}</h3>
              <HitList hits={rules.slice(0, SHOWN)} />
              {rules.length > SHOWN ? (
                <details className="small">
                  <summary>另有 {rules.length - SHOWN} 条规则有命中</summary>
                  <HitList hits={rules.slice(SHOWN)} />
                </details>
              ) : null}
            </div>
          );
        })}
        {exempt.length === 0 ? null : (
          <div>
            <h3>经批准豁免，不计命中</h3>
            <HitList hits={exempt} />
          </div>
        )}
      </div>
    </section>
  );
}

function HitList({ hits }: { hits: Hits }) {
  return (
    <ul className={styles.rules}>
      {hits.map((hit) => {
        const title = RULES.get(hit.ruleId)?.title ?? hit.ruleId;
        return (
          <li key={hit.ruleId}>
            <span>{title}</span>
            <FigureLink items={hit.items} filter={hit.filter} about={title} />
          </li>
        );
      })}
    </ul>
  );
}
