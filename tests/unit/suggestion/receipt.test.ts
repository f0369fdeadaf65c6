import { expect, test } from "vitest";
import { plainReceipt, receiptCode } from "#lib/suggestion/receipt.ts";

test("receiptCode(random) is four groups of four signs that are not mistaken for each other", () => {
  expect(receiptCode(() => 0)).toBe("2222-2222-2222-2222");
  expect(receiptCode(() => 0.999999)).toBe("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
});

test("plainReceipt(typed) is the same however the code is typed", () => {
  for (const typed of ["AB2C-DEFG-HJKM-NPQR", " ab2c defg hjkm npqr ", "ＡＢ２Ｃ－ＤＥＦＧ－ＨＪＫＭ－ＮＰＱＲ"]) {
    expect(plainReceipt(typed)).toBe("AB2CDEFGHJKMNPQR");
  }
});
