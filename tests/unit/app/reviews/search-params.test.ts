import { describe, expect, test } from "vitest";
import { parseRunSearch, runHref } from "#app/(office)/assessments/[assessmentId]/search-params.ts";
import { candidatesHref, parseCandidateSearch } from "#app/(office)/reviews/[sessionId]/add/search-params.ts";
import { agendaHref, parseAgendaSearch } from "#app/(office)/reviews/[sessionId]/search-params.ts";

const paramsOf = (href: string) => Object.fromEntries(new URL(href, "http://x").searchParams);

describe("the address of an agenda", () => {
  test("holds which items are shown, and reads back the same", () => {
    const search = { show: "pending", page: 3 } as const;
    expect(parseAgendaSearch(paramsOf(agendaHref("s", search)))).toEqual(search);
    expect(agendaHref("s", { show: undefined, page: 1 })).toBe("/reviews/s");
  });

  test("ignores what makes no sense", () => {
    expect(parseAgendaSearch({ show: "everything", page: "-1" })).toEqual({ show: undefined, page: 1 });
  });
});

describe("the address of the proposal", () => {
  test("holds every condition, and reads back the same", () => {
    const search = parseCandidateSearch({
      kind: "app,form",
      band: "red",
      recommendation: "merge",
      line: "health",
      q: "随手拍",
      decided: "yes",
      page: "2",
    });
    expect(search.filter).toMatchObject({ kinds: ["app", "form"], bands: ["red"], q: "随手拍", decided: "yes" });
    expect(parseCandidateSearch(paramsOf(candidatesHref("s", search)))).toEqual(search);
  });

  test("drops a condition that makes no sense, and keeps the others", () => {
    const { filter } = parseCandidateSearch({ kind: "ship", band: "red" });
    expect(filter.kinds).toEqual([]);
    expect(filter.bands).toEqual(["red"]);
  });
});

describe("the address of a run's rows", () => {
  test("holds kind, band and the outcome of a rule, and reads back the same", () => {
    const search = { kind: "group", band: "unknown", rule: { ruleId: "idle-group", outcome: "hit" }, page: 2 } as const;
    expect(parseRunSearch(paramsOf(runHref("r", search)))).toEqual(search);
  });

  test("ignores an outcome that does not exist", () => {
    expect(parseRunSearch({ rule: "idle-group.maybe" }).rule).toBeUndefined();
  });
});
