import type { WorkLine } from "../../asset/vocabulary.ts";
import type { FormRelation } from "../vocabulary.ts";
import { clusterName } from "./cluster-name.ts";
import { clustersOf } from "./clusters.ts";

/** A form as the map of clusters shows it; null is unknown. */
export type MapForm = {
  id: string;
  name: string;
  unitName: string | null;
  workLine: WorkLine | null;
  hours: number | null;
  /** Keys of its elements that are no header. */
  own: readonly string[];
};
export type MapPair = { a: string; b: string; relation: FormRelation; share: number };

/** Forms that repeat each other, and what they are called together. */
export type Cluster = {
  /** From 1, the largest first. */
  number: number;
  name: string;
  /** Those that repeat the most others first. */
  forms: readonly (MapForm & { pairs: number })[];
  /** The pairs within. */
  pairs: readonly MapPair[];
  /** Hours a year of the forms of which they are known; null where they are known of none. */
  hours: number | null;
  hoursUnknown: number;
  units: number;
  /** The line of work that a third of the forms and more than of any other are of; "mixed" where there is none, null where most are unknown. */
  line: WorkLine | "mixed" | null;
  /** How many lines of work are known among the forms. */
  lines: number;
};

/** How many pairs two clusters have between them, by their numbers. */
export type ClusterLink = { a: number; b: number; pairs: number };

/** The forms of the pairs in clusters, and what lies between the clusters; `nameOf` names an element by its key. */
export function clusterMap(
  forms: readonly MapForm[],
  pairs: readonly MapPair[],
  nameOf?: (key: string) => string,
): { clusters: Cluster[]; links: ClusterLink[] } {
  const byId = new Map(forms.map((form) => [form.id, form]));
  const groups = clustersOf(pairs);
  const numberOf = new Map(groups.flatMap((ids, at) => ids.map((id) => [id, at + 1] as const)));
  const within = new Map<number, MapPair[]>();
  const between = new Map<string, ClusterLink>();
  for (const pair of pairs) {
    const [one, other] = [numberOf.get(pair.a) ?? 0, numberOf.get(pair.b) ?? 0].sort((x, y) => x - y) as [
      number,
      number,
    ];
    if (one === other) {
      const known = within.get(one);
      if (known) known.push(pair);
      else within.set(one, [pair]);
      continue;
    }
    const link = between.get(`${one} ${other}`);
    if (link) link.pairs++;
    else between.set(`${one} ${other}`, { a: one, b: other, pairs: 1 });
  }
  const asking = new Map<string, number>();
  for (const { own } of forms) for (const key of new Set(own)) asking.set(key, (asking.get(key) ?? 0) + 1);
  const clusters = groups.map((ids, at) => {
    const members = ids.flatMap((id) => byId.get(id) ?? []);
    return clusterOf(at + 1, members, within.get(at + 1) ?? [], asking, nameOf);
  });
  return { clusters, links: [...between.values()].sort((x, y) => y.pairs - x.pairs || x.a - y.a || x.b - y.b) };
}

function clusterOf(
  number: number,
  members: readonly MapForm[],
  pairs: readonly MapPair[],
  asking: ReadonlyMap<string, number>,
  nameOf: ((key: string) => string) | undefined,
): Cluster {
  const degree = new Map<string, number>();
  for (const { a, b } of pairs) for (const id of [a, b]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const forms = members
    .map((form) => ({ ...form, pairs: degree.get(form.id) ?? 0 }))
    .sort((x, y) => y.pairs - x.pairs || (x.id < y.id ? -1 : 1));
  const hours = members.flatMap((form) => form.hours ?? []);
  return {
    number,
    name: clusterName(
      members.map(({ name, own }) => ({ title: name, own })),
      asking,
      nameOf,
    ).name,
    forms,
    pairs,
    hours: hours.length === 0 ? null : hours.reduce((sum, one) => sum + one, 0),
    hoursUnknown: members.length - hours.length,
    units: new Set(members.flatMap(({ unitName }) => unitName ?? [])).size,
    line: lineOf(members),
    lines: new Set(members.flatMap(({ workLine }) => workLine ?? [])).size,
  };
}

function lineOf(members: readonly MapForm[]): Cluster["line"] {
  const counts = [...Map.groupBy(members, ({ workLine }) => workLine)]
    .map(([line, forms]) => ({ line, count: forms.length }))
    .sort((x, y) => y.count - x.count);
  const [first, second] = counts;
  if (first === undefined || first.count * 3 < members.length || first.count === second?.count) return "mixed";
  return first.line;
}
