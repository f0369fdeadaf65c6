import type { Asset } from "./asset.ts";
import type { FieldSpec } from "./field.ts";
import { GROUP_FIELDS } from "./fields/group.ts";
import { type AnyAttributes, FIELDS } from "./fields.ts";
import type { AssetKind } from "./vocabulary.ts";

/** Something that must be known, and the attributes any of which tells it. */
export type Mattering = { label: string; anyOf: readonly string[] };

const BURDEN: readonly Mattering[] = [
  { label: "填报频率或年次数", anyOf: ["frequency", "timesPerYear"] },
  { label: "填报单位数", anyOf: ["respondentUnits"] },
  { label: "每单位人数", anyOf: ["personsPerUnit"] },
  {
    label: "每次分钟数",
    anyOf: [
      "minutes",
      "minutesLow",
      "minutesHigh",
      "minutesReading",
      "minutesFinding",
      "minutesEntering",
      "minutesSigning",
      "minutesSubmitting",
      "minutesPaper",
    ],
  },
];

const KEYS: Record<AssetKind, readonly string[]> = {
  app: [
    "formFactor",
    "filingState",
    "facesGrassroots",
    "specialScene",
    "functions",
    "hasProjectApproval",
    "hasComplaintChannel",
    "registeredUsers",
  ],
  group: ["platform", "groupType", "topic", "members", "includesVillageHeads"],
  account: ["platform", "isFiled", "hasInteraction", "lastPostOn"],
  form: ["issuingBody", "approvalNumber", "validUntil", "inCatalogue", "channels"],
};

function mattering(kind: AssetKind): readonly Mattering[] {
  const own = KEYS[kind].map((key) => ({ label: (FIELDS[kind][key] as FieldSpec).label, anyOf: [key] }));
  // A group burdens by being watched; what it also asks for is a form's business.
  const watching = { label: GROUP_FIELDS.watchMinutesPerDay.label, anyOf: ["watchMinutesPerDay"] };
  return [...own, ...(kind === "group" ? [watching] : BURDEN)];
}

/** What must be known of an item of each kind before it can be judged and its burden worked out. */
export const MATTERING: Record<AssetKind, readonly Mattering[]> = {
  app: mattering("app"),
  group: mattering("group"),
  account: mattering("account"),
  form: mattering("form"),
};

export type Completeness = {
  /** Labels of what matters and is not known, in the order of the form. */
  missing: string[];
  known: number;
  total: number;
};

/** What matters and is not known of an item: its unit, its line of work, and the attributes of its kind. */
export function completeness(
  asset: Pick<Asset, "kind" | "unitId" | "workLine"> & { attributes: AnyAttributes },
): Completeness {
  const attributes = asset.attributes as Record<string, unknown>;
  const checks = [
    { label: "主办单位", known: asset.unitId !== null },
    { label: "条线", known: asset.workLine !== null },
    ...MATTERING[asset.kind].map(({ label, anyOf }) => ({
      label,
      known: anyOf.some((key) => attributes[key] !== undefined),
    })),
  ];
  const missing = checks.filter((check) => !check.known).map((check) => check.label);
  return { missing, known: checks.length - missing.length, total: checks.length };
}
