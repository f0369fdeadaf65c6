/** `npm run catalogue`: writes lib/risk/CATALOGUE.md from the rules and the packs; with --check it only compares. */
import { readFileSync, writeFileSync } from "node:fs";
import { catalogueText } from "#lib/risk/catalogue.ts";
import { LOCAL_PACKS, NATIONAL, OPTIONAL_PACKS } from "#lib/risk/packs/index.ts";
import { RULES } from "#lib/risk/rules/index.ts";

const PATH = "lib/risk/CATALOGUE.md";
const text = catalogueText(RULES, NATIONAL, { locals: LOCAL_PACKS, optional: OPTIONAL_PACKS });

if (process.argv.includes("--check")) {
  if (readFileSync(PATH, "utf8") !== text) {
    console.error(`${PATH} is stale: run npm run catalogue and commit it`);
    process.exit(1);
  }
} else {
  writeFileSync(PATH, text);
}
