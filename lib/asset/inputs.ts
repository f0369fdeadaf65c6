import { z } from "zod";
import { blankIsNull, listedWords } from "../given.ts";
import type { FieldSpec } from "./field.ts";
import { FIELDS } from "./fields.ts";
import { FormFieldsInput } from "./form-fields.ts";
import { FIRST_STATES } from "./transitions.ts";
import { ASSET_KINDS, ASSET_STATES, type AssetKind, BOARDS, DEMANDS, WORK_LINES } from "./vocabulary.ts";

/** The name of an attribute in a form: "attribute.members". */
export const ATTRIBUTE_PREFIX = "attribute.";

const MAX_CHARS = { text: 500, longtext: 10_000 };

/** "" and null say "unknown" (null in the output); an absent member says nothing (undefined). */
function orUnknown<T extends z.ZodType>(schema: T) {
  return z.preprocess(blankIsNull, schema.nullable().optional());
}

const isDay = (text: string) => {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

function measure(spec: Extract<FieldSpec, { type: "integer" | "number" }>) {
  const number = z.coerce.number({ error: `${spec.label}请填数字` });
  const whole = spec.type === "integer" ? number.int(`${spec.label}请填整数`) : number;
  const atLeast = spec.min === undefined ? whole : whole.min(spec.min, `${spec.label}不能小于 ${spec.min}`);
  const most = spec.max ?? 1e12;
  return atLeast.max(most, `${spec.label}不能大于 ${most.toLocaleString("zh-CN")}`);
}

/** One attribute as a form or a program gives it. */
function attributeInput(spec: FieldSpec): z.ZodType {
  switch (spec.type) {
    case "integer":
    case "number":
      return orUnknown(measure(spec));
    case "boolean":
      return orUnknown(
        z.union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")], {
          error: `${spec.label}请选“是”或“否”`,
        }),
      );
    case "date":
      return orUnknown(
        z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}$/, `${spec.label}请填日期，如 2026-09-01`)
          .refine(isDay, `${spec.label}在日历上没有这一天`),
      );
    case "enum":
      return orUnknown(z.enum(Object.keys(spec.options) as [string], { error: `${spec.label}请从选项中选择` }));
    case "enums":
      return z.preprocess(
        (value) => {
          const given = [value].flat().filter((one) => one !== "" && one !== undefined && one !== null);
          return value === undefined ? undefined : given.length === 0 ? null : given;
        },
        z
          .array(z.enum(Object.keys(spec.options) as [string], { error: `${spec.label}请从选项中选择` }))
          .nullable()
          .optional(),
      );
    case "tags":
      // "无" is known: there is none; blank is unknown.
      return orUnknown(
        z.union([
          z.array(z.string().trim().min(1)),
          z.string().transform((text) => (text.trim() === "无" ? [] : listedWords(text))),
        ]),
      );
    case "text":
    case "longtext":
      return orUnknown(z.string().trim().max(MAX_CHARS[spec.type], `${spec.label}最多 ${MAX_CHARS[spec.type]} 字`));
  }
}

const name = z.string({ error: "请填写名称" }).trim().min(1, "请填写名称").max(200, "名称最多 200 字");
const unitId = orUnknown(z.uuid("主办单位请从列表中选择"));
const workLine = orUnknown(z.enum(WORK_LINES, { error: "条线请从选项中选择" }));
const board = orUnknown(z.enum(BOARDS, { error: "板块请从选项中选择" }));

type Given = Record<string, unknown>;

/** A program may give `attributes` as an object; a form gives them one by one. */
function flattened(input: unknown): unknown {
  if (typeof input !== "object" || input === null) return input;
  const { attributes, ...rest } = input as { attributes?: Given };
  const flat = Object.entries(attributes ?? {}).map(([key, value]) => [`${ATTRIBUTE_PREFIX}${key}`, value]);
  return { ...rest, ...Object.fromEntries(flat) };
}

/** Gathers the attributes again: null clears one, an absent one stays as it is. */
function nested<T extends Given>(input: T): T & { attributes: Given } {
  const attributes = Object.entries(input)
    .filter(([key, value]) => key.startsWith(ATTRIBUTE_PREFIX) && value !== undefined)
    .map(([key, value]) => [key.slice(ATTRIBUTE_PREFIX.length), value]);
  return { ...input, attributes: Object.fromEntries(attributes) };
}

function attributeShape(kind: AssetKind): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(FIELDS[kind]).map(([key, spec]) => [`${ATTRIBUTE_PREFIX}${key}`, attributeInput(spec)]),
  );
}

type Shape = Record<string, z.ZodType>;
/** What only report forms have. */
const FORM_ONLY = { fields: FormFieldsInput };
function perKind<S extends Shape>(own: S) {
  const schemas = ASSET_KINDS.map((kind) =>
    z.object({ kind: z.literal(kind), ...attributeShape(kind), ...own, ...(kind === "form" && FORM_ONLY) }),
  );
  const union = z.discriminatedUnion(
    "kind",
    schemas as unknown as [z.ZodObject<{ kind: z.ZodEnum<Record<AssetKind, AssetKind>> } & typeof FORM_ONLY & S>],
    {
      error: "请选择种类",
    },
  );
  return z.preprocess(flattened, union).transform(nested);
}

/** A new item. Only the kind and the name are required; what is blank is unknown. */
export const RegisterAssetInput = perKind({
  name,
  unitId,
  /** Where an item lies whose unit is unknown; else it lies where its unit does. */
  regionCode: orUnknown(z.string().regex(/^\d{12}$/, "行政区划请填 12 位代码")),
  state: z.preprocess(blankIsNull, z.enum(FIRST_STATES, { error: "状态请从选项中选择" }).nullable().optional()),
  workLine,
  board,
});

/** Changes to an item, by the version that the writer saw; what is absent stays, what is blank becomes unknown. */
export const AmendAssetInput = perKind({
  id: z.uuid(),
  version: z.coerce.number().int(),
  name: name.optional(),
  unitId,
  state: z.enum(ASSET_STATES, { error: "状态请从选项中选择" }).optional(),
  workLine,
  board,
});

export const AddDemandInput = z.object({
  assetId: z.uuid(),
  type: z.enum(DEMANDS, { error: "请选择是哪一类要求" }),
  quote: z.string({ error: "请填写原文" }).trim().min(1, "请填写原文，作为依据").max(2000, "原文最多 2000 字"),
  source: z.string({ error: "请填写出处" }).trim().min(1, "请填写出处，如通知名称和日期").max(200, "出处最多 200 字"),
  figure: orUnknown(z.string().trim().max(100, "数值最多 100 字")),
});

export const RemoveDemandInput = z.object({ id: z.uuid() });

const count = (label: string) =>
  orUnknown(
    z.coerce
      .number({ error: `${label}请填数字` })
      .int(`${label}请填整数`)
      .min(0, `${label}不能小于 0`)
      .max(2_000_000_000, `${label}过大，请核实`),
  );

/** Use in one month; what is blank is unknown. */
export const RecordUsageInput = z.object({
  assetId: z.uuid(),
  month: z.string({ error: "请选择月份" }).regex(/^\d{4}-(0[1-9]|1[0-2])$/, "月份请写成 2026-09"),
  activeUsers: count("活跃用户数"),
  logins: count("登录次数"),
  businessRecords: count("业务办理量"),
  posts: count("发布条数"),
});
