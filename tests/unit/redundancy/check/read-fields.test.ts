import { describe, expect, test } from "vitest";
import { readFieldsOfFile } from "#lib/redundancy/check/read-fields.ts";

async function* bytes(text: string) {
  yield new TextEncoder().encode(text);
}
const read = (text: string) => readFieldsOfFile(bytes(text), "表.csv");

describe("readFieldsOfFile(source, fileName)", () => {
  test("takes the header row below a title, without columns that have no name", async () => {
    expect(await read("走访登记表\n姓名,身份证号,,现住址\n张三,1,,甲\n")).toEqual(["姓名", "身份证号", "现住址"]);
  });

  test("takes the column that names fields, where the file is a list of them", async () => {
    expect(await read("序号,字段名称,是否必填\n1,姓名,是\n2,身份证号,是\n3,,否\n")).toEqual(["姓名", "身份证号"]);
  });

  test("says what to do with a file without content", async () => {
    await expect(read("\n\n")).rejects.toMatchObject({ code: "invalid" });
  });
});
