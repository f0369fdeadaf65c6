import type { Finding } from "./compare-readings.ts";
import type { Reading } from "./reading.ts";

const RESPECT: Record<Finding["respect"], string> = {
  head: "内容",
  holder: "对象",
  qualifier: "限定",
  ordinal: "序号",
  matter: "事项",
  residue: "写法",
};

/** What a reading asks for, in a few words: 户籍地址, 出生日期. */
function elementText({ qualifiers, head, residue }: Reading): string {
  const told = [...new Set(qualifiers.map(({ name }) => name))].join("");
  return `${residue.join("")}${told}${head ?? ""}`;
}

function holderText({ holder, bound, matter }: Reading): string {
  if (bound) return matter === "" ? "本表事项" : `《${matter}》`;
  return holder === null ? "不明对象" : holder;
}

export function describeSame(
  a: Reading,
  b: Reading,
  labelA: string,
  labelB: string,
  assumed: readonly string[],
): string {
  const holder = a.bound ? holderText(b) : holderText(a);
  const what = elementText(b.residue.length > a.residue.length ? b : a);
  const whose = holder === "" ? "" : `“${holder}”的`;
  const naming = labelA === labelB ? "" : "，仅叫法不同";
  const why = assumed.length === 0 ? "" : `（${assumed.join("；")}）`;
  return `同为${whose}“${what}”${naming}${why}`;
}

export function describeConflict(finding: Finding, a: Reading, b: Reading, labelA: string, labelB: string): string {
  if (finding.respect === "holder") return `一为“${holderText(a)}”的，一为“${holderText(b)}”的`;
  if (finding.respect === "matter")
    return `两表的“${labelA}”“${labelB}”各指各的事项：一为${holderText(a)}，一为${holderText(b)}`;
  if (finding.respect === "ordinal") return `两栏序号不同：“${labelA}”与“${labelB}”`;
  return `一为${elementText(a)}，一为${elementText(b)}`;
}

export function describeDoubt(finding: Finding, labelA: string, labelB: string): string {
  if (finding.result !== "doubt") return "";
  const pair = `“${labelA}”与“${labelB}”`;
  if (finding.respect === "holder") return `看不出${pair}是否同一对象的，请认定`;
  if (finding.respect === "matter") return `${pair}是否指同一事项，表上没有说明，请认定`;
  if (finding.respect === "residue")
    return `${pair}中“${[finding.a, finding.b].filter((text) => text !== "").join("”“")}”含义未收录，请认定`;
  const differing = [finding.a, finding.b].filter((text) => text !== "").join("”“");
  return `${pair}的${RESPECT[finding.respect]}相近（“${differing}”），请认定是否同一项`;
}
