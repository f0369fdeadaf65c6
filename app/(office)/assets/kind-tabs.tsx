import Link from "next/link";
import { ASSET_KIND_LABEL, ASSET_KINDS, type AssetKind } from "#lib/asset/vocabulary.ts";
import styles from "./kind-tabs.module.css";
import { type AssetSearch, assetsHref, refined } from "./search-params.ts";

/** The kinds, each with how many items of it pass the other filters. */
export function KindTabs({ search, counts }: { search: AssetSearch; counts: Record<AssetKind, number> }) {
  const only = search.filter.kinds?.length === 1 ? search.filter.kinds[0] : undefined;
  const all = ASSET_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  const go = (kinds: readonly AssetKind[] | undefined) => {
    const { attributes: _, ...filter } = refined(search, { kinds }).filter;
    return assetsHref({ ...refined(search, { kinds }), filter, columns: undefined });
  };
  return (
    <nav aria-label="条目种类" className={`${styles.tabs} no-print`}>
      <Link href={go(undefined)} aria-current={search.filter.kinds === undefined ? "true" : undefined}>
        全部 <span>{all.toLocaleString("zh-CN")}</span>
      </Link>
      {ASSET_KINDS.map((kind) => (
        <Link key={kind} href={go([kind])} aria-current={only === kind ? "true" : undefined}>
          {ASSET_KIND_LABEL[kind]} <span>{counts[kind].toLocaleString("zh-CN")}</span>
        </Link>
      ))}
    </nav>
  );
}
