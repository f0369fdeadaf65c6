import type { FormAttributes } from "#lib/asset/fields.ts";

type Respondent = NonNullable<FormAttributes["respondent"]>;

/** Who fills a form in, where it is not the village; the ledger does not say of those that stand under null. */
const RESPONDENTS: readonly (readonly [respondent: Respondent | null, forms: string])[] = [
  [
    "medical",
    "传染病聚集性事件报告表 医共体下沉服务登记表 孕产妇信息登记表 慢性病患者随访登记表 重点人群疫苗接种摸底表",
  ],
  ["school", "控辍保学摸底表 学生家庭经济困难认定表 校园周边隐患排查表"],
  ["enterprise", "规上企业月度运行表 限上商贸企业销售月报"],
  ["department", "督查事项办理情况日报 重点项目进度周报"],
  ["town", "临时救助审批汇总表 灾害信息员花名册 村级小微权力事项台账 应急物资储备表"],
  ["resident", "月度劳动力调查问卷"],
  ["other", "物业小区基本情况表"],
  [
    null,
    "高龄津贴申领登记表 未参保人员登记表 畜禽养殖户登记表 社区矫正对象走访表 反诈宣传入户登记表 农家书屋借阅登记表 优抚对象年度核查表 宗教活动场所巡查表 困难职工建档表",
  ],
];

/** Whom the rows of a form are about, as its department says; of a form that stands nowhere nobody has said it. */
const POPULATIONS: readonly (readonly [population: string, forms: string])[] = [
  ["低保对象", "城乡低保对象基础信息表"],
  ["特困供养人员", "特困供养人员台账"],
  ["老年人", "高龄津贴申领登记表 六十五岁以上老年人健康信息表"],
  ["独居老人", "独居老人巡访记录表 独居老人健康随访表"],
  ["留守儿童", "留守儿童信息采集表"],
  ["困境儿童", "困境儿童摸底登记表"],
  ["残疾人", "残疾人两项补贴花名册 残疾人基本状况入户调查表 残疾人辅助器具需求登记表"],
  ["慢性病患者", "慢性病患者随访登记表 门诊慢特病人员花名册"],
  ["全体居民", "城乡居民参保信息核对表 城乡居民养老保险参保登记表 实有人口信息采集表 居民综合信息底册"],
  ["农村劳动力", "农村劳动力就业信息采集表"],
  ["脱贫人口", "脱贫劳动力务工台账"],
  ["监测户", "防返贫监测户信息采集表"],
  ["农户", "农户基本信息采集表 耕地种粮补贴面积核定表 惠民惠农补贴发放花名册"],
  ["沿街商户", "九小场所消防检查表 食品经营户检查记录表 门前三包巡查表"],
  ["企业", "散乱污企业排查表 安全生产隐患排查台账"],
  ["出租房屋", "出租房屋信息采集表"],
  ["自建房", "自建房安全隐患排查表"],
  ["流动人口", "流动人口登记表"],
  ["重点人员", "重点人员走访登记表"],
  ["党员", "党员基本信息采集表 党员积分登记表"],
  ["退役军人", "退役军人信息采集表 优抚对象年度核查表"],
  ["文化活动", "文明实践活动登记表 群众文化活动信息报送表 公共文化服务活动统计表 宣传阵地使用情况表"],
];

const under = <T>(table: readonly (readonly [T, string])[]) =>
  new Map(table.flatMap(([value, forms]) => forms.split(" ").map((form) => [form, value] as const)));
const respondentOf = under(RESPONDENTS);
const populationOf = under(POPULATIONS);

/** Who fills in a form and whom it is about; what nobody has said is absent. Ask of a copy by the name of its original. */
export function formScope(name: string): Pick<FormAttributes, "respondent" | "population"> {
  const respondent = respondentOf.has(name) ? respondentOf.get(name) : "village";
  const population = populationOf.get(name);
  return { ...(respondent && { respondent }), ...(population && { population }) };
}

/** Rows that one unit fills each time, fewest and most. */
export const ROWS: Record<NonNullable<FormAttributes["grain"]>, readonly [number, number]> = {
  resident: [4, 20],
  household: [4, 15],
  enterprise: [3, 12],
  village_summary: [1, 1],
  event: [1, 3],
  other: [1, 4],
};
