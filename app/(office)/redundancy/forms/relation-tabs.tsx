import type { OverlapFilter } from "#db/queries/overlap-filter.ts";
import { formatNumber } from "#lib/format/number.ts";
import {
  FORM_RELATION_LABEL,
  FORM_RELATIONS,
  type FormRelation,
  REPEATING_RELATIONS,
} from "#lib/redundancy/vocabulary.ts";
import { Tabs } from "../../../_components/tabs.tsx";
import { pairsHref, relationParam } from "./search-params.ts";

/** How many pairs stand in each relation, each the way to its rows. */
export function RelationTabs({ counts, filter }: { counts: Record<FormRelation, number>; filter: OverlapFilter }) {
  const sum = (relations: readonly FormRelation[]) => relations.reduce((all, relation) => all + counts[relation], 0);
  const current = relationParam(filter.relations);
  const tabs = [
    { key: undefined, label: "需处理的", relations: REPEATING_RELATIONS, count: sum(REPEATING_RELATIONS) },
    ...FORM_RELATIONS.map((relation) => ({
      key: relation as string | undefined,
      label: FORM_RELATION_LABEL[relation],
      relations: [relation] as readonly FormRelation[],
      count: counts[relation],
    })),
    { key: "all", label: "全部", relations: undefined, count: sum(FORM_RELATIONS) },
  ];
  return (
    <Tabs
      label="按关系"
      tabs={tabs.map(({ key, label, relations, count }) => ({
        href: pairsHref({ filter: { ...filter, relations } }),
        label: `${label} ${formatNumber(count)}`,
        isCurrent: current === key,
      }))}
    />
  );
}
