import type { FieldSpec } from "./field.ts";

/** An attribute as people read it, with its unit; undefined when it is unknown. */
export function attributeText(field: FieldSpec, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  switch (field.type) {
    case "boolean":
      return value === true ? "是" : "否";
    case "enum":
      return field.options[String(value)] ?? String(value);
    case "enums":
      return (value as string[]).map((option) => field.options[option] ?? option).join("、");
    case "tags": {
      const tags = value as string[];
      return tags.length === 0 ? "无" : tags.join("、");
    }
    case "integer":
    case "number":
      return `${Number(value).toLocaleString("zh-CN", { maximumFractionDigits: 2 })} ${field.unit}`;
    case "date":
    case "text":
    case "longtext":
      return String(value);
  }
}
