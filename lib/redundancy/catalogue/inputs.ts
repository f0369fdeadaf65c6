import { z } from "zod";
import { FREQUENCIES } from "../../asset/vocabulary.ts";
import { listedWords, orUnknown } from "../../given.ts";
import { SHARINGS } from "../vocabulary.ts";
import { OBJECT_CLASSES, SENSITIVITIES, type Sensitivity } from "./data-element.ts";

const MAX_SYNONYMS = 50;
const MAX_CHANGES = 366;

const words = (label: string, most: number) =>
  orUnknown(
    z
      .string({ error: `${label}请填文字` })
      .trim()
      .max(most, `${label}最多 ${most} 字`),
  );

const amount = (label: string, most: number) =>
  orUnknown(
    z.coerce
      .number({ error: `${label}请填数字` })
      .min(0, `${label}不能小于 0`)
      .max(most, `${label}不能大于 ${most}，请核实`),
  );

const choice = <const T extends string>(label: string, options: readonly [T, ...T[]]) =>
  orUnknown(z.enum(options, { error: `${label}请从选项中选择` }));

const listed = (given: unknown) => (typeof given === "string" ? listedWords(given) : (given ?? []));

/** What an identifier may be: it stands in addresses, so letters, digits, dots and hyphens, with a digit in it. */
const IDENTIFIER = /^(?=.*\d)[A-Z0-9][A-Z0-9.-]{1,39}$/;

/** What a person or a file tells of a data element; blank is not known. */
export const DataElementInput = z
  .object({
    identifier: z
      .string({ error: "请填写标识符" })
      .transform((text) => text.normalize("NFKC").replace(/\s+/g, "").toUpperCase())
      .pipe(z.string().regex(IDENTIFIER, "标识符用 2 至 40 位字母、数字、点和短横线，至少有一位数字，如 BD-P001")),
    name: z.string({ error: "请填写名称" }).trim().min(1, "请填写名称").max(100, "名称最多 100 字"),
    definition: words("定义", 500),
    synonyms: z.preprocess(
      listed,
      z
        .array(z.string().max(100, "每个同义名最多 100 字"))
        .max(MAX_SYNONYMS, `同义名最多 ${MAX_SYNONYMS} 个，请只保留表上真正在用的`),
    ),
    grain: choice("对象类", OBJECT_CLASSES),
    representation: words("表示", 200),
    valueDomain: words("值域", 500),
    sourceDepartment: words("数源部门", 100),
    sourceUnitId: orUnknown(z.uuid("数源单位请从列表中选择")),
    updateFrequency: choice("更新频率", FREQUENCIES),
    changesPerYear: amount("每年变化次数", MAX_CHANGES),
    sharing: choice("共享属性", SHARINGS),
    sensitivity: orUnknown(
      z.coerce.number().pipe(z.literal(SENSITIVITIES, { error: "敏感程度请从选项中选择" })),
    ).transform((value): Sensitivity | null => value),
    minutesPerCell: amount("每格分钟数", 600),
    origin: words("出处", 200),
  })
  .transform(({ name, synonyms, ...told }) => ({
    ...told,
    name,
    synonyms: synonyms.filter((synonym) => synonym !== name),
  }))
  .refine(({ sharing, sourceDepartment }) => sharing === null || sourceDepartment !== null, {
    path: ["sourceDepartment"],
    message: "填了共享属性的，请同时填写由谁提供（数源部门）",
  });

/** A data element as it is told, before it is stored. */
export type ToldDataElement = z.output<typeof DataElementInput>;

/** A new one (no `id`), one that takes the place of a shipped or upper one (`replaces`), or a change of an own row (`id`, `version`). */
export const SaveDataElementInput = z.intersection(
  DataElementInput,
  z.object({
    id: z.uuid().optional(),
    version: z.coerce.number().int().optional(),
    replaces: z.preprocess((value) => value === true || value === "true" || value === "on", z.boolean()).default(false),
  }),
);

export const RemoveDataElementInput = z.object({ id: z.uuid(), version: z.coerce.number().int() });
