import { expect, test } from "vitest";
import { unitTypeOf } from "#lib/intake/unit-type.ts";

test.each([
  ["望月湖街道办事处", "street"],
  ["大墅镇人民政府", "town"],
  ["荣华社区居委会", "community"],
  ["东乐村村民委员会", "village"],
  ["县民政局", undefined],
  ["供电局", undefined],
])("unitTypeOf(%s) is %s", (name, type) => {
  expect(unitTypeOf(name)).toBe(type);
});
