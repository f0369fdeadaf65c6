import { sum } from "d3-array";
import type { AssetFilter } from "#db/queries/asset-filter.ts";
import type { Figure } from "#db/queries/dashboard.ts";
import { ASSET_KIND_LABEL, ASSET_KINDS, type AssetKind } from "#lib/asset/vocabulary.ts";
import { FigureLink } from "../../_components/figure-link.tsx";
import { FigureTable } from "../../_components/figure-table.tsx";

/** Counts by kind and by one more thing, each a link to its rows; parts that never occur have no column. */
export function KindTable<P extends string>({
  caption,
  parts,
  figures,
  total,
}: {
  caption: string;
  parts: readonly { key: P; label: string }[];
  figures: readonly (Figure & { kind: AssetKind; part: P })[];
  /** The rows behind the total of a kind (or of all kinds), and behind the total of a part. */
  total: { ofAll: AssetFilter; ofPart: (part: P) => AssetFilter };
}) {
  const shown = parts.filter((part) => figures.some((figure) => figure.part === part.key && figure.items > 0));
  const kinds = ASSET_KINDS.filter((kind) => figures.some((figure) => figure.kind === kind));
  const items = (of: readonly Figure[]) => sum(of, (figure) => figure.items);
  const row = (id: string, title: string, of: typeof figures, filter: AssetFilter) => ({
    id,
    title,
    cells: Object.fromEntries([
      ...shown.map((part) => {
        const found = of.filter((figure) => figure.part === part.key);
        const only = found[0]?.filter;
        return [
          part.key,
          <FigureLink
            key={part.key}
            items={items(found)}
            filter={id === "all" || only === undefined ? total.ofPart(part.key) : only}
            about={`${title}，${part.label}`}
          />,
        ];
      }),
      ["all", <FigureLink key="all" items={items(of)} filter={filter} about={`${title}，合计`} />],
    ]),
  });
  return (
    <FigureTable
      caption={caption}
      corner="种类"
      columns={[...shown.map((part) => ({ id: part.key, title: part.label })), { id: "all", title: "合计" }]}
      rows={[
        ...kinds.map((kind) =>
          row(
            kind,
            ASSET_KIND_LABEL[kind],
            figures.filter((figure) => figure.kind === kind),
            { ...total.ofAll, kinds: [kind] },
          ),
        ),
        ...(kinds.length > 1 ? [{ ...row("all", "合计", figures, total.ofAll), isTotal: true }] : []),
      ]}
    />
  );
}
