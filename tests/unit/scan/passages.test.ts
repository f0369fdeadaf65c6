import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Passage, passagesOf, SHOWN_WHOLE } from "#lib/scan/passages.ts";

const shown = (content: string, passages: readonly Passage[]) =>
  passages.map((one) =>
    one.is === "gap"
      ? `(${one.paragraphs})`
      : one.pieces
          .map(({ start, end, hits }) => `${content.slice(start, end)}${hits.length ? `[${hits}]` : ""}`)
          .join("|"),
  );

describe("passagesOf(content, spans)", () => {
  test("cuts paragraphs where hits begin and end, and says which cover each piece", () => {
    const content = "每天打卡排名\n\n不相干";
    const spans = [
      { start: 2, end: 6 },
      { start: 4, end: 6 },
    ];
    expect(shown(content, passagesOf(content, spans))).toEqual(["每天|打卡[0]|排名[0,1]", "不相干"]);
  });

  test("of a long text shows the paragraphs with hits and their neighbours, and how much lies between", () => {
    const filler = `${"无关内容。".repeat(20)}\n`.repeat(SHOWN_WHOLE / 100);
    const content = `${filler}每天打卡\n${filler}`;
    const start = content.indexOf("打卡");
    const passages = passagesOf(content, [{ start, end: start + 2 }]);
    expect(passages.map(({ is }) => is)).toEqual(["gap", "paragraph", "paragraph", "paragraph", "gap"]);
    expect(passagesOf(content, [])).toMatchObject([{ is: "gap", paragraphs: (2 * SHOWN_WHOLE) / 100 + 1 }]);
  });

  test("shows of a line without end the part with the hit", () => {
    const content = `${"无关".repeat(SHOWN_WHOLE + 300)}打卡${"无关".repeat(SHOWN_WHOLE)}`;
    const start = content.indexOf("打卡");
    const marked = passagesOf(content, [{ start, end: start + 2 }]).filter(({ is }) => is === "paragraph");
    expect(marked).toHaveLength(1);
    expect(marked[0]).toMatchObject({ pieces: [{}, { hits: [0] }, {}] });
  });

  test("loses no word and marks exactly the spans", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("甲", "乙", "\n"), { maxLength: 60 }).map((units) => units.join("")),
        fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 8 })), { maxLength: 6 }),
        (content, drawn) => {
          const spans = drawn
            .map(([start, length]) => ({ start, end: Math.min(content.length, start + length) }))
            .filter(({ start, end }) => start < end)
            .sort((a, b) => a.start - b.start);
          const covered = new Map<number, number[]>();
          for (const passage of passagesOf(content, spans)) {
            if (passage.is === "gap") throw new Error("a short text is shown whole");
            for (const { start, end, hits } of passage.pieces) {
              for (let at = start; at < end; at++) covered.set(at, [...hits]);
            }
          }
          for (let at = 0; at < content.length; at++) {
            if (content.charAt(at) === "\n") continue;
            const expected = spans.flatMap(({ start, end }, place) => (start <= at && at < end ? [place] : []));
            expect(covered.get(at)).toEqual(expected);
          }
        },
      ),
    );
  });
});
