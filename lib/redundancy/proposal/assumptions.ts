import type { CoverResult } from "./cover.ts";
import type { LedgerDivision } from "./ledgers.ts";
import type { Measured } from "./measured-form.ts";
import type { ProposalInput } from "./model.ts";
import { gapText, optimality } from "./optimality.ts";
import { PROPOSAL_PARAMETERS, type ProposalParameters } from "./parameters.ts";

type Context = {
  input: ProposalInput;
  parameters: ProposalParameters;
  measured: Measured;
  cover: CoverResult;
  division: LedgerDivision;
};

/** What a proposal took for granted, in sentences that an office can object to. */
export function proposalAssumptions({ input, parameters, measured, cover, division }: Context): string[] {
  const asked = new Set(measured.forms.flatMap(({ elements }) => elements));
  const facts = input.elements.filter(({ element }) => asked.has(element));
  const counted = (is: (one: (typeof facts)[number]) => boolean) => facts.filter(is).length;
  const unnamed = asked.size - facts.length;
  const measuredMinutes = counted(({ minutesPerCell }) => minutesPerCell !== null);
  const unknownChange = counted(({ changesPerYear }) => changesPerYear === null) + unnamed;
  const unknownLevel = counted(({ sensitivity }) => sensitivity === null) + unnamed;
  const stale = input.sources.filter(({ timesPerYear }) => timesPerYear === null).length;
  const shared = measured.forms.reduce((sum, form) => sum + (form.form.locked ? 0 : form.shared.length), 0);
  const lessOften = measured.forms.reduce(
    (sum, form) => sum + (form.form.locked ? 0 : form.asked.filter(({ times }) => times < form.times).length),
    0,
  );
  const locked = measured.forms.filter(({ form }) => form.locked).length;
  const unsaid = measured.forms.filter(({ form }) => form.respondent === null).length;
  const byMinutes = measured.forms.filter(({ form }) => form.minutes !== null);
  const unsplit = byMinutes.filter(({ form }) => form.setupMinutes === null).length;
  const anyone = measured.forms.filter(({ form }) => form.population === null && !form.locked).length;
  const rowsOf = new Map(measured.forms.map(({ id, form }) => [id, form.rows]));
  const unsaidRows = cover.cancelled.filter(
    ({ form, carriers }) =>
      form.form.rows === null || carriers.some(({ by }) => "form" in by && rowsOf.get(by.form) === null),
  ).length;
  const other = measured.forms.filter(({ form, grain }) => grain === "other" && !form.locked).length;
  return [
    "节省的工时是按下列分钟数推算的，不是实测；改动任何一项都要重新测算",
    ...Object.entries(PROPOSAL_PARAMETERS).map(([key, { label, unit, origin, default: usual }]) => {
      const value = parameters[key as keyof ProposalParameters];
      return `${label}：${value}${unit}，${value === usual ? origin : `由办公室设定（起始值 ${usual}${unit}）`}`;
    }),
    ...when(measuredMinutes, `${measuredMinutes} 项数据有实测的每格用时，按实测计算`),
    "所在地区相同或是上下级，填报主体、填报粒度和涉及人群也都相同的表，填的是同一批对象，行数多的表包含行数少的表；下级的表不能代替上级的表",
    ...when(
      byMinutes.length,
      `${byMinutes.length} 张表按测算的每次分钟数计算，与条目页的年占用小时一致，各字段的用时由此分摊`,
    ),
    ...when(
      measured.forms.length - byMinutes.length,
      `${measured.forms.length - byMinutes.length} 张表没有测算每次分钟数，按每单位行数和每格用时推算`,
    ),
    ...when(unsplit, `${unsplit} 张表的用时没有分步骤，固定用时按上列分钟数和上限划出，其余按字段分摊`),
    ...when(unsaid, `${unsaid} 张表没有写明填报主体，按同一填报主体处理，取消或合并前请核对`),
    ...when(anyone, `${anyone} 张表没有写明、表名也看不出涉及哪些人群，按同一批对象处理，取消或合并前请核对`),
    ...when(
      unsaidRows,
      `${unsaidRows} 张拟取消的表或承接它的表没有写明每单位行数，按填的是同一批对象处理，取消前请核对有没有漏人漏户`,
    ),
    ...when(shared, `${shared} 个字段改由数源部门共享提供，假定数源覆盖全部填报对象`),
    ...when(stale, `${stale} 个数源的更新频率不明，没有采用`),
    ...when(lessOften, `${lessOften} 个字段的数据变动慢于填报，改为随变动填报，一年至少一次`),
    ...when(unknownChange, `${unknownChange} 项数据的变动频率不明，仍按原来的次数填报`),
    ...when(unknownLevel, `${unknownLevel} 项数据未定敏感级别，按一般信息处理`),
    ...when(locked, `${locked} 张法定或锁定的表保持不动，计入前后工时，不作为其他表的数据来源`),
    ...when(other, `${other} 张表的填报粒度为“其他”，无法判断是否同一批对象，各自保留`),
    ...when(
      measured.unmeasured.length,
      `${measured.unmeasured.length} 张表缺少测算所需的数据，未计入工时，没有取消或合并`,
    ),
    "敏感个人信息的列只给原来要它的部门看，不算作其他部门新增可用的数据",
    "合并后的工时按各表原有工时的比例分摊到部门",
    coverSentence(cover),
    divisionSentence(division),
  ];
}

const when = (count: number, sentence: string) => (count > 0 ? [sentence] : []);

function coverSentence({ solution }: CoverResult): string {
  if (solution.proven) return "可取消的表：在上述假定下已证明没有更省的取消办法";
  return `可取消的表：用贪心法求得，${gapText(optimality(solution.cost, solution))}`;
}

function divisionSentence(division: LedgerDivision): string {
  if (division.proven) return "合并台账：在上述假定下已逐一比较全部合并办法，没有更省的";
  return `合并台账：表数较多，用逐步合并加局部调整求得，${gapText(optimality(division.minutes, division))}`;
}
