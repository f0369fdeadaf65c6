import { normalise } from "../../text/normalise.ts";
import { lexicon } from "./lexicon/index.ts";
import { UNITS } from "./lexicon/noise.ts";

/** A field label without its decoration. */
export type LabelParts = {
  /** What is asked, without numbering, brackets, instructions and codes. */
  main: string;
  /** Headings inside the label, outermost first: 就业情况-就业单位-省 has two. */
  sections: string[];
  /** What stood in brackets and is neither a unit nor an instruction. */
  asides: string[];
  unit: string | null;
  /** Which of several like fields: the 2 of 处罚类别2. */
  ordinal: string | null;
};

const UNIT_WORDS = new Set(UNITS.split(" "));
const NUMBERING =
  /^(?:[\u2460-\u24ff]|[([]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z])[)\].、,:]|第?[一二三四五六七八九十]{1,3}[、.])+/;
/** 12服义务兵… is numbered, 7天内… and 16岁以下… are not. */
const BARE_NUMBER = /^\d{1,2}(?=[\u4e00-\u9fff])(?!\d?[天岁年月日周级个人次类小分项号季期层])/;
const INSTRUCTION = /^(?:请|可|如|例|以|单位|格式|注|填|选|必|按|见|限|最多|不|若|并|没有|无则|0|1)/;
const ASIDE_INSTRUCTION =
  /请|可选|多选|单选|填写|如有|必填|选填|如:|例如|示例|注:|盖章|签字|签名|分支机构|仅|需要|枚举|代码型|^[\d\s年月日:./-]+$|年-月-日|y{4}|楼$|^空白/;
/** 性别1男0女, 工种 1 电工 2 …, 是否死亡(0否: a list of codes after the label. */
const CODE_LIST = /^(.*?[\u4e00-\u9fff)])[:,]?\d{1,2}[.:=为]?(?:[\u4e00-\u9fff].*)$/;
const DANGLING = /[:;,.。!?、/\-_*=]+$/;
const SEPARATOR = /[-_—–>:;]|(?<=[\u4e00-\u9fff])\\(?=[\u4e00-\u9fff])/;

/** Takes the decoration off a label; what is already plain stays as it is. */
export function labelParts(label: string): LabelParts {
  let text = normalise(label)
    .text.replaceAll("\n", "")
    .replaceAll("[", "(")
    .replaceAll("]", ")")
    .replaceAll("【", "(")
    .replaceAll("】", ")");
  for (const { word, plain } of lexicon().bracketed) if (text.includes(word)) text = text.replace(word, plain);
  text = text.replace(NUMBERING, "").replace(BARE_NUMBER, "");
  const asides: string[] = [];
  let unit: string | null = null;
  text = text
    .replace(/\(([^()]*)\)/g, (_, inside: string) => {
      const aside = inside.replace(DANGLING, "");
      if (UNIT_WORDS.has(aside)) unit = aside;
      else if (aside !== "" && aside.length <= 12 && !ASIDE_INSTRUCTION.test(aside)) asides.push(aside);
      return "";
    })
    // A bracket that was cut off by a narrow column.
    .replace(/\([^()]*$/, "");
  const comma = text.search(/[,。;]/);
  if (comma > 0 && INSTRUCTION.test(text.slice(comma + 1))) text = text.slice(0, comma);
  text = text.replace(DANGLING, "");
  const list = CODE_LIST.exec(text);
  if (list) text = (list[1] as string).replace(DANGLING, "");
  const pieces = text.split(SEPARATOR).filter((piece) => piece !== "");
  let main = pieces.at(-1) ?? "";
  let sections = pieces.slice(0, -1);
  if (sections.length > 0 && isChoiceList(main)) {
    main = sections.at(-1) as string;
    sections = sections.slice(0, -1);
  }
  let ordinal: string | null = null;
  if (/^\d+$/.test(main) && sections.length > 0) {
    ordinal = main;
    main = sections.at(-1) as string;
    sections = sections.slice(0, -1);
  }
  const tail = /^(.*[\u4e00-\u9fff])(\d{1,2}|[a-d]|i{1,3}级?)$/.exec(main);
  if (tail) {
    main = tail[1] as string;
    ordinal = tail[2] as string;
  }
  main = main.replace(/^(?:请)?(?:填写|输入|选择)(?=.)/, "");
  return { main, sections, asides, unit, ordinal };
}

/** 男/女, 未婚、已婚, 有、无: what may be chosen, not what is asked. */
function isChoiceList(text: string): boolean {
  const choices = text.split(/[/、,]/);
  return (
    choices.length > 1 &&
    choices.every((choice) => choice.length <= 4) &&
    /^(?:男|女|有|无|是|否|未|已|第|正|一)/.test(text)
  );
}
