import { describe, expect, test } from "vitest";
import { isSameOrigin } from "#app/_server/same-origin.ts";

const judged = (given: Record<string, string>) => isSameOrigin(new Headers({ host: "jianfu.example:3000", ...given }));

describe("isSameOrigin(headers)", () => {
  test.each([
    ["what the browser calls same-origin", { "sec-fetch-site": "same-origin" }],
    [
      "a page of the same host over plain http, where browsers name only the origin",
      { origin: "http://jianfu.example:3000" },
    ],
    [
      "a page behind a proxy",
      { host: "127.0.0.1:3000", "x-forwarded-host": "jf.example", origin: "https://jf.example" },
    ],
    ["a program that is no browser", {}],
  ])("is true of %s", (_name, headers) => {
    expect(judged(headers)).toBe(true);
  });

  test.each([
    ["what the browser calls cross-site", { "sec-fetch-site": "cross-site" }],
    ["what the browser calls same-site", { "sec-fetch-site": "same-site" }],
    ["a foreign page over plain http", { origin: "http://evil.example" }],
    ["another port of the same host", { origin: "http://jianfu.example:8080" }],
    ["a page without an origin", { origin: "null" }],
  ])("is false of %s", (_name, headers) => {
    expect(judged(headers)).toBe(false);
  });
});
