import { formatPercent } from "../../format/percent.ts";
import { isUnitOf } from "../../redundancy/catalogue/department.ts";
import { saysNone } from "../declared.ts";
import type { Facts, HeldField } from "../facts.ts";
import { fieldsMissing } from "../fields-missing.ts";
import { FIELDS_OF_FORM, labelOf, SHARING_OF_ELEMENTS, UNIT } from "../label.ts";
import { clear, type Evidence, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

/** Data that are named of one department; the others are counted. */
const NAMED = 8;

export default defineRule({
  id: "shareable-data",
  kinds: ["form"],
  title: "其他部门已有的数据仍要基层填报",
  problemClass: "multi_fill",
  rationale: "部门之间能共享的，不应再由基层手工报一遍。",
  needs: [labelOf("form", "sharedSource"), FIELDS_OF_FORM, SHARING_OF_ELEMENTS],
  remedy: "向数源部门申请共享，停止向基层收集。",
  parameters: {},
  assess(facts) {
    const label = labelOf("form", "sharedSource");
    const { asset, unit, held } = facts;
    const said = asset.attributes.sharedSource?.trim() || undefined;
    const declared = said === undefined ? [] : [{ label, value: said, source: "台账申报" }];
    if (said !== undefined && !saysNone(said)) return hit([...declared, ...sharedBy(others(held, unit))]);

    const shareable = others(held, unit).filter(isShared);
    if (shareable.length > 0) {
      // Who asks may be the very department that holds it.
      if (unit === null) return unknown(UNIT);
      const asked = new Set(facts.fields.flatMap(({ element }) => element ?? [])).size;
      const share = shareable.length / asked;
      const sum: Evidence = {
        label: "其他部门已有、可以共享的数据",
        value: `${asked} 项数据中 ${shareable.length} 项（${formatPercent(share)}）；姓名、证件号码、所在地等用来查找的不计`,
        source: "数据元目录",
      };
      return hit([...declared, sum, ...sharedBy(shareable)], share);
    }
    if (said !== undefined) return clear(declared);
    if (held === null) {
      const missing = fieldsMissing(facts);
      return unknown(label, ...(missing?.is === "unknown" ? missing.missing : []));
    }
    const isOpen = others(held, unit).some(({ sharing }) => sharing === null);
    return isOpen ? unknown(label, SHARING_OF_ELEMENTS) : unknown(label);
  },
});

const isShared = ({ sharing }: HeldField) => sharing === "unconditional" || sharing === "conditional";

/** What departments other than the form's own hold. */
function others(held: Facts["held"], unit: Facts["unit"]): HeldField[] {
  return (held ?? []).filter(
    ({ department, unitId }) => unit === null || (unitId !== unit.id && !isUnitOf(unit.name, department)),
  );
}

/** What can be had of each department, and how. */
function sharedBy(held: readonly HeldField[]): Evidence[] {
  return [...Map.groupBy(held.filter(isShared), ({ department, sharing }) => `${department}\n${sharing}`).values()].map(
    (fields) => {
      const { department, sharing } = fields[0] as HeldField;
      const named = fields.slice(0, NAMED).map(nameOf).join("");
      return {
        label: department,
        value: `${named}${fields.length > NAMED ? `等 ${fields.length} 项` : ""}，${sharing === "unconditional" ? "无条件共享" : "有条件共享，按条件申请"}`,
        source: "数据元目录",
      };
    },
  );
}

/** “出生日期”（本表叫“生日”） */
function nameOf({ element, label }: HeldField): string {
  return element === label ? `“${element}”` : `“${element}”（本表叫“${label}”）`;
}
