import { describe, expect, test } from "vitest";
import type { ScannedDemand } from "#lib/asset/vocabulary.ts";
import { evaluate, type LabelledPassage } from "#lib/scan/evaluate.ts";
import type { Hit } from "#lib/scan/hit.ts";

function passage(text: string, labels: string[], uncertainLabels: string[] = []): LabelledPassage {
  return { id: text, text, labels, uncertainLabels };
}

/** A scanner that finds what the text lists; a name with "!" before it is found, but does not count. */
function listed(text: string): Hit[] {
  return text.split(" ").flatMap((name): Hit[] => {
    if (name === "") return [];
    const counts = !name.startsWith("!");
    return [
      {
        demand: name.replace("!", "") as ScannedDemand,
        span: { start: 0, end: 1 },
        sentence: { start: 0, end: 1 },
        stance: counts ? "order" : "prohibition",
        counts,
        doer: null,
        figures: [],
        pattern: "p",
        stanceRule: "r",
      },
    ];
  });
}

describe("evaluate(passages, scan)", () => {
  test("is the micro average over all labels", () => {
    const { figures, mistakes } = evaluate(
      [
        passage("ranking zombie", ["ranking"]),
        passage("photo_trace", ["photo_trace", "online_time"]),
        passage("!ranking", ["none"]),
      ],
      listed,
    );
    expect(figures).toEqual({ n: 3, precision: 2 / 3, recall: 2 / 3, f1: 2 / 3, none_kept_clean: 1 });
    expect(mistakes.map(({ missed, wrong }) => [missed, wrong])).toEqual([
      [[], ["zombie"]],
      [["online_time"], []],
    ]);
  });

  test("scores an uncertain label neither way", () => {
    const { figures } = evaluate(
      [passage("ranking", ["ranking", "zombie"], ["zombie"]), passage("zombie ranking", ["ranking"], ["zombie"])],
      listed,
    );
    expect(figures).toMatchObject({ precision: 1, recall: 1 });
  });

  test("leaves out passages of which it is not certain that they demand nothing", () => {
    const { figures } = evaluate([passage("ranking", ["none"], ["none"]), passage("", ["none"])], listed);
    expect(figures).toMatchObject({ n: 2, precision: null, none_kept_clean: 1 });
  });

  test("counts a passage without demands as spoilt by one that counts", () => {
    const { figures } = evaluate([passage("ranking", ["none"]), passage("!ranking", ["none"])], listed);
    expect(figures.none_kept_clean).toBe(0.5);
  });
});
