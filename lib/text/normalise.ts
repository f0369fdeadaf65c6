import { SIMPLIFIED_OF } from "./traditional.ts";

/** A text as the scanner reads it, and for each of its units (and its end) the offset in the text as given. */
export type NormalText = { text: string; at: Int32Array };

/** What becomes of one UTF-16 unit. */
const DROP = 0;
const MARK = 1;
const SPACE = 2;
/** Units above stand for themselves or for another unit: the value is the unit. */
const UNITS = 0x10000;

/** Marks that people put between the characters of a word, to decorate it or to slip past a filter. */
const STRAY_MARKS = "*·•・‧∙_~^|`#＊﹡★☆●○■□◆◇※→✦✧";
/** Quotation marks say who speaks, not what is demanded; ‘僵尸’号 and 僵尸号 are one word. */
const QUOTES = "\"'“”‘’「」『』﹁﹂﹃﹄„‟‛〝〞〟«»‹›";
const UTF_16 = new TextDecoder("utf-16le", { ignoreBOM: true });
let codeTable: Uint16Array | undefined;

/**
 * The text in one width, one script and one case, without quotation marks, blanks and stray marks inside words.
 * Never longer than the text as given, total and linear; what is normal stays as it is.
 */
export function normalise(text: string): NormalText {
  const units = new Uint16Array(text.length);
  const at = new Int32Array(text.length + 1);
  const length = fold(text, units, at);
  return { text: UTF_16.decode(units.subarray(0, length)), at: at.subarray(0, length + 1) };
}

/** Writes the units of the normal text and their offsets; answers how many there are. */
function fold(text: string, units: Uint16Array, at: Int32Array): number {
  codeTable ??= codes();
  const codeOfUnit = codeTable;
  let length = 0;
  let pendingBlank = false;
  let pendingAt = 0;
  let markFrom = -1;
  // Whether what was read last is one letter alone, or letters that were each alone: “A P P” is APP.
  let spread = false;
  for (let index = 0; index < text.length; index++) {
    const unit = codeOfUnit[text.charCodeAt(index)] as number;
    if (unit === DROP) continue;
    if (unit === SPACE) {
      if (!pendingBlank) pendingAt = index;
      pendingBlank = true;
      continue;
    }
    if (unit === MARK) {
      if (markFrom < 0) markFrom = index;
      continue;
    }
    const previous = length === 0 ? 10 : (units[length - 1] as number);
    if (markFrom >= 0) {
      // A run of marks between two Chinese characters is decoration; anywhere else one of it stays, as a comma would.
      if (!(isHan(previous) && isHan(unit)) && previous !== 10 && unit !== 10 && previous !== 44) {
        at[length] = markFrom;
        units[length++] = 44;
      }
    } else if (
      pendingBlank &&
      isLatin(previous) &&
      isLatin(unit) &&
      !(spread && standsAlone(text, index, codeOfUnit))
    ) {
      at[length] = pendingAt;
      units[length++] = 32;
      spread = false;
    }
    const apart = pendingBlank || markFrom >= 0 || !isLatin(previous);
    spread = isLetter(unit) && apart && (spread || !isLetter(previous) || units[length - 1] === 32);
    markFrom = -1;
    pendingBlank = false;
    at[length] = index;
    units[length++] = unit;
  }
  at[length] = text.length;
  return length;
}

/** Room for short texts, of which only the text is wanted: there are many, and arrays of their own cost more than to read them. */
const SHORT = 128;
const shortUnits = new Uint16Array(SHORT);
const shortAt = new Int32Array(SHORT + 1);

/** The text of `normalise` alone; for a short text that is normal already it costs no more than a look at it. */
export function normalText(text: string): string {
  for (let index = 0; index < text.length; index++) {
    if (isNormal(text.charCodeAt(index))) continue;
    if (text.length > SHORT || /[\ud800-\udfff]/.test(text)) return normalise(text).text;
    return String.fromCharCode(...shortUnits.subarray(0, fold(text, shortUnits, shortAt)));
  }
  return text;
}

/** Whether a text of such units is normal; halves of a pair are looked at in their pairs, and so are not. */
export function isNormal(unit: number): boolean {
  codeTable ??= codes();
  return codeTable[unit] === unit && (unit < 0xd800 || unit > 0xdfff);
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}

function isLatin(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122);
}

function isLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

/** Whether the letter at `index` has no letter or figure right behind it. */
function standsAlone(text: string, index: number, codeOfUnit: Uint16Array): boolean {
  if (!isLetter(codeOfUnit[text.charCodeAt(index)] as number)) return false;
  return index + 1 === text.length || !isLatin(codeOfUnit[text.charCodeAt(index + 1)] as number);
}

function codes(): Uint16Array {
  const table = new Uint16Array(UNITS);
  for (let unit = 0; unit < UNITS; unit++) table[unit] = isHan(unit) || isHangul(unit) ? unit : codeOf(unit);
  for (const [traditional, simplified] of SIMPLIFIED_OF) table[traditional.charCodeAt(0)] = simplified.charCodeAt(0);
  return table;
}

function codeOf(unit: number): number {
  const given = String.fromCharCode(unit);
  if (STRAY_MARKS.includes(given)) return MARK;
  if (QUOTES.includes(given)) return DROP;
  if (given === "\n" || given === "\r" || given === "\u2028" || given === "\u2029") return 10;
  if (/\s|\u3164|\u2800/.test(given)) return SPACE;
  // Control characters, joiners, direction marks, soft hyphens, variation selectors and combining marks print nothing.
  if (/[\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Variation_Selector}]/u.test(given)) return DROP;
  if (given === "﹐" || given === "､") return "、".charCodeAt(0);
  // Halves of a pair mean nothing alone; ① marks an item of a list and is not the figure 1.
  const asIs = (unit >= 0xd800 && unit <= 0xdfff) || (unit >= 0x2460 && unit <= 0x24ff);
  const wide = asIs ? given : given.normalize("NFKC");
  const folded = (wide.length === 1 ? wide : given).toLowerCase();
  const simple = SIMPLIFIED_OF.get(folded) ?? folded;
  const result = simple.length === 1 ? simple.charCodeAt(0) : unit;
  // What the fold brings forth must itself be normal, so that a second pass finds nothing to do.
  return result === unit || result < 3 ? unit : codeOf(result) < 3 ? codeOf(result) : result;
}
