import Link from "next/link";
import type { FormPairRow } from "#db/queries/overlaps.ts";
import { formatNumber } from "#lib/format/number.ts";
import { REPEATING_RELATIONS } from "#lib/redundancy/vocabulary.ts";
import { RelationTag } from "../../redundancy/forms/relation-tag.tsx";
import { compareHref, pairsHref } from "../../redundancy/forms/search-params.ts";

/** The forms that repeat this one, the nearest first; the rest of them open from the count. */
export function RepeatedForms({ assetId, pairs, total }: { assetId: string; pairs: FormPairRow[]; total: number }) {
  return (
    <section className="panel" aria-labelledby="repeated">
      <h2 id="repeated">与哪些表重复</h2>
      {total === 0 ? (
        <p className="soft">没有发现与本表重复的在用报表。没有登记字段的表无法比对。</p>
      ) : (
        <>
          <p className="soft">
            有{" "}
            <Link href={pairsHref({ filter: { relations: REPEATING_RELATIONS, form: assetId } })}>
              {formatNumber(total)} 张在用报表
            </Link>
            与本表重复或部分重复。点表名并排比对，逐栏看相同在哪里。
          </p>
          <ul>
            {pairs.map(({ b, relation, shared, sizeA }) => (
              <li key={b.id}>
                <RelationTag relation={relation} /> <Link href={compareHref(assetId, b.id)}>{b.name}</Link>
                <span className="soft small">
                  {b.unitName === null ? "" : `　${b.unitName}`}　本表 {formatNumber(sizeA)} 项中 {formatNumber(shared)}{" "}
                  项相同
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
