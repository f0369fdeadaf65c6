import type { Frequency } from "#lib/asset/vocabulary.ts";
import type { ObjectClass } from "#lib/redundancy/catalogue/data-element.ts";
import type { Sharing } from "#lib/redundancy/vocabulary.ts";

/** What the county settled of a data element: who holds it, how fresh it is, and on which terms the others have it. */
export type SettledElement = {
  /** Short name of the unit that holds it. */
  unit: string;
  updateFrequency: Frequency;
  sharing: Sharing;
} & (
  | { /** A shipped data element, by its name. */ shipped: string }
  | {
      /** One that only this county keeps. */
      own: {
        identifier: string;
        name: string;
        definition: string;
        synonyms: readonly string[];
        grain: ObjectClass;
        changesPerYear: number;
      };
    }
);

/** The day on which the county's data bureau laid down its catalogue. */
export const ELEMENTS_SETTLED_ON = "2026-10-20";

/** What the data bureau of a county that does not exist settled with the units that hold the data. */
export const SETTLED_ELEMENTS: readonly SettledElement[] = [
  { shipped: "性别", unit: "公安局", updateFrequency: "daily", sharing: "unconditional" },
  { shipped: "民族", unit: "公安局", updateFrequency: "daily", sharing: "unconditional" },
  { shipped: "出生日期", unit: "公安局", updateFrequency: "daily", sharing: "unconditional" },
  { shipped: "户籍地址", unit: "公安局", updateFrequency: "daily", sharing: "conditional" },
  { shipped: "婚姻状况", unit: "民政局", updateFrequency: "daily", sharing: "conditional" },
  { shipped: "低保类别", unit: "民政局", updateFrequency: "monthly", sharing: "conditional" },
  { shipped: "残疾等级", unit: "残联", updateFrequency: "monthly", sharing: "conditional" },
  {
    own: {
      identifier: "SF-H001",
      name: "监测对象类别",
      definition: "防返贫监测户认定的类别。",
      synonyms: ["防返贫监测对象类别"],
      grain: "household",
      changesPerYear: 1,
    },
    unit: "农业农村局",
    updateFrequency: "monthly",
    sharing: "conditional",
  },
];
