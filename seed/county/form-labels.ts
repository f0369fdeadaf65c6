/**
 * Questions that forms of every line ask again and again, each in the wordings that forms use. A form draws one wording, so
 * that the same question stands under many names, as in real forms.
 */
const NAME = ["姓名", "姓名", "姓名", "居民姓名", "本人姓名", "人员姓名"] as const;
const IDENTITY = ["身份证号码", "身份证号", "公民身份号码", "居民身份证号码", "证件号码"] as const;
const PHONE = ["联系电话", "手机号码", "手机号", "联系方式", "本人电话"] as const;
const HOME = ["家庭住址", "现住址", "居住地址", "详细地址", "常住地址"] as const;
const TOWN = ["乡镇（街道）", "所属乡镇", "所在镇街"] as const;
const VILLAGE = ["村（社区）", "所属村（社区）", "行政村名称"] as const;

type Wordings = readonly [string, ...string[]];

/** Blocks by the letter that a form's sketch names them with. */
export const BLOCKS = {
  /** A place. */
  V: [TOWN, VILLAGE],
  /** A person. */
  P: [NAME, ["性别"], IDENTITY, PHONE],
  /** Where the person lives. */
  A: [HOME],
  /** More about the person. */
  E: [
    ["出生日期", "出生年月"],
    ["民族"],
    ["政治面貌"],
    ["文化程度", "学历"],
    ["婚姻状况"],
    ["户籍地址", "户籍所在地", "户口所在地"],
    ["就业状况", "从业情况"],
  ],
  /** A household. */
  H: [
    ["户主姓名", "户主"],
    ["户主身份证号码", "户主证件号码"],
    ["家庭人口数", "家庭总人口"],
    ["户主联系电话", "户主电话"],
  ],
  /** Where money goes. */
  B: [
    ["开户银行", "开户行名称"],
    ["银行账号", "银行卡号", "社保卡账号"],
    ["开户人姓名", "户名"],
  ],
  /** Who to call. */
  K: [
    ["监护人姓名", "紧急联系人"],
    ["监护人电话", "紧急联系人电话"],
    ["与本人关系", "与监护人关系"],
  ],
  /** A place of business. */
  S: [
    ["场所名称", "单位名称", "经营主体名称"],
    ["统一社会信用代码", "营业执照号码"],
    ["场所地址", "经营地址", "详细地址"],
    ["负责人姓名", "法定代表人", "经营者姓名"],
    ["负责人电话", "联系电话", "手机号码"],
  ],
  /** What an inspection writes down. */
  C: [
    ["检查日期", "巡查时间", "排查日期"],
    ["检查人员", "巡查人员", "排查人"],
    ["发现问题", "隐患描述", "问题描述"],
    ["整改措施", "处理措施"],
    ["整改期限", "整改时限"],
    ["整改结果", "是否整改到位"],
    ["现场照片", "问题照片"],
  ],
  /** Who filled it in. */
  D: [
    ["填表人", "填报人"],
    ["填报日期", "填表日期"],
    ["审核人", "负责人签字"],
  ],
  /** Columns that a system fills in itself. */
  T: [["记录编号", "主键ID"], ["创建时间"], ["最后更新时间", "更新时间"]],
} as const satisfies Record<string, readonly Wordings[]>;

export type Block = keyof typeof BLOCKS;
