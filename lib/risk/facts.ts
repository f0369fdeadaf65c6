import type { AssetOf, Demand, FormField, Unit, UsageMonth } from "../asset/asset.ts";
import type { AssetKind } from "../asset/vocabulary.ts";
import type { Sharing } from "../redundancy/vocabulary.ts";

/** Another item that a finding names. */
export type Other = { id: string; name: string };

/** Items of the same unit that count towards a limit, this one included; `undetermined` may count too, nobody knows yet. */
export type Tally = { counted: number; undetermined: number; others: Other[] };

/** Other items that this one meets: all are counted, some are named. */
export type Company = { count: number; examples: Other[] };

/** An app that does part of what this one does. Shares are 0 to 1. */
export type SimilarApp = Other & {
  /** Whether the same unit runs it; false where a unit is unknown. */
  sameUnit: boolean;
  shared: string[];
  jaccard: number /** Share of this app's functions that the other has too. */;
  covered: number;
};

/** A datum that this form asks for and others ask the same respondents for too. */
export type SharedField = {
  /** In the words of this form, and by the name of the data item. */
  label: string;
  element: string;
  /** Stands on forms of every kind. */
  isHeader: boolean;
  count: number;
  /** Others with the words in which they ask for it. */
  examples: (Other & { label: string })[];
};
export type FieldOverlap = { asked: number; shared: SharedField[] };

/** A form that is the same as this one, or the same template by another name. */
export type LikeForm = Other & {
  relation: "duplicate" | "same_template";
  /** Data items of both, and of the other one. */
  shared: number;
  asked: number;
  /** Questions that both put in the same words. */
  wordings: number;
};

/** The accounts of one unit, this one included; `maintainers` adds up what is stated, so that it counts no person too few. */
export type AccountsOfUnit = { platforms: number; maintainers: number; unstated: number };

/** Forms alike that are asked for less often, with their times a year. */
export type SlowerTwins = { count: number; examples: (LikeForm & { timesPerYear: number })[] };

/** A datum that a form asks for and a department holds at the source, by the catalogue of data elements. */
export type HeldField = {
  /** In the words of this form, and by the name of the data element. */
  label: string;
  element: string;
  department: string;
  /** Which unit of the inventory that department is; null where only its name is known. */
  unitId: string | null;
  /** Null while it is not settled. */
  sharing: Sharing | null;
};

/** An approved exemption from a rule; it holds up to and including the ISO day `until`. */
export type Exemption = { ruleId: string; approvedBy: string; reason: string; until: string };

/** What only the other items of the region can tell of this one; null where it does not apply or the unit is unknown. */
export type PortfolioFacts = {
  workGroupsOfUnit: Tally | null;
  grassrootsAppsOfUnit: Tally | null;
  accountsOnPlatform: Tally | null;
  accountsOfUnit: AccountsOfUnit | null;
  /** Groups of the same region on the same matter; null when the matter is unknown. */
  sameMatter: Company | null;
  /** Groups, this one left out, into which the heads of the same villages are pulled; null unless this one pulls them. */
  villageHeadGroups: Company | null;
  /**
   * Names of the other systems that ask for the same matter, the matters, and which systems name it by which other words; null
   * when its own matters are unknown.
   */
  sameMatterSystems: { systems: string[]; matters: string[]; otherWords: { system: string; words: string }[] } | null;
  /** The most similar first; null when this app's functions are unknown. `compared` apps have their functions listed. */
  similarApps: { compared: number; similar: SimilarApp[] } | null;
  /** The fields are known, and nobody has read yet which data they ask for. */
  isUnread: boolean;
  /** Null when the form's fields are unknown or unread, or none asks for data. */
  fieldOverlap: FieldOverlap | null;
  /** Forms that are the same as this one, the nearest first; null as above. `asked` are its own data items. */
  sameTemplate: { asked: number; count: number; examples: LikeForm[] } | null;
  /** Null as above, and when nobody knows how often it is asked for. */
  slowerTwins: SlowerTwins | null;
  /** Forms, and groups that ask for something, due at the same time of the same people; null when the due time is unknown. */
  sameDue: Company | null;
};

/** All that a rule sees of an item. A rule fetches nothing. */
export type Facts<K extends AssetKind = AssetKind> = {
  asset: { [T in K]: AssetOf<T> }[K];
  unit: Unit | null;
  usage: readonly UsageMonth[];
  demands: readonly Demand[];
  /** Fields of a form, technical columns included; empty for other kinds, and for a form whose fields are unknown. */
  fields: readonly FormField[];
  /** Of a form: what departments hold of what it asks for; null for other kinds, and where that is not known. */
  held: readonly HeldField[] | null;
  /** Approved ones only; whether one still holds is asked of the day that is judged. */
  exemptions: readonly Exemption[];
  portfolio: PortfolioFacts;
};
