import { z } from "zod";
import { ASSET_KINDS, WORK_LINES } from "../asset/vocabulary.ts";
import { many, unlessEmpty } from "../given.ts";
import { BANDS } from "../risk/band.ts";
import { DECISIONS } from "./vocabulary.ts";

const REASON_MAX = 500;
/** How many items one call may put on an agenda. */
export const AGENDA_MAX = 2000;

const id = z.uuid("编号无效，请刷新页面后重试");
const day = z.iso.date("请按“2026-03-31”的格式填写日期");
const some = <S extends z.ZodType>(schema: S, max: number) => many(schema, max, "请分批操作");
const reason = z.string().trim().max(REASON_MAX, `理由不超过 ${REASON_MAX} 字`);

export const CreateSessionInput = z.object({
  title: z.string({ error: "请填写评审会名称" }).trim().min(1, "请填写评审会名称").max(80, "评审会名称不超过 80 字"),
  heldOn: day,
});
export type CreateSessionInput = z.output<typeof CreateSessionInput>;

/** Which items are proposed for an agenda; read off the latest judgement of each. */
export const CandidateFilter = z.object({
  kinds: some(z.enum(ASSET_KINDS), ASSET_KINDS.length),
  bands: some(z.enum(BANDS), BANDS.length),
  recommendations: some(z.enum(DECISIONS), DECISIONS.length),
  workLines: some(z.enum(WORK_LINES), WORK_LINES.length),
  q: unlessEmpty(z.string().trim().max(100, "搜索词不超过 100 字")),
  /** "yes" also proposes items that an earlier session has settled; deferred ones are always proposed. */
  decided: unlessEmpty(z.enum(["yes"])),
});
export type CandidateFilter = z.output<typeof CandidateFilter>;
export const EVERY_CANDIDATE: CandidateFilter = CandidateFilter.parse({});

/** Items picked one by one, or every candidate of a filter. */
export const AddReviewItemsInput = z
  .object({ sessionId: id, assetIds: some(id, AGENDA_MAX), filter: CandidateFilter.optional() })
  .refine((input) => input.assetIds.length > 0 || input.filter !== undefined, "请至少选择一个条目");
export type AddReviewItemsInput = z.output<typeof AddReviewItemsInput>;

export const RemoveReviewItemInput = z.object({ sessionId: id, reviewItemId: id });
export const OpenSessionInput = z.object({ sessionId: id });
export const CloseSessionInput = z.object({ sessionId: id });

/** Whether reason, target and date are needed depends on the recommendation: `decide.ts` says so. */
export const RecordDecisionInput = z.object({
  reviewItemId: id,
  decision: z.enum(DECISIONS, "请选择一项决定"),
  reason: unlessEmpty(reason),
  targetAssetId: unlessEmpty(id),
  deferUntil: unlessEmpty(day),
});
export type RecordDecisionInput = z.output<typeof RecordDecisionInput>;

export const WithdrawDecisionInput = z.object({
  decisionId: id,
  reason: reason.min(1, "请写明撤回的理由"),
});
