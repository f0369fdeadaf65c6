import Link from "next/link";
import type { IndicatorRow } from "#db/queries/indicators.ts";
import { formatDay } from "#lib/format/date.ts";
import { recommendedRemoval } from "#lib/indicator/removal.ts";
import { INDICATOR_BASIS_LABEL, INDICATOR_STATE_LABEL } from "#lib/indicator/vocabulary.ts";
import { Unknown } from "../../_components/tags.tsx";
import { IndicatorWork } from "./indicator-work.tsx";
import styles from "./indicators.module.css";

/** Indicators, each with its words, where they stand, what is recommended, and how far it is. */
export function IndicatorList({
  items,
  mayAmend,
  today,
}: {
  items: readonly IndicatorRow[];
  mayAmend: boolean;
  today: string;
}) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.id} className="panel" aria-labelledby={`name-${item.id}`}>
          <div className="row spread">
            <h2 id={`name-${item.id}`}>{item.name}</h2>
            <span className={styles.state} data-state={item.state}>
              {INDICATOR_STATE_LABEL[item.state]}
            </span>
          </div>
          <blockquote className={styles.quote}>“{item.quote}”</blockquote>
          <dl className={styles.facts}>
            <div>
              <dt>出处</dt>
              <dd>
                {item.place === null ? (
                  item.scheme
                ) : (
                  <Link
                    href={`/texts/${item.place.textId}${item.place.hitId === null ? "" : `?hit=${item.place.hitId}`}`}
                  >
                    {item.scheme}
                  </Link>
                )}
              </dd>
            </div>
            <div>
              <dt>考核单位</dt>
              <dd>{item.unitName ?? <Unknown />}</dd>
            </div>
            <div>
              <dt>分值</dt>
              <dd>{item.weight ?? <Unknown>没有写</Unknown>}</dd>
            </div>
            <div>
              <dt>依据</dt>
              <dd>{item.bases.map((basis) => INDICATOR_BASIS_LABEL[basis]).join("；")}</dd>
            </div>
            {item.asset === null ? null : (
              <div>
                <dt>涉及条目</dt>
                <dd>
                  <Link href={`/assets/${item.asset.id}`}>{item.asset.name}</Link>
                </dd>
              </div>
            )}
            <div className={styles.wide}>
              <dt>处理建议</dt>
              <dd>{recommendedRemoval(item.name, item.bases)}</dd>
            </div>
            {item.stateNote === null && item.removedOn === null ? null : (
              <div className={styles.wide}>
                <dt>说明</dt>
                <dd>
                  {item.removedOn === null ? "" : `${formatDay(item.removedOn)}取消。`}
                  {item.stateNote}
                </dd>
              </div>
            )}
          </dl>
          {mayAmend ? <IndicatorWork indicator={amendable(item)} today={today} /> : null}
        </li>
      ))}
    </ul>
  );
}

function amendable({ id, name, weight, bases, state, updatedAt }: IndicatorRow) {
  return { id, name, weight, bases, state, seenAt: updatedAt.toISOString() };
}
