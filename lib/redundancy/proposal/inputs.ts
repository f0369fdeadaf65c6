import { z } from "zod";
import { WORK_LINES } from "../../asset/vocabulary.ts";
import { many, unlessEmpty } from "../../given.ts";
import { PROPOSAL_DECISION_KINDS, PROPOSAL_STATES } from "../vocabulary.ts";
import { type ParameterSpec, PROPOSAL_PARAMETERS, type ProposalParameters } from "./parameters.ts";

/** How many picked forms one proposal may be about. */
const PICKED_MAX = 2000;
const NOTE_MAX = 500;

const id = z.uuid("编号无效，请刷新页面后重试");
const name = z.string({ error: "请填写方案名称" }).trim().min(1, "请填写方案名称").max(80, "方案名称不超过 80 字");
const some = <S extends z.ZodType>(schema: S, max: number) => many(schema, max, "请缩小范围");

const figure = (key: keyof ProposalParameters) => {
  const { label, unit, min, max }: ParameterSpec = PROPOSAL_PARAMETERS[key];
  const most = max ?? Number.POSITIVE_INFINITY;
  const refusal = max === undefined ? `${label}不能小于 ${min}${unit}` : `${label}要在 ${min} 至 ${max} 之间`;
  return unlessEmpty(z.coerce.number(`${label}请填数字`).min(min, refusal).max(most, refusal));
};
const PARAMETER_KEYS = Object.keys(PROPOSAL_PARAMETERS) as (keyof ProposalParameters)[];
const parameters = z
  .object(
    Object.fromEntries(PARAMETER_KEYS.map((key) => [key, figure(key)])) as Record<
      keyof ProposalParameters,
      ReturnType<typeof figure>
    >,
  )
  .partial()
  // What is left at its default is not set: a better default reaches the next round.
  .transform(
    (set): Partial<ProposalParameters> =>
      Object.fromEntries(
        PARAMETER_KEYS.flatMap((key) =>
          set[key] === undefined || set[key] === PROPOSAL_PARAMETERS[key].default ? [] : [[key, set[key]]],
        ),
      ),
  );

const selection = {
  workLines: some(z.enum(WORK_LINES), WORK_LINES.length),
  unitIds: some(id, 500),
  assetIds: some(id, PICKED_MAX),
};

export const CreateProposalInput = z.object({
  name,
  regionCode: z.string().regex(/^\d{12}$/, "请选择地区"),
  ...selection,
  parameters: parameters.default({}),
});
export type CreateProposalInput = z.output<typeof CreateProposalInput>;

/** `version` is that of the proposal as the editor saw it. */
export const AmendProposalInput = z.object({
  proposalId: id,
  version: z.coerce.number().int(),
  name: name.optional(),
  state: z.enum(PROPOSAL_STATES, "请选择方案的状态").optional(),
  parameters: parameters.optional(),
});

export const NextRoundInput = z.object({ proposalId: id });

/**
 * What was decided on a round. A ledger that is edited is said whole: `assetIds` its members from then on, `apartIds` those that
 * were taken out of it.
 */
export const DecideProposalInput = z
  .object({
    proposalId: id,
    round: z.coerce.number().int().min(1),
    kind: z.enum(PROPOSAL_DECISION_KINDS, "请选择意见"),
    assetIds: some(id, PICKED_MAX),
    apartIds: some(id, PICKED_MAX),
    closed: z.preprocess((value) => value === true || value === "on" || value === "true", z.boolean()),
    note: z
      .string({ error: "请写明哪个单位提出、为什么" })
      .trim()
      .min(1, "请写明哪个单位提出、为什么")
      .max(NOTE_MAX, `说明不超过 ${NOTE_MAX} 字`),
  })
  .superRefine(({ kind, assetIds, apartIds }, context) => {
    const least = kind === "apart" ? 2 : 1;
    const several = kind === "together" || kind === "apart";
    if (assetIds.length < least) context.addIssue(kind === "apart" ? "至少选两张表" : "至少选一张表");
    if (!several && assetIds.length > 1) context.addIssue("一次只对一张表提出意见");
    if (kind !== "together" && apartIds.length > 0) context.addIssue("只有修改台账时才能移出表");
    if (apartIds.some((one) => assetIds.includes(one))) context.addIssue("同一张表不能既留在台账又移出");
  });
export type DecideProposalInput = z.output<typeof DecideProposalInput>;

/** What was decided at one time is withdrawn at one time. */
export const WithdrawProposalDecisionInput = z.object({
  proposalId: id,
  decisionIds: some(id, PICKED_MAX).refine((ids) => ids.length > 0, "请选择要撤回的意见"),
});
