import { isNormal, normalText } from "../../text/normalise.ts";
import { lexicon } from "./lexicon/index.ts";
import { UNITS } from "./lexicon/noise.ts";
import { Recent } from "./recent.ts";

/** A field label without its decoration. */
export type LabelParts = {
  /** What is asked, without numbering, brackets, instructions and codes. */
  main: string;
  /** Headings inside the label, outermost first: 就业情况-就业单位-省 has two. */
  sections: readonly string[];
  /** What stood in brackets and is neither a unit nor an instruction. */
  asides: readonly string[];
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

/** What some character of a label makes worth a look; most labels have none of it. */
const SQUARE = 1;
const ROUND = 2;
const DIGIT = 4;
const COMMA = 8;
const BREAK = 16;
/** Characters that a label has which is listed with brackets or separators of its own. */
const LISTED = 32;
const NEW_LINE = 64;
/** What the first character of a label may begin, and its last one end. */
const MAY_NUMBER = 128;
const MAY_ASK = 256;
const MAY_DANGLE = 512;
const MAY_COUNT = 1024;
/** Characters that do not stand in a normal text. */
const ODD = 2048;
const MARKS = marks([
  [SQUARE, "[]【】"],
  [ROUND, "()"],
  [DIGIT, "0123456789"],
  [COMMA, ",。;"],
  [BREAK, "-_—–>:;\\"],
  [LISTED, "(),、/[]【】"],
  [NEW_LINE, "\n"],
  [MAY_NUMBER, "([0123456789一二三四五六七八九十第abcdefghijklmnopqrstuvwxyz"],
  [MAY_ASK, "请填输选"],
  [MAY_DANGLE, ":;,.。!?、/-_*="],
  [MAY_COUNT, "0123456789abcdi级"],
]);
const NONE: readonly string[] = [];

/** What stands in brackets is mostly one of a few things. */
const bracketed = new Recent<{ unit: string | null; told: string | null }>();

function readAside(inside: string): { unit: string | null; told: string | null } {
  const aside = inside.replace(DANGLING, "");
  if (UNIT_WORDS.has(aside)) return { unit: aside, told: null };
  return { unit: null, told: aside !== "" && aside.length <= 12 && !ASIDE_INSTRUCTION.test(aside) ? aside : null };
}

function withoutBrackets(text: string): { text: string; asides: readonly string[]; unit: string | null } {
  const asides: string[] = [];
  let unit: string | null = null;
  const rest = text.replace(/\(([^()]*)\)/g, (_, inside: string) => {
    const aside = bracketed.of(inside, readAside);
    unit = aside.unit ?? unit;
    if (aside.told !== null) asides.push(aside.told);
    return "";
  });
  // A bracket that was cut off by a narrow column.
  return { text: rest.replace(/\([^()]*$/, ""), asides, unit };
}

/** Takes the decoration off a label; what is already plain stays as it is. */
export function labelParts(label: string): LabelParts {
  let text = label;
  let marked = marksOf(text);
  if ((marked & ODD) !== 0) {
    text = normalText(label);
    marked = marksOf(text);
  }
  if ((marked & NEW_LINE) !== 0) text = text.replaceAll("\n", "");
  if ((marked & SQUARE) !== 0)
    text = text.replaceAll("[", "(").replaceAll("]", ")").replaceAll("【", "(").replaceAll("】", ")");
  if ((marked & LISTED) !== 0) {
    for (const { word, plain } of lexicon().bracketed) if (text.includes(word)) text = text.replace(word, plain);
    marked = marksOf(text);
  }
  if (begins(text, MAY_NUMBER)) text = text.replace(NUMBERING, "").replace(BARE_NUMBER, "");
  let asides = NONE;
  let unit: string | null = null;
  if ((marked & ROUND) !== 0) ({ text, asides, unit } = withoutBrackets(text));
  if ((marked & COMMA) !== 0) {
    const comma = text.search(/[,。;]/);
    if (comma > 0 && INSTRUCTION.test(text.slice(comma + 1))) text = text.slice(0, comma);
  }
  if (ends(text, MAY_DANGLE)) text = text.replace(DANGLING, "");
  if ((marked & DIGIT) !== 0) {
    const list = CODE_LIST.exec(text);
    if (list) text = (list[1] as string).replace(DANGLING, "");
  }
  let main = text;
  let sections = NONE;
  let ordinal: string | null = null;
  if ((marked & BREAK) !== 0) {
    const pieces = text.split(SEPARATOR).filter((piece) => piece !== "");
    main = pieces.at(-1) ?? "";
    sections = pieces.slice(0, -1);
    if (sections.length > 0 && isChoiceList(main)) {
      main = sections.at(-1) as string;
      sections = sections.slice(0, -1);
    }
    if (/^\d+$/.test(main) && sections.length > 0) {
      ordinal = main;
      main = sections.at(-1) as string;
      sections = sections.slice(0, -1);
    }
  }
  if (ends(main, MAY_COUNT)) {
    const tail = /^(.*[\u4e00-\u9fff])(\d{1,2}|[a-d]|i{1,3}级?)$/.exec(main);
    if (tail) {
      main = tail[1] as string;
      ordinal = tail[2] as string;
    }
  }
  if (begins(main, MAY_ASK)) main = main.replace(/^(?:请)?(?:填写|输入|选择)(?=.)/, "");
  return { main, sections, asides, unit, ordinal };
}

function marks(lists: readonly (readonly [number, string])[]): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (const [mark, units] of lists)
    for (const unit of units) table[unit.charCodeAt(0)] = (table[unit.charCodeAt(0)] as number) | mark;
  // ① to ⓿.
  for (let unit = 0x2460; unit <= 0x24ff; unit++) table[unit] = MAY_NUMBER;
  for (let unit = 0; unit < table.length; unit++) if (!isNormal(unit)) table[unit] = (table[unit] as number) | ODD;
  return table;
}

function marksOf(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at++) found |= MARKS[text.charCodeAt(at)] as number;
  return found;
}

function begins(text: string, mark: number): boolean {
  return text !== "" && ((MARKS[text.charCodeAt(0)] as number) & mark) !== 0;
}

function ends(text: string, mark: number): boolean {
  return text !== "" && ((MARKS[text.charCodeAt(text.length - 1)] as number) & mark) !== 0;
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
