/**
 * Data that are another in name only, with the reason: an official keeps them once. Read both ways.
 * Names are those of the lexicon.
 */
export const SAME_HEADS: readonly (readonly [string, string, string])[] = [
  ["公民身份号码", "证件号码", "居民的证件号码一般就是公民身份号码"],
  ["公民身份号码", "社会保障号码", "社会保障号码就是公民身份号码"],
  ["证件号码", "社会保障号码", "居民的证件号码一般就是公民身份号码，社会保障号码也是"],
  ["政治面貌", "党派", "党派由政治面貌可知"],
];

/** Qualifiers by which one place or number is meant, though two words are in use. */
export const SAME_QUALIFIERS: readonly (readonly [string, string, string])[] = [
  ["居住", "家庭住所", "居住地址一般就是家庭住址"],
];

/** Qualifiers that do not change which datum is meant when only one of two labels has them: the qualifier, then the heads. */
export const SILENT_QUALIFIERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["手机", ["电话"]],
  ["总", ["费用", "金额", "收入"]],
  ["最高", ["文化程度", "学位", "学历学位"]],
  ["实际", ["地址"]],
  ["主要", ["地址"]],
]);

/** Heads near enough that a person should say whether they are one datum. */
export const UNCLEAR_HEADS: readonly (readonly [string, string])[] = [
  ["类别", "性质"],
  ["类别", "等级"],
  ["户口类别", "户口性质"],
  ["户口类别", "户口状态"],
  ["状态", "状况"],
  ["收入", "金额"],
  ["费用", "金额"],
  ["费用", "价格"],
  ["金额", "补助金"],
  ["补助金", "抚恤金"],
  ["数量", "人数"],
  ["数量", "金额"],
  ["日期", "年度"],
  ["日期", "时长"],
  ["日期", "有效期"],
  ["年度", "月份"],
  ["有效期", "时长"],
  ["名称", "标题"],
  ["名称", "内容"],
  ["内容", "描述"],
  ["内容", "状况"],
  ["描述", "状况"],
  ["描述", "事由"],
  ["简历", "工作经历"],
  ["职务", "职级"],
  ["职务", "职务层次"],
  ["人员类别", "个人身份"],
  ["地址", "地点"],
  ["经营范围", "业务范围"],
  ["经营方式", "经营模式"],
  ["经济类型", "登记注册类型"],
  ["纳税人识别号", "统一社会信用代码"],
  ["出生地", "籍贯"],
  ["总投资", "注册资本"],
  ["文化程度", "学历学位"],
  ["学位", "学历学位"],
  ["编号", "文号"],
  ["行业", "行业代码"],
  ["营业收入", "主营业务收入"],
];

/** Doings that happen to a person or an organisation, whatever form asks for them: their day is a datum of its own. */
export const LIFE_ACTS = [
  "死亡",
  "牺牲",
  "结婚",
  "离婚",
  "迁入",
  "迁出",
  "流入",
  "流出",
  "来沪",
  "抵达",
  "离开",
  "入伍",
  "退伍",
  "复员",
  "转业",
  "入党",
  "转正",
  "入团",
  "参加工作",
  "入职",
  "离职",
  "任职",
  "任现职",
  "入学",
  "毕业",
  "成立",
  "开业",
  "建成",
  "投产",
  "释放",
  "判刑",
  "服刑",
  "发病",
  "确诊",
  "评残",
  "退休",
  "犯罪",
  "重新犯罪",
] as const;

/** Doings that only make a paper valid: without the paper they say nothing. */
export const PAPER_ACTS = [
  "发证",
  "登记",
  "备案",
  "批准",
  "许可",
  "认定",
  "审核",
  "受理",
  "确认",
  "变更",
  "注销",
  "撤销",
] as const;

/** Steps of office work, taken anew in every matter: their day, result and cost belong to the matter of the form. */
export const STEP_ACTS = [
  "采集",
  "添加",
  "提交",
  "发布",
  "处理",
  "回复",
  "反馈",
  "回访",
  "检测",
  "检验",
  "复核",
  "评估",
  "评选",
  "公示",
  "通报",
  "领取",
  "缴纳",
  "支付",
  "结算",
  "完成",
  "解决",
  "存放",
  "归档",
  "存档",
] as const;

/** Steps by which a form itself is filled in: they mean the same on every form. */
export const FILING_ACTS = ["申请", "填表"] as const;
