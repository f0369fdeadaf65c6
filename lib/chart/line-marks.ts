import { WORK_LINE_LABEL, type WorkLine } from "../asset/vocabulary.ts";

/** How a line of work is marked: a shape, so that it is told apart without colour too, as the path of a square of 20 by 20. */
export type LineMark = {
  key: string;
  label: string;
  color: string;
  path: string;
  /** The colour of what is written on it. */
  ink: string;
};

const [WHITE, BLACK] = ["#ffffff", "#1d2430"];
const CIRCLE = "M10 0a10 10 0 1 0 .01 0z";
/** Dark enough for white paper, and unlike each other in lightness. */
const MARKS: readonly Pick<LineMark, "color" | "path">[] = [
  { color: "#1f4e8c", path: CIRCLE },
  { color: "#d9480f", path: "M1 1h18v18h-18z" },
  { color: "#2f6b3c", path: "M10 0L20 19H0z" },
  { color: "#8c6bb1", path: "M10 0L20 10L10 20L0 10z" },
  { color: "#9a7400", path: "M5 1h10l5 9-5 9h-10l-5-9z" },
  { color: "#a8071a", path: "M0 1h20L10 20z" },
  { color: "#1f7a7a", path: "M7 0h6v7h7v6h-7v7h-6v-7h-7v-6h7z" },
];
const OTHER: LineMark = { key: "other", label: "其他条线", color: "#6b7280", path: "M0 3h20v14h-20z", ink: WHITE };
const MIXED: LineMark = {
  key: "mixed",
  label: "跨条线",
  color: "#4b5565",
  path: "M10 0a10 10 0 1 0 .01 0zM10 3a7 7 0 1 1-.01 0z",
  ink: BLACK,
};
const UNKNOWN: LineMark = { key: "unknown", label: "条线未知", color: "#c3c9d2", path: CIRCLE, ink: BLACK };

type Line = WorkLine | "mixed" | null;

/** The marks of these lines, the commonest ones each with a mark of its own; and the legend, of what occurs only. */
export function lineMarks(lines: readonly Line[]): { markOf: (line: Line) => LineMark; legend: LineMark[] } {
  const counts = new Map<WorkLine, number>();
  for (const line of lines)
    if (line !== null && line !== "mixed" && line !== "other") counts.set(line, (counts.get(line) ?? 0) + 1);
  const ranked = [...counts].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, MARKS.length);
  const own = new Map(
    ranked.flatMap(([line], at): [Line, LineMark][] => {
      const mark = MARKS[at];
      return mark === undefined ? [] : [[line, { key: line, label: WORK_LINE_LABEL[line], ...mark, ink: WHITE }]];
    }),
  );
  const markOf = (line: Line) => (line === null ? UNKNOWN : line === "mixed" ? MIXED : (own.get(line) ?? OTHER));
  const used = new Set(lines.map(markOf));
  return { markOf, legend: [...own.values(), OTHER, MIXED, UNKNOWN].filter((mark) => used.has(mark)) };
}
