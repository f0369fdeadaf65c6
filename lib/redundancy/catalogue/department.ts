/**
 * The departments that hold data at the source: the usual name first, then the words by which the name of a unit of it is known.
 * Names of units differ by place and level (公安局, 公安分局, 派出所); a word names one department only.
 */
const DEPARTMENTS = `
公安机关 公安 派出所 交警
民政部门 民政
人力资源和社会保障部门 人力资源 人社 社会保险 劳动保障
医疗保障部门 医疗保障 医保
卫生健康部门 卫生健康 卫健 卫生院 疾病预防 疾控
教育部门 教育 教体 中学 小学 幼儿园
残疾人联合会 残疾人联合会 残联
退役军人事务部门 退役军人
组织部门 组织部
市场监督管理部门 市场监督 市场监管 工商行政
税务部门 税务
统计部门 统计
自然资源部门 自然资源 不动产登记 国土资源 规划和自然资源
住房和城乡建设部门 住房和城乡建设 住房城乡建设 住建 房产管理 房管
住房公积金管理机构 公积金
农业农村部门 农业农村 乡村振兴
林业和草原部门 林业
应急管理部门 应急
司法行政部门 司法局 司法厅 司法所 司法行政
政法委员会 政法委
共青团组织 共青团 团委
`;

const WORDS = DEPARTMENTS.trim()
  .split("\n")
  .map((line) => line.split(" ") as [string, ...string[]]);

/** Usual names of departments that hold data, for a list to choose from; an office may write any other. */
export const DEPARTMENT_NAMES: readonly string[] = WORDS.map(([name]) => name);

/** Whether a unit, by its name, is (part of) a department. A name that holds the other counts: 示范县公安局 and 公安局. */
export function isUnitOf(unitName: string, department: string): boolean {
  const [unit, other] = [bare(unitName), bare(department)];
  if (unit === "" || other === "") return false;
  if (unit.includes(other) || other.includes(unit)) return true;
  const of = (name: string) => WORDS.find((words) => words.some((word) => name.includes(word)))?.[0];
  const known = of(unit);
  return known !== undefined && known === of(other);
}

/** Without brackets and blanks, and without 人民政府, which holds the word 民政. */
function bare(name: string): string {
  return name.replace(/[（(][^（）()]*[）)]|人民政府|\s/g, "");
}
