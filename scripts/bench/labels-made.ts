import { lexicon } from "#lib/redundancy/field/lexicon/index.ts";
import { randomNumbers } from "./random-numbers.ts";

/** Places of our own making that offices write before a label. */
const PLACES = ["清河镇", "东岭村", "柳塘社区", "南坪片区", "三合网格", "北苑街道"];
const BEFORE = ["1.", "(2)", "①", "*", "3、", "请填写", "本户", "现"];
const AFTER = [
  ":",
  "(必填)",
  "(万元)",
  "(人)",
  "(如有)",
  "(平方米)",
  "信息",
  "2",
  "(请按身份证填写)",
  "（盖章）",
  "1",
  "*",
];
const BETWEEN = ["的", "-", "/", "、", "及", "_"];

/** So many distinct field labels: words of the lexicon put together as forms do it, decorated, misspelt and localised. The same for the same count. */
export function syntheticLabels(count: number): string[] {
  const { words } = lexicon();
  const next = randomNumbers(20_260_104);
  const of = (role: string) => words.filter(({ concepts }) => concepts[0]?.role === role).map(({ word }) => word);
  const [subjects, qualifiers, heads] = [of("subject"), of("qualifier"), of("head")];
  const one = (list: readonly string[]) => list[next(list.length)] as string;
  const sometimes = (list: readonly string[], percent: number) => (next(100) < percent ? one(list) : "");
  const labels = new Set<string>();
  while (labels.size < count) {
    const middle = `${sometimes(subjects, 60)}${sometimes(BETWEEN, 8)}${sometimes(qualifiers, 45)}${one(heads)}`;
    const joined = next(100) < 5 ? `${middle}${one(["/", "、", "及", "或"])}${one(heads)}` : middle;
    const plain = next(100) < 6 ? misspelt(joined, next(joined.length)) : joined;
    labels.add(`${sometimes(BEFORE, 12)}${sometimes(PLACES, 8)}${plain}${sometimes(AFTER, 20)}`);
  }
  return [...labels];
}

/** One character is left out, as happens in columns that are too narrow. */
function misspelt(text: string, at: number): string {
  return text.length > 3 ? text.slice(0, at) + text.slice(at + 1) : text;
}
