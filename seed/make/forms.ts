import type { UnreadField } from "#lib/asset/asset.ts";
import type { Attributes } from "#lib/asset/fields.ts";
import type { Frequency } from "#lib/asset/vocabulary.ts";
import { BLOCKS, type Block } from "../county/form-labels.ts";
import { formScope, ROWS } from "../county/form-respondents.ts";
import { FORM_STORIES } from "../county/form-stories.ts";
import { COPIES, FORMS, type FormSketch } from "../county/forms.ts";
import type { ItemSketch } from "../county/sketch.ts";
import { daysAgo } from "../date.ts";
import { type Random, randomFrom } from "../random.ts";
import { drawBurden } from "./burden.ts";
import { type Made, makeItem, seedOf, unitNamed } from "./item.ts";
import type { SampleUnit } from "./units.ts";

/** When a form is due, as its frequency suggests. */
function dueTime(random: Random, frequency: Frequency | null): string {
  const hour = random.pick(["12:00", "17:00"]);
  switch (frequency) {
    case "daily":
      return `每日${hour}`;
    case "weekly":
      return `每周${random.pick(["一", "三", "四", "五"])}${hour}`;
    case "monthly":
      return `每月${random.pick([3, 5, 10, 15, 20, 25, 28])}日${hour}`;
    case "quarterly":
      return `每季度末月${random.pick([15, 20, 25])}日`;
    default:
      return `${random.pick([3, 6, 9, 11, 12])}月${random.pick([10, 20, 25])}日`;
  }
}

function drawForm(
  random: Random,
  unit: SampleUnit | null,
  frequency: Frequency | null,
  nth: number,
): Attributes["form"] {
  const approved = random.chance(0.62);
  return {
    system: random.pick(["示范县一表通", "省级业务系统", "智慧网格", "无系统，电子表格"]),
    ...(unit ? { issuingBody: unit.name } : {}),
    issuingLevel: random.pick(["县级", "县级", "县级", "市级", "省级"]),
    ...(random.chance(0.4) ? { formNumber: `示表${String(nth).padStart(3, "0")}` } : {}),
    ...(approved
      ? {
          approvalNumber: `示表准〔2025〕${nth}号`,
          validUntil: daysAgo(random.chance(0.2) ? random.between(5, 300) : -random.between(30, 600)),
        }
      : {}),
    ...(!approved && random.chance(0.35) ? { approvalNumber: "无" } : {}),
    inCatalogue: approved || random.chance(0.4),
    isStatutory: false,
    channels: random.pick<NonNullable<Attributes["form"]["channels"]>>([
      ["one_table"],
      ["one_table"],
      ["one_table"],
      ["one_table"],
      ["one_table"],
      ["system"],
      ["system"],
      ["system", "paper"],
      ["wechat"],
      ["email"],
      ["system", "wechat"],
      ["paper"],
      ["qq", "paper"],
    ]),
    dueTime: dueTime(random, frequency),
    dataChange: random.pick(["monthly", "quarterly", "half_yearly", "yearly", "once", "on_demand"]),
    ...(random.chance(0.5)
      ? { sharedSource: random.pick(["公安部门户籍系统", "民政部门救助系统", "人社部门业务系统", "无", "无", "无"]) }
      : {}),
    sourceText: "各单位自查台账",
    ...drawBurden(random, random.pick([6, 24, 24, 24, 30])),
  };
}

/** How many rows a unit fills each time: half of those who estimate minutes say it. */
function drawRows(name: string, grain: FormSketch[3]): Pick<Attributes["form"], "rowsPerUnit"> {
  const random = randomFrom(`rows|${name}`);
  if (!grain || random.chance(0.5)) return {};
  const [fewest, most] = ROWS[grain];
  return { rowsPerUnit: random.between(fewest, most) };
}

/** The questions of a form: the usual blocks, each in one wording, then its own; no question twice. */
function labelsOf([, name, , , blocks, own]: FormSketch): { label: string; technical: boolean }[] {
  const random = randomFrom(`labels|${name}`);
  const rows: { label: string; technical: boolean }[] = [];
  for (const letter of blocks) {
    for (const wordings of BLOCKS[letter as Block]) {
      rows.push({ label: random.pick<string>(wordings), technical: letter === "T" });
    }
  }
  const asked = own.split(" ").map((label) => ({ label, technical: false }));
  const at = rows.findIndex((row) => row.technical);
  const ordered = at < 0 ? [...rows, ...asked] : [...rows.slice(0, at), ...asked, ...rows.slice(at)];
  return ordered.filter((row, index) => ordered.findIndex((other) => other.label === row.label) === index);
}

/** A copy asks what its original asks, but for a question or two, and words a few questions otherwise. */
function copyLabels(original: readonly { label: string; technical: boolean }[], without: string, added: string) {
  if (without === "" && added === "") return [...original];
  const swaps: Record<string, string> = {
    姓名: "人员姓名",
    联系电话: "手机号",
    家庭住址: "居住地址",
    身份证号码: "身份证号",
    健康状况: "身体健康状况",
  };
  const rows = original
    .filter((row) => row.label !== without)
    .map((row) => ({ ...row, label: swaps[row.label] ?? row.label }));
  return added === "" ? rows : [...rows, { label: added, technical: false }];
}

/** Every report form of the county, with its fields. */
export function forms(units: readonly SampleUnit[]): Made[] {
  const make = (
    form: FormSketch,
    labels: { label: string; technical: boolean }[],
    nth: number,
    original: string,
  ): Made => {
    const [short, name, frequency, grain] = form;
    const story = FORM_STORIES[name];
    const besides = randomFrom(`besides|${name}`);
    const duty = !story?.complete && besides.chance(0.35) ? { inDutyList: besides.chance(0.7) } : {};
    const sketch: ItemSketch<"form"> = {
      name,
      unit: short,
      ...story,
      known: {
        ...duty,
        ...formScope(original),
        ...story?.known,
        ...(frequency ? { frequency } : {}),
        ...(grain ? { grain } : {}),
      },
    };
    const unit = unitNamed(units, short);
    const random = randomFrom(`draw|${seedOf("form", unit, sketch)}`);
    const drawn = { ...drawForm(random, unit, frequency, nth), ...drawRows(name, grain) };
    const made = makeItem("form", units, sketch, drawn);
    const fields: UnreadField[] = labels.map((row, index) => ({ position: index + 1, ...row }));
    return {
      ...made,
      fields: fields.map((field) => ({ ...field, regionCode: made.asset.regionCode, assetId: made.asset.id })),
    };
  };
  const originals = FORMS.map((form, index) => make(form, labelsOf(form), index + 1, form[1]));
  const copies = COPIES.map(([short, name, of, without, added, frequency], index) => {
    const original = FORMS.find((form) => form[1] === of);
    if (!original) throw new Error(`没有可抄的表“${of}”`);
    const copy: FormSketch = [short, name, frequency ?? original[2], original[3], original[4], original[5]];
    return make(copy, copyLabels(labelsOf(original), without, added), FORMS.length + index + 1, of);
  });
  return [...originals, ...copies];
}
