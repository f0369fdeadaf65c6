import type { FieldSpec } from "../asset/field.ts";
import { isCellError, UNSAVED_FORMULA } from "../table/table.ts";
import { isUnknownWord, type Parsed, UNKNOWN, value, wrong } from "./cell.ts";
import { parseBoolean, parseChoice, parseChoices, splitWords } from "./parse-choice.ts";
import { parseDate } from "./parse-date.ts";
import { columnFactor, parseNumber } from "./parse-number.ts";

const MAX_CHARS = { text: 500, longtext: 10_000 };

/** The refusal of a cell that holds a spreadsheet's error or an unsaved formula; undefined for any other. */
export function cellRefusal(text: string): ReturnType<typeof wrong> | undefined {
  if (text === UNSAVED_FORMULA) {
    return wrong("公式没有保存计算结果", "请用 Excel 或 WPS 打开文件，等公式算出结果后保存，再导入");
  }
  return isCellError(text) ? wrong(`公式出错，结果是 ${text}`, "请改正公式，或直接填写数值") : undefined;
}

/** What a cell says of an attribute. `field` is the attribute's key; `column` may carry a unit ("（万元）"). */
export function parseCell(field: string, spec: FieldSpec, text: string, column: string): Parsed<unknown> {
  const refusal = cellRefusal(text);
  if (refusal) return refusal;
  if (isUnknownWord(text)) return UNKNOWN;
  switch (spec.type) {
    case "integer":
    case "number":
      return parseNumber(spec, text, columnFactor(column, spec));
    case "boolean":
      return parseBoolean(text);
    case "date":
      return parseDate(text);
    case "enum":
      return parseChoice(field, spec.options, text);
    case "enums":
      return parseChoices(field, spec.options, text);
    case "tags": {
      const words = [...new Set(splitWords(text))];
      return words.length === 0 ? UNKNOWN : value(words);
    }
    case "text":
    case "longtext":
      return parseText(text, MAX_CHARS[spec.type]);
  }
}

export function parseText(text: string, maxChars = MAX_CHARS.text): Parsed<string> {
  const trimmed = text.trim();
  if (trimmed.length > maxChars) return wrong(`超过 ${maxChars} 字`, "请缩短，或把长的内容放到“备注”列");
  return value(trimmed);
}
