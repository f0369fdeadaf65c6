import type { Asset, AssetOf, FormField } from "../asset/asset.ts";
import { isRunning } from "../asset/vocabulary.ts";
import { functionsByKey } from "../redundancy/app/function-key.ts";
import type { ElementKey } from "../redundancy/element/element.ts";
import { matterKey } from "../redundancy/matter/matter-key.ts";
import { accountsOfUnit } from "./accounts-of-unit.ts";
import { type Asked, askedElements } from "./asked-elements.ts";
import type { PortfolioFacts, SimilarApp, Tally } from "./facts.ts";
import { fieldOverlaps } from "./field-overlap.ts";
import { likeForms } from "./like-forms.ts";
import { company, EXAMPLES, meetings, others } from "./meetings.ts";
import { normalLabel } from "./normal-label.ts";
import { sameMatterSystems } from "./same-matter-systems.ts";
import { slowerTwins } from "./slower-twins.ts";
import { villageHeadGroups } from "./village-head-groups.ts";

/**
 * What the running items of a region say of each other, by item id. Two items meet the same people when one's region lies in the
 * other's subtree, forms also only when no two respondents are known; items of sibling regions are never compared. `elements` are
 * the keys of the data items by the numbers that stand in the fields; throws for a number that is not among them.
 */
export function portfolioFacts(
  all: readonly Asset[],
  fieldsOf: (assetId: string) => readonly FormField[],
  elements: ReadonlyMap<number, ElementKey>,
): Map<string, PortfolioFacts> {
  const running = all.filter(({ state }) => isRunning(state));
  const apps = running.filter((asset) => asset.kind === "app");
  const groups = running.filter((asset) => asset.kind === "group");
  const accounts = running.filter((asset) => asset.kind === "account");
  const forms = running.filter((asset) => asset.kind === "form");

  const unitGroups = tallies(
    groups,
    ({ unitId }) => unitId,
    ({ attributes }) => (attributes.groupType === undefined ? undefined : attributes.groupType === "work"),
  );
  const unitApps = tallies(
    apps,
    ({ unitId }) => unitId,
    ({ attributes }) => attributes.facesGrassroots,
  );
  const unitAccounts = tallies(
    accounts,
    ({ unitId, attributes }) => (unitId && attributes.platform ? `${unitId} ${attributes.platform}` : null),
    () => true,
  );
  // A county's group and a town's own one on the same work are a chain of command; two of one region are one too many.
  const matterOf = (asset: Asset, matter: string) => `${asset.regionCode} ${matterKey(matter)}`;
  const matters = meetings(groups, (group) =>
    group.attributes.matter === undefined ? [] : [matterOf(group, group.attributes.matter)],
  );
  const read = new Map(forms.map((form) => [form.id, askedElements(form, fieldsOf(form.id))]));
  const askedBy = new Map(
    [...read].flatMap(([id, asked]): [string, Asked][] => (asked === "unread" ? [] : [[id, asked]])),
  );
  const overlaps = fieldOverlaps(forms, askedBy, elements);
  const like = likeForms(forms, elements, fieldsOf);
  const formById = new Map(forms.map((form) => [form.id, form]));
  const dues = meetings<AssetOf<"form"> | AssetOf<"group">>([...forms, ...groups], ({ attributes }) =>
    attributes.dueTime === undefined ? [] : [normalLabel(attributes.dueTime)],
  );
  const similar = similarApps(apps);
  const teams = accountsOfUnit(accounts);
  const headGroups = villageHeadGroups(groups);
  const systems = sameMatterSystems([...apps, ...forms]);
  return new Map(
    running.map((asset) => {
      const asked = askedBy.get(asset.id);
      const likeThis = like(asset);
      return [
        asset.id,
        {
          workGroupsOfUnit: asset.kind === "group" ? unitGroups(asset) : null,
          grassrootsAppsOfUnit: asset.kind === "app" ? unitApps(asset) : null,
          accountsOnPlatform: asset.kind === "account" ? unitAccounts(asset) : null,
          accountsOfUnit: asset.kind === "account" ? teams(asset) : null,
          villageHeadGroups: asset.kind === "group" ? headGroups(asset) : null,
          sameMatterSystems: asset.kind === "app" || asset.kind === "form" ? systems(asset) : null,
          slowerTwins:
            asset.kind === "form" && asked?.size
              ? slowerTwins(asset, asked.size, likeThis, (id) => formById.get(id))
              : null,
          sameMatter:
            asset.kind === "group" && asset.attributes.matter !== undefined
              ? company(matters(asset, matterOf(asset, asset.attributes.matter)))
              : null,
          similarApps: asset.kind === "app" ? (similar.get(asset.id) ?? null) : null,
          isUnread: read.get(asset.id) === "unread",
          fieldOverlap: overlaps(asset),
          sameTemplate: asked?.size
            ? { asked: asked.size, count: likeThis.length, examples: likeThis.slice(0, EXAMPLES) }
            : null,
          sameDue:
            (asset.kind === "form" || asset.kind === "group") && asset.attributes.dueTime !== undefined
              ? company(dues(asset, normalLabel(asset.attributes.dueTime)))
              : null,
        },
      ];
    }),
  );
}

/** Facts of an item that is alone in the world, for what has no portfolio. */
export const ALONE: PortfolioFacts = {
  workGroupsOfUnit: null,
  grassrootsAppsOfUnit: null,
  accountsOnPlatform: null,
  accountsOfUnit: null,
  sameMatter: null,
  villageHeadGroups: null,
  sameMatterSystems: null,
  similarApps: null,
  isUnread: false,
  fieldOverlap: null,
  sameTemplate: null,
  slowerTwins: null,
  sameDue: null,
};

/** Counts items by a key; `counts` undefined: it may count, nobody knows. */
function tallies<A extends Asset>(
  items: readonly A[],
  keyOf: (asset: A) => string | null,
  counts: (asset: A) => boolean | undefined,
): (asset: A) => Tally | null {
  const byKey = new Map<string, { counted: A[]; undetermined: number }>();
  for (const asset of items) {
    const key = keyOf(asset);
    if (key === null) continue;
    const tally = byKey.get(key) ?? { counted: [], undetermined: 0 };
    const counted = counts(asset);
    if (counted === true) tally.counted.push(asset);
    else if (counted === undefined) tally.undetermined += 1;
    byKey.set(key, tally);
  }
  return (asset) => {
    const key = keyOf(asset);
    const tally = key === null ? undefined : byKey.get(key);
    if (!tally) return null;
    return {
      counted: tally.counted.length,
      undetermined: tally.undetermined,
      others: others(tally.counted, asset.id, EXAMPLES),
    };
  };
}

/** Apps by shared functions, over an inverted index. */
function similarApps(apps: readonly AssetOf<"app">[]): Map<string, { compared: number; similar: SimilarApp[] }> {
  const functions = new Map(apps.map((app) => [app.id, functionsByKey(app.attributes.functions)]));
  const listed = apps.filter(({ id }) => functions.get(id) !== undefined);
  const byId = new Map(listed.map((app) => [app.id, app]));
  const meet = meetings(listed, ({ id }) => [...(functions.get(id)?.keys() ?? [])]);
  const everyone = meetings(listed, () => ["*"]);
  return new Map(
    listed.map((app) => {
      const own: ReadonlyMap<string, string> = functions.get(app.id) ?? new Map();
      const sharedWith = new Map<string, string[]>();
      for (const [key, name] of own) {
        for (const { id } of meet(app, key).examples(Number.POSITIVE_INFINITY)) {
          const shared = sharedWith.get(id);
          if (shared) shared.push(name);
          else sharedWith.set(id, [name]);
        }
      }
      const similar = [...sharedWith].flatMap(([id, shared]): SimilarApp[] => {
        const other = byId.get(id);
        const theirs = functions.get(id)?.size ?? 0;
        return other
          ? [
              {
                id,
                name: other.name,
                sameUnit: app.unitId !== null && app.unitId === other.unitId,
                shared,
                jaccard: shared.length / (own.size + theirs - shared.length),
                covered: shared.length / own.size,
              },
            ]
          : [];
      });
      similar.sort((a, b) => b.covered - a.covered || b.jaccard - a.jaccard || (a.id < b.id ? -1 : 1));
      return [app.id, { compared: everyone(app, "*").count, similar: similar.slice(0, EXAMPLES) }];
    }),
  );
}
