import type { CostKey, sumCostsByKind } from "#db/queries/dashboard.ts";
import { ASSET_KIND_LABEL, ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { formatMoney } from "#lib/format/money.ts";
import { FigureLink } from "../../_components/figure-link.tsx";
import { FigureTable } from "../../_components/figure-table.tsx";

const LABEL: Record<CostKey, string> = { buildCost: "建设费用", yearlyCost: "年运维费用" };

/** What running items cost, over those whose cost is known. */
export function CostsPanel({ costs }: { costs: Awaited<ReturnType<typeof sumCostsByKind>> }) {
  const rows = ASSET_KINDS.flatMap((kind) => costs.filter((cost) => cost.kind === kind));
  return (
    <section className="panel" aria-label="经费">
      <h2>经费</h2>
      {rows.length === 0 ? (
        <p className="soft">没有登记经费的条目。</p>
      ) : (
        <FigureTable
          caption="经费"
          corner="项目"
          columns={[
            { id: "yuan", title: "金额" },
            { id: "known", title: "已填条目" },
            { id: "unknown", title: "未知" },
          ]}
          rows={rows.map(({ kind, cost, yuan, known, unknown }) => {
            const title = `${ASSET_KIND_LABEL[kind]}${LABEL[cost]}`;
            return {
              id: `${kind}${cost}`,
              title,
              cells: {
                yuan: known.items === 0 ? <span className="soft">未知</span> : formatMoney(yuan),
                known: <FigureLink {...known} about={`${title}，已填`} />,
                unknown: <FigureLink {...unknown} about={`${title}，未知`} />,
              },
            };
          })}
        />
      )}
    </section>
  );
}
