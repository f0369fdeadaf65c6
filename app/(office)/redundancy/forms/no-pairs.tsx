import Link from "next/link";
import type { Place } from "#db/queries/in-region.ts";
import type { ComparedForm, countFormStock } from "#db/queries/overlaps.ts";
import { formatNumber } from "#lib/format/number.ts";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { pairsHref } from "./search-params.ts";

/** Why no two forms are known to overlap, and what to do. */
export function NoPairs({ stock: { running, withFields } }: { stock: Awaited<ReturnType<typeof countFormStock>> }) {
  if (running === 0)
    return (
      <EmptyState title="台账里没有在用的报表表单">
        <p>
          <Link href="/imports">导入</Link>或<Link href="/assets/new?kind=form">登记</Link>
          报表表单及其栏目后，这里自动列出内容重复的表。
        </p>
      </EmptyState>
    );
  if (withFields === 0)
    return (
      <EmptyState title="还没有一张表登记了栏目">
        <p>
          比对重复要看每张表有哪些栏目。在用的 {formatNumber(running)} 张表都没有登记栏目：
          <Link href="/imports">导入</Link>带栏目的表单台账，或在
          <Link href="/assets?kind=form">表单台账</Link>里逐张补填。
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title="没有发现内容重复的表">
      <p>
        在用的 {formatNumber(running)} 张表中，{formatNumber(withFields)}{" "}
        张登记了栏目，两两比对后，没有相同内容达到三成、 或被另一张表包含过半的。没有登记栏目的表无从比对。
      </p>
    </EmptyState>
  );
}

/** That no pair fits the conditions of a list. */
export function NoFittingPairs({ pairs, place }: { pairs: number; place: Place }) {
  return (
    <EmptyState title="没有符合条件的表单对">
      <p>
        现有 {formatNumber(pairs)} 对有重复的表单，都不在所选条件之内。降低比例、减少几个条件，或者
        <Link href={pairsHref({ filter: place })}>看全部</Link>。
      </p>
    </EmptyState>
  );
}

/** That no pair of one form fits, and why; undefined where the form is not for the reader to see, or is gone. */
export function NoPairsOf({ form }: { form: ComparedForm | undefined }) {
  if (form === undefined)
    return (
      <EmptyState title="没有可以显示的比对">
        <p>这张表已不在台账里，或者不在您能看到的范围内。</p>
      </EmptyState>
    );
  const item = <Link href={`/assets/${form.id}`}>《{form.name}》</Link>;
  if (!form.isRunning)
    return (
      <EmptyState title="这张表已不在用">
        <p>只比对在用的表。{item}的处置情况见条目页。</p>
      </EmptyState>
    );
  if (!form.hasFields)
    return (
      <EmptyState title="这张表还没有登记栏目">
        <p>比对的是每一栏要填的数据项。在{item}里登记栏目后，保存时就会比对。</p>
      </EmptyState>
    );
  return (
    <EmptyState title="没有与这张表重复的表">
      <p>在所选条件之内，没有哪张在用的表与{item}相同达到三成、或者一方过半被另一方包含。</p>
    </EmptyState>
  );
}
