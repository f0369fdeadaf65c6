/** What a proposal takes for granted; an office sets each by itself. */
export type ParameterSpec = { label: string; unit: string; default: number; min: number; max?: number; origin: string };

const UNMEASURED = "本产品的起始估算，未经实测，请按本地实测修改";

const SPECS = {
  setupMinutes: {
    label: "每报一次的固定用时（读要求、审核、报送）",
    unit: "分钟",
    default: 20,
    min: 0,
    origin: UNMEASURED,
  },
  setupShare: {
    label: "用时没有分步骤的表，固定用时最多占全部用时",
    unit: "（0 至 1）",
    default: 0.5,
    min: 0,
    max: 1,
    origin: UNMEASURED,
  },
  minutesPerCell: { label: "每填一格的用时（找数、填录）", unit: "分钟", default: 0.5, min: 0, origin: UNMEASURED },
  blankMinutes: { label: "每跳过一个空格的用时", unit: "分钟", default: 0.05, min: 0, origin: UNMEASURED },
  widthCap: {
    label: "一本台账最多列数",
    unit: "列",
    default: 80,
    min: 1,
    origin: "本产品的起始约定：再宽就难以核对",
  },
  frequencyRatioCap: {
    label: "同一台账内填报次数最多相差",
    unit: "倍",
    default: 12,
    min: 1,
    origin: "本产品的起始约定：月报可与年报合并，周报、日报不与年报合并",
  },
  sensitivitySpread: {
    label: "同一台账内敏感级别最多相差",
    unit: "级",
    default: 1,
    min: 0,
    origin: "本产品的起始约定：敏感信息不与一般信息同册",
  },
  coherence: {
    label: "台账内每张表与其他表共有数据项的最低比例",
    unit: "（0 至 1）",
    default: 0.3,
    min: 0,
    max: 1,
    origin: "本产品的起始约定：不为省一次报送而合并无关的表",
  },
} as const satisfies Record<string, ParameterSpec>;

/** Every figure of the cost model and every limit of what may be merged, with where its default comes from. */
export const PROPOSAL_PARAMETERS: Record<keyof typeof SPECS, ParameterSpec> = SPECS;

export type ProposalParameters = Record<keyof typeof SPECS, number>;

/** The parameters with what an office has set laid over the defaults; a RangeError names the one that cannot be. */
export function proposalParameters(set: Partial<ProposalParameters> = {}): ProposalParameters {
  const entries = Object.entries(PROPOSAL_PARAMETERS).map(([key, spec]) => {
    const value = set[key as keyof ProposalParameters] ?? spec.default;
    if (!Number.isFinite(value) || value < spec.min)
      throw new RangeError(`${spec.label}不能小于 ${spec.min}${spec.unit}`);
    if (spec.max !== undefined && value > spec.max)
      throw new RangeError(`${spec.label}不能大于 ${spec.max}${spec.unit}`);
    return [key, value];
  });
  return Object.fromEntries(entries) as ProposalParameters;
}
