import { describe, expect, test } from "vitest";
import { relationReason } from "#lib/redundancy/form/relation-reason.ts";

const counts = { shared: 9, a: 10, b: 11, sharedBody: 5, aBody: 6, bBody: 7, wordings: null };

describe("relationReason(relation, counts, titles)", () => {
  test("says of one matter under two titles that it is one", () => {
    expect(relationReason("duplicate", counts, ["高龄津贴申请表", "高龄津贴登记表"])).toBe(
      "两表名称指同一件事，内容也大体相同：两表合计 12 项数据，9 项两表都要填（75%）。",
    );
  });

  test("says of forms that ask for exactly the same that they do, when their titles only resemble each other", () => {
    expect(relationReason("duplicate", counts, ["高龄津贴申请表", "高龄补贴申请表"])).toMatch(/^两表名称相近/);
  });

  test("counts what is not asked by every form apart, by the smaller form", () => {
    expect(relationReason("partial", counts, ["甲", "乙"])).toBe(
      "各有各的内容，但有一部分重复：两表合计 12 项数据，9 项两表都要填（75%）；除基本信息外，内容较少的一张有 6 项，其中 5 项另一张也要填（83.3%）。",
    );
  });

  test("does not call forms alike for their headers", () => {
    const headers = { shared: 4, a: 10, b: 4, sharedBody: 0, aBody: 6, bBody: 0, wordings: null };
    expect(relationReason("header_only", headers, ["甲", "乙"])).toBe(
      "重复的只是姓名、单位、电话等各表都有的基本信息，不因此算作重复的表：两表合计 10 项数据，4 项两表都要填（40%）；除姓名、单位、电话等各表都有的基本信息外，没有相同的。",
    );
    expect(relationReason("different", { ...headers, shared: 0 }, ["甲", "乙"])).toBe("两表没有相同的数据项。");
  });
});
