import { describe, expect, it } from "vitest";
import { namedForAlignment, readForAlignment } from "#lib/redundancy/form/align.ts";
import { alignedCounts } from "#lib/redundancy/form/aligned-counts.ts";
import { compareForms, relate } from "#lib/redundancy/form/compare-forms.ts";

const LABELS = ["经办人联系电话", "证号", "开始日期", "结束日期", "整改期限", "备注"];
const FORMS = ["网吧检查记录表", "茶馆检查记录表"].map((title) => ({
  title,
  labels: LABELS.map((label) => (label === "证号" ? `${title.slice(0, 2)}证号` : label)),
}));
const aligned = FORMS.map(({ title, labels }) =>
  readForAlignment(
    { id: title, title, fields: labels.map((label, at) => ({ position: at + 1, label, technical: false })) },
    (element) => element,
  ),
);
const [shops, houses] = aligned as [(typeof aligned)[0], (typeof aligned)[0]];

describe("alignedCounts(a, b)", () => {
  it("are those of comparing the two as they are", () => {
    const [one, other] = FORMS as [(typeof FORMS)[0], (typeof FORMS)[0]];
    expect(compareForms(one, other)).toMatchObject(alignedCounts(shops, houses));
  });

  it("tell one template of two forms that nobody faces together, of which no pair is kept", () => {
    expect(relate(alignedCounts(shops, houses), () => 0)).toBe("same_template");
  });

  it("have no wordings of a form of which only the names of its data are known", () => {
    const elements = houses.fields.flatMap(({ element }) => element ?? []);
    const named = namedForAlignment({ id: "b", title: houses.title, elements });
    const read = alignedCounts(shops, houses);
    expect(alignedCounts(shops, named)).toEqual({ ...read, wordings: null });
  });
});
