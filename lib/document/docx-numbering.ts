import { ordinal } from "./ordinal.ts";
import { walkXml } from "./xml-events.ts";

type Level = {
  start: number;
  format: string;
  text: string;
  suffix: string;
  legal: boolean;
  restart: number | null;
  /** The style whose paragraphs stand on this level. */
  style: string | null;
};
type List = { levels: Map<number, Level>; styleLink: string | null };
type Num = { list: string; starts: Map<number, number>; levels: Map<number, Level> };
/** Where a paragraph stands in a list. */
export type ListPlace = { num: string; level: number };
/** What styles.xml says that matters here: the names of styles, and the lists that they put their paragraphs into. */
export type Styles = Map<string, { name: string; basedOn: string | null; num: string | null; level: number | null }>;

const MAX_LEVEL = 8;
const emptyLevel = (): Level => ({
  start: 1,
  format: "decimal",
  text: "",
  suffix: "tab",
  legal: false,
  restart: null,
  style: null,
});
const whole = (text: string | undefined) => (text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : null);

/** Reads styles.xml. */
export async function readStyles(part: AsyncIterable<Uint8Array>): Promise<Styles> {
  const styles: Styles = new Map();
  let style: { name: string; basedOn: string | null; num: string | null; level: number | null } | undefined;
  await walkXml(part, {
    open(name, attribute) {
      if (name === "w:style") {
        style = { name: "", basedOn: null, num: null, level: null };
        const id = attribute("styleId");
        if (id !== undefined) styles.set(id, style);
      } else if (!style) return;
      else if (name === "w:name") style.name = attribute("val") ?? "";
      else if (name === "w:basedOn") style.basedOn = attribute("val") ?? null;
      else if (name === "w:numId") style.num = attribute("val") ?? null;
      else if (name === "w:ilvl") style.level = whole(attribute("val"));
    },
    close(name) {
      if (name === "w:style") style = undefined;
    },
    text() {},
  });
  return styles;
}

/** Reads numbering.xml. */
export async function readNumbering(part: AsyncIterable<Uint8Array>, styles: Styles): Promise<Numbering> {
  const lists = new Map<string, List>();
  const nums = new Map<string, Num>();
  let list: List | undefined;
  let num: Num | undefined;
  let level: Level | undefined;
  let overridden = 0;
  await walkXml(part, {
    open(name, attribute) {
      if (name === "w:abstractNum") {
        list = { levels: new Map(), styleLink: null };
        lists.set(attribute("abstractNumId") ?? "", list);
      } else if (name === "w:num") {
        num = { list: "", starts: new Map(), levels: new Map() };
        nums.set(attribute("numId") ?? "", num);
      } else if (name === "w:abstractNumId" && num) num.list = attribute("val") ?? "";
      else if (name === "w:lvlOverride") overridden = whole(attribute("ilvl")) ?? 0;
      else if (name === "w:startOverride" && num) num.starts.set(overridden, whole(attribute("val")) ?? 1);
      else if (name === "w:numStyleLink" && list) list.styleLink = attribute("val") ?? null;
      else if (name === "w:lvl") {
        level = emptyLevel();
        (num ?? list)?.levels.set(whole(attribute("ilvl")) ?? 0, level);
      } else if (!level) return;
      else if (name === "w:start") level.start = whole(attribute("val")) ?? 1;
      // Word writes newer formats as mc:Choice with w:val="custom", and the plain one after it as mc:Fallback.
      else if (name === "w:numFmt") level.format = attribute("val") ?? "decimal";
      else if (name === "w:lvlText") level.text = attribute("val") ?? "";
      else if (name === "w:suff") level.suffix = attribute("val") ?? "tab";
      else if (name === "w:isLgl") level.legal = !isOff(attribute("val"));
      else if (name === "w:pStyle") level.style = attribute("val") ?? null;
      else if (name === "w:lvlRestart") level.restart = whole(attribute("val"));
    },
    close(name) {
      if (name === "w:abstractNum") list = undefined;
      else if (name === "w:num") num = undefined;
      else if (name === "w:lvl") level = undefined;
    },
    text() {},
  });
  return new Numbering(lists, nums, styles);
}

/** Whether an on/off attribute is switched off; without a value it is on. */
export function isOff(value: string | undefined): boolean {
  return value === "0" || value === "false" || value === "off" || value === "none";
}

/** The numbers of lists, counted as the paragraphs come. */
export class Numbering {
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();
  private readonly lists: ReadonlyMap<string, List>;
  private readonly nums: ReadonlyMap<string, Num>;
  private readonly styles: Styles;

  constructor(lists: ReadonlyMap<string, List>, nums: ReadonlyMap<string, Num>, styles: Styles) {
    this.lists = lists;
    this.nums = nums;
    this.styles = styles;
  }

  /** The list that a style puts its paragraphs into, by itself or by what it is based on. */
  placeOfStyle(styleId: string | null): ListPlace | null {
    let level: number | null = null;
    let id = styleId;
    for (let step = 0; id !== null && step < 20; step += 1) {
      const style = this.styles.get(id);
      if (!style) return null;
      level ??= style.level;
      if (style.num !== null)
        return style.num === "0" ? null : { num: style.num, level: level ?? this.levelOfStyle(style.num, styleId) };
      id = style.basedOn;
    }
    return null;
  }

  private levelOfStyle(numId: string, styleId: string | null): number {
    const num = this.nums.get(numId);
    if (!num) return 0;
    const level = this.levelsOf(num, 0);
    for (let at = 0; at <= MAX_LEVEL; at += 1) if (level(at)?.style === styleId) return at;
    return 0;
  }

  /** The sign before the next paragraph at that place: "（一）", "1. "; "" when the list shows none. */
  next({ num: numId, level: wanted }: ListPlace): string {
    const num = this.nums.get(numId);
    if (!num || wanted < 0 || wanted > MAX_LEVEL) return "";
    const levels = this.levelsOf(num, 0);
    const level = levels(wanted);
    if (!level) return "";
    let counters = this.counters.get(num.list);
    if (!counters) {
      counters = [];
      this.counters.set(num.list, counters);
    }
    const override = num.starts.get(wanted);
    const restarts = override !== undefined && !this.started.has(`${numId} ${wanted}`);
    this.started.add(`${numId} ${wanted}`);
    const current = counters[wanted];
    counters[wanted] = restarts ? override : current === undefined ? level.start : current + 1;
    for (let deeper = wanted + 1; deeper <= MAX_LEVEL; deeper += 1) {
      const restart = levels(deeper)?.restart ?? null;
      if (restart === null || (restart > 0 && wanted < restart)) counters[deeper] = undefined;
    }
    if (level.format === "bullet") return "• ";
    const label = level.text.replace(/%([1-9])/g, (_whole, digit) => {
      const shown = Number(digit) - 1;
      const format = level.legal ? "decimal" : (levels(shown)?.format ?? "decimal");
      return ordinal(counters[shown] ?? levels(shown)?.start ?? 1, format);
    });
    return level.suffix !== "nothing" && /[\w.)]$/.test(label) ? `${label} ` : label;
  }

  private levelsOf(num: Num, step: number): (level: number) => Level | undefined {
    const list = this.lists.get(num.list);
    const link = list?.styleLink ? this.styles.get(list.styleLink)?.num : undefined;
    const linked = link && step < 5 ? this.nums.get(link) : undefined;
    const inherited = linked ? this.levelsOf(linked, step + 1) : (level: number) => list?.levels.get(level);
    return (level) => num.levels.get(level) ?? inherited(level);
  }
}
