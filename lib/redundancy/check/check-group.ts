import type { GROUP_FIELDS } from "../../asset/fields/group.ts";
import { pairLikeness } from "../../text/character-pairs.ts";
import { normalText } from "../../text/normalise.ts";
import { matterKey } from "../matter/matter-key.ts";
import { type Holder, holderOf } from "./known.ts";
import { GROUP_EVIDENCE, type GroupEvidence } from "./vocabulary.ts";

export type GroupTopic = keyof typeof GROUP_FIELDS.topic.options;

/** A group that is about to be set up. */
export type GroupDraft = {
  name: string;
  matter: string | null;
  topic: GroupTopic | null;
  unitId: string | null;
};

/** A group that is there, as everybody may know it. */
export type KnownGroup = Holder & { unitId: string | null; matter: string | null; topic: string | null };

export type GroupLikeness = Holder & { evidence: GroupEvidence[] };
export type GroupCheck = { kind: "group"; likes: GroupLikeness[]; compared: number };

/** From where on two names are near: pairs of characters in common, of all that either has. */
const NEAR_NAME = 0.5;
/** What every group is called. */
const CALLED = /((工作|微信|交流|联络|通知|信息|服务|临时|专班|专项)*(群组|群聊|群)|工作专班|专班)$/;

/** Which groups are there on the same matter, under a like name, or of the same unit on the same topic. */
export function checkGroup(draft: GroupDraft, others: readonly KnownGroup[]): GroupCheck {
  const keys = mattersOf(draft);
  const name = bareName(draft.name);
  const likes = others.flatMap((other): GroupLikeness[] => {
    const evidence: GroupEvidence[] = [];
    if (mattersOf(other).some((key) => keys.includes(key))) evidence.push("matter");
    if (isNearName(name, bareName(other.name))) evidence.push("name");
    if (
      draft.topic !== null &&
      draft.topic !== "other" &&
      draft.topic === other.topic &&
      draft.unitId !== null &&
      draft.unitId === other.unitId
    )
      evidence.push("topic");
    return evidence.length === 0 ? [] : [{ ...holderOf(other), evidence }];
  });
  const weight = ({ evidence }: GroupLikeness) =>
    evidence.reduce((sum, one) => sum + 2 ** (GROUP_EVIDENCE.length - GROUP_EVIDENCE.indexOf(one)), 0);
  return {
    kind: "group",
    likes: likes.sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1)),
    compared: others.length,
  };
}

/** Whether there is a group for it: one topic of a unit may well need several. */
export function isGroupDuplicated({ likes }: Pick<GroupCheck, "likes">): boolean {
  return likes.some(({ evidence }) => evidence.includes("matter") || evidence.includes("name"));
}

/** The matters that a group is for: the one that is told, and the one that its name tells. */
function mattersOf({ matter, name }: { matter: string | null; name: string }): string[] {
  return [matter ?? "", bareName(name)].map(matterKey).filter((key) => key !== "");
}

function bareName(name: string): string {
  return normalText(name).replace(/\s+/g, "").replace(CALLED, "");
}

function isNearName(a: string, b: string): boolean {
  return a !== "" && (a === b || pairLikeness(a, b) >= NEAR_NAME);
}
