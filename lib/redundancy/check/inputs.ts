import { z } from "zod";
import { FORM_FIELDS } from "../../asset/fields/form.ts";
import { GROUP_FIELDS } from "../../asset/fields/group.ts";
import { FormFieldsInput } from "../../asset/form-fields.ts";
import { listedWords, orUnknown } from "../../given.ts";
import { parseRegionCode } from "../../region/region.ts";

const options = (of: Record<string, string>) => Object.keys(of) as [string, ...string[]];

const Words = z.preprocess(
  (given) => (typeof given === "string" ? listedWords(given) : (given ?? [])),
  z.array(z.string().trim().min(1).max(200, "一项最多 200 字，请一行写一项")).max(500, "最多 500 项"),
);

const shared = {
  name: z.preprocess((value) => value ?? "", z.string().trim().max(200, "名称最多 200 字")),
  unitId: orUnknown(z.uuid("主办单位请从列表中选择")),
  /** Where it is to be, if its unit does not say. */
  regionCode: orUnknown(
    z.string().transform((text, context) => {
      const code = parseRegionCode(text);
      if (code === undefined) context.addIssue({ code: "custom", message: "区划代码应为 2、4、6、9 或 12 位数字" });
      return code ?? z.NEVER;
    }),
  ),
  /** The item that is being changed: it is not held against itself. */
  exceptId: orUnknown(z.uuid()),
};

/** A form, app or group that is about to be submitted; nothing of it is kept. */
export const CheckNewInput = z.discriminatedUnion(
  "kind",
  [
    z.object({
      kind: z.literal("form"),
      ...shared,
      system: orUnknown(z.string().trim().max(200, "系统最多 200 字")),
      respondent: orUnknown(z.enum(options(FORM_FIELDS.respondent.options), { error: "填报主体请从选项中选择" })),
      fields: FormFieldsInput,
    }),
    z.object({
      kind: z.literal("app"),
      ...shared,
      purpose: orUnknown(z.string().trim().max(10_000, "主要用途最多 10000 字")),
      functions: Words,
      matters: Words,
    }),
    z.object({
      kind: z.literal("group"),
      ...shared,
      matter: orUnknown(z.string().trim().max(500, "对应工作事项最多 500 字")),
      topic: orUnknown(
        z.enum(Object.keys(GROUP_FIELDS.topic.options) as [keyof typeof GROUP_FIELDS.topic.options], {
          error: "工作主题请从选项中选择",
        }),
      ),
    }),
  ],
  { error: "请选择种类：报表表单、政务应用程序或工作群组" },
);
export type CheckNewInput = z.output<typeof CheckNewInput>;
