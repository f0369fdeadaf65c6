import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aliasResolver, type ElementAlias } from "#lib/redundancy/element/alias.ts";
import { elementOfKey } from "#lib/redundancy/element/element.ts";
import { elementName } from "#lib/redundancy/element/element-name.ts";

const KEYS = ["本人·籍贯", "本人·出生地", "本人·年龄", "·残疾·类别", "·残疾·等级", "本人·姓名"];
const side = (key: string, label = key, form: string | null = null) => ({ key, label, form });
const said = (a: string, b: string, answer: ElementAlias["answer"]): ElementAlias => ({
  a: side(a),
  b: side(b),
  answer,
  decidedBy: "王主任",
});
const resolved = (aliases: readonly ElementAlias[], key: string, label = key, title = "") =>
  aliasResolver(aliases)(elementOfKey(key), label, title);
const answers = fc.array(
  fc
    .tuple(fc.constantFrom(...KEYS), fc.constantFrom(...KEYS), fc.constantFrom("same" as const, "different" as const))
    .filter(([a, b]) => a !== b)
    .map(([a, b, answer]) => said(a, b, answer)),
  { maxLength: 12 },
);

describe("aliasResolver(aliases)", () => {
  test("“same” unites two keys: the smaller one stands for both", () => {
    const same = [said("本人·籍贯", "本人·出生地", "same")];
    expect([resolved(same, "本人·籍贯").key, resolved(same, "本人·出生地").key]).toEqual([
      "本人·出生地",
      "本人·出生地",
    ]);
  });

  test("what is united is a header only if both were", () => {
    const same = [said("本人·姓名", "·残疾·类别", "same"), said("本人·籍贯", "本人·年龄", "same")];
    expect(elementOfKey("本人·姓名").header).toBe(true);
    expect(resolved(same, "本人·姓名")).toEqual({ key: "·残疾·类别", header: false });
    expect(resolved(same, "本人·籍贯").header).toBe(true);
  });

  test("“different” on two keys changes neither; the latest of two answers holds", () => {
    const [same, different] = [said("本人·籍贯", "本人·出生地", "same"), said("本人·出生地", "本人·籍贯", "different")];
    expect(resolved([same, different], "本人·籍贯").key).toBe("本人·籍贯");
    expect(resolved([different, same], "本人·籍贯").key).toBe("本人·出生地");
  });

  test("“different” on one key sets side b's label apart, everywhere or on the one form", () => {
    const apart = (form: string | null): ElementAlias[] => [
      {
        a: side("本人·电话", "手机"),
        b: side("本人·电话", "联系电话", form),
        answer: "different",
        decidedBy: "王主任",
      },
    ];
    const key = (form: string | null, label: string, title: string) =>
      resolved(apart(form), "本人·电话", label, title).key;
    expect(key(null, "手机", "甲表")).toBe("本人·电话");
    expect(key(null, "1.联系电话：", "乙表")).toBe(key(null, "联系电话", "甲表"));
    expect(key(null, "联系电话", "甲表")).not.toBe("本人·电话");
    expect(key("甲表", "联系电话", "乙表")).toBe("本人·电话");
    expect(key("甲表", "联系电话", "甲表")).not.toBe("本人·电话");
    expect(elementName(key(null, "联系电话", "甲表"))).toBe("本人的电话（仅指“联系电话”）");
    expect(resolved(apart(null), "本人·电话", "联系电话").header).toBe(true);
  });

  test("two that were called different are never united by way of older answers", () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...KEYS), fc.constantFrom(...KEYS), (aliases, a, b) => {
        fc.pre(a !== b);
        const all = [...aliases, said(a, b, "different")];
        expect(resolved(all, a).key).not.toBe(resolved(all, b).key);
      }),
    );
  });

  test("what a person said last is so", () => {
    fc.assert(
      fc.property(answers, (aliases) => {
        fc.pre(aliases.length > 0);
        const { a, b, answer } = aliases.at(-1) as ElementAlias;
        expect(resolved(aliases, a.key).key === resolved(aliases, b.key).key).toBe(answer === "same");
      }),
    );
  });

  test("the order of answers that have nothing to do with each other changes nothing", () => {
    const one = fc.subarray([said("本人·籍贯", "本人·出生地", "same"), said("本人·出生地", "本人·年龄", "same")]);
    const other = fc.subarray([said("·残疾·类别", "·残疾·等级", "same"), said("·残疾·等级", "本人·姓名", "different")]);
    fc.assert(
      fc.property(one, other, (a, b) => {
        for (const key of KEYS) expect(resolved([...a, ...b], key)).toEqual(resolved([...b, ...a], key));
      }),
    );
  });

  test("resolving what was resolved changes nothing", () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...KEYS), (aliases, key) => {
        const once = resolved(aliases, key);
        expect(aliasResolver(aliases)(once, key, "")).toEqual(once);
      }),
    );
  });
});
