import Link from "next/link";
import type { AssetFilter } from "#db/queries/asset-filter.ts";
import { formatNumber } from "#lib/format/number.ts";
import { assetsHref, DEFAULT_SORT } from "../(office)/assets/search-params.ts";

/** Where the rows behind a number are listed. */
export function rowsHref(filter: AssetFilter): string {
  return assetsHref({ filter, sort: DEFAULT_SORT, size: 50 });
}

/** A number that opens the rows it was counted from. `about` says to a screen reader what is counted. */
export function FigureLink({ items, filter, about }: { items: number; filter: AssetFilter; about: string }) {
  if (items === 0) return <span className="soft">0</span>;
  return (
    <Link href={rowsHref(filter)} aria-label={`${about}：${formatNumber(items)} 条，查看明细`}>
      {formatNumber(items)}
    </Link>
  );
}
