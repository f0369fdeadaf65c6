import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LOCAL_PACKS, NATIONAL, OPTIONAL_PACKS } from "#lib/risk/packs/index.ts";

const FILE = new URL("./pack-versions.json", import.meta.url);
const recorded: Record<string, string> = JSON.parse(readFileSync(FILE, "utf8"));
const shipped = Object.fromEntries(
  [NATIONAL, ...LOCAL_PACKS, ...OPTIONAL_PACKS].map((pack) => [
    pack.version,
    createHash("sha256").update(JSON.stringify(pack)).digest("hex").slice(0, 16),
  ]),
);

test("a version of a shipped pack names one content for ever: other content is another version", () => {
  const unrecorded = Object.entries(shipped).filter(([version]) => !(version in recorded));
  if (process.env.UPDATE_GOLDEN === "1" && unrecorded.length > 0) {
    // A version once recorded is never recorded anew.
    writeFileSync(FILE, `${JSON.stringify({ ...recorded, ...Object.fromEntries(unrecorded) }, null, 2)}\n`);
    return;
  }
  const changed = Object.keys(shipped).filter(
    (version) => version in recorded && recorded[version] !== shipped[version],
  );
  expect(changed, "Raise the version of the pack that changed.").toEqual([]);
  expect(unrecorded, "A new version: UPDATE_GOLDEN=1 npx vitest run tests/architecture/pack-versions.test.ts").toEqual(
    [],
  );
});
