import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rereadSets } from "#db/commands/reread-sets.ts";
import { countFormRelations } from "#db/queries/overlaps.ts";
import { openQuestions } from "#db/queries/questions.ts";
import { loadRedundancyInput } from "#db/queries/redundancy-input.ts";
import { withActor } from "#db/session.ts";
import { elementName } from "#lib/redundancy/element/element-name.ts";
import { formCounts } from "#lib/redundancy/proposal/form-counts.ts";
import { loadCoverSolver } from "#lib/redundancy/proposal/highs-solver.ts";
import { type Proposal, propose } from "#lib/redundancy/proposal/proposal.ts";
import { byElement, sumOfAskings } from "#lib/redundancy/waste/cuts.ts";
import type { RedundancyInput } from "#lib/redundancy/waste/input.ts";
import { wasteOf } from "#lib/redundancy/waste/waste.ts";
import { loadSampleCounty } from "#scripts/seed.ts";
import { COUNTY } from "#seed/sample-county.ts";
import { inspector } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { allPairs } from "../db/redundancy/sets-by-hand.ts";

const FILE = new URL("./redundancy.json", import.meta.url);
const REBASELINE = "UPDATE_GOLDEN=1 npx vitest run --project db tests/golden/redundancy.test.ts";
const hours = (value: number) => Math.round(value * 10) / 10;

let database: TestDatabase;
let input: RedundancyInput;
let proposal: Proposal;
let told: Record<string, unknown>;

beforeAll(async () => {
  database = await testDatabase();
  await loadSampleCounty({
    owner: database.ownerUrl,
    app: database.appUrl,
    auth: database.authUrl,
    print: () => {},
  });
  const relations = await withActor(database.db, inspector(COUNTY), (tx) => countFormRelations(tx, {}));
  const questions = await withActor(database.db, inspector(COUNTY), (tx) =>
    openQuestions(tx, { regionCode: COUNTY, passed: new Set(), size: 1 }),
  );
  input = await withActor(database.db, inspector(COUNTY), (tx) => loadRedundancyInput(tx, { regionCode: COUNTY }));
  const waste = wasteOf(input);
  proposal = propose(input, await loadCoverSolver());
  const nameOf = new Map(input.elements.map(({ element, key }) => [element, elementName(key)]));
  const total = sumOfAskings(waste.askings);
  told = {
    relations,
    questions: questions.total,
    waste: {
      measured: waste.measured.length,
      unmeasured: waste.unmeasured.length,
      hours: hours(total.hours),
      repeated: hours(total.wasted.repeated),
      tooOften: hours(total.wasted.tooOften),
      shared: hours(total.wasted.shared),
      widest: Object.fromEntries(
        byElement(waste.askings)
          .slice(0, 20)
          .map((one) => [
            nameOf.get(one.element.element),
            hours(one.wasted.repeated + one.wasted.tooOften + one.wasted.shared),
          ]),
      ),
    },
    proposal: {
      ...formCounts(proposal),
      cancelled: proposal.cancelled.map(({ form }) => form.name).sort(),
      ledgers: proposal.ledgers
        .filter(({ members }) => members.length > 1)
        .map(({ members }) =>
          members
            .map(({ name }) => name)
            .sort()
            .join(" + "),
        )
        .sort(),
      hours: {
        before: hours(proposal.hours.before),
        after: hours(proposal.hours.after),
        lowerBound: hours(proposal.hours.lowerBound),
      },
      proven: { cover: proposal.cover.proven, division: proposal.division.proven },
    },
  };
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(FILE, `${JSON.stringify(told, null, 2)}\n`);
});
afterAll(() => database.close());

describe("what repeats in the sample county", () => {
  it("comes out as it did before", () => {
    const before = JSON.parse(readFileSync(FILE, "utf8"));
    expect(told, `Meant to change? Read the difference, then: ${REBASELINE}`).toEqual(before);
  });

  it("is what the pairs are that were written with the items: reading all again changes nothing", async () => {
    const pairs = () => allPairs(database.ownerDb);
    const before = [...(await pairs())];
    await rereadSets(
      { db: database.db, actor: inspector(COUNTY), now: new Date("2026-11-22T08:00:00Z") },
      { regionCode: COUNTY },
    );
    expect([...(await pairs())]).toEqual(before);
    expect(before.length).toBeGreaterThan(100);
  });

  it("leaves every datum that an office needs in a ledger or a source", () => {
    const there = new Set(proposal.destinations.map(({ form, element }) => `${form} ${element}`));
    const open = input.forms.filter(
      ({ id, locked }) => !locked && !proposal.unmeasured.some(({ form }) => form.id === id),
    );
    const lost = open.flatMap((form) => form.fields.filter(({ element }) => !there.has(`${form.id} ${element}`)));
    expect(lost).toEqual([]);
    expect(open.length).toBeGreaterThan(20);
  });

  it("costs no more after the proposal than before, and no less than the bound", () => {
    const { before, after, lowerBound } = proposal.hours;
    expect(after).toBeLessThan(before);
    expect(after).toBeGreaterThanOrEqual(lowerBound - 1e-6);
  });
});
