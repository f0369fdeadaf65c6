import { and, asc, desc, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import type { AnyAttributes } from "#lib/asset/fields.ts";
import { type AssetKind, type AssetState, isRunning } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import type { Ledger } from "#lib/redundancy/proposal/ledger.ts";
import type { CancelledForm } from "#lib/redundancy/proposal/proposal.ts";
import type { StoredRound } from "#lib/redundancy/proposal/round.ts";
import type { ProposalState } from "#lib/redundancy/vocabulary.ts";
import type { Tx } from "../client.ts";
import {
  assetChanges,
  assets,
  dataElements,
  elementAliases,
  proposalDecisions,
  proposalRounds,
  proposals,
  regions,
  reviewItems,
  reviewSessions,
  units,
} from "../schema/index.ts";
import { inRegion, onLineOf } from "./in-region.ts";

export type ProposalHead = typeof proposals.$inferSelect & { regionName: string | null };
export type DecisionRow = typeof proposalDecisions.$inferSelect;

/** A round without what it proposes. */
export type RoundRow = Omit<typeof proposalRounds.$inferSelect, "result" | "regionCode" | "proposalId">;
export type ProposalRow = ProposalHead & { latest: RoundRow | null; standing: number };

const roundColumns = {
  round: proposalRounds.round,
  hoursBefore: proposalRounds.hoursBefore,
  hoursAfter: proposalRounds.hoursAfter,
  hoursLowerBound: proposalRounds.hoursLowerBound,
  formsBefore: proposalRounds.formsBefore,
  formsAfter: proposalRounds.formsAfter,
  madeBy: proposalRounds.madeBy,
  madeByName: proposalRounds.madeByName,
  madeAt: proposalRounds.madeAt,
};

const heads = (tx: Tx) =>
  tx
    .select({ proposal: proposals, regionName: regions.name })
    .from(proposals)
    .leftJoin(regions, eq(regions.code, proposals.regionCode));

/** Every proposal that the actor sees with its latest round and how many decisions stand, the latest first. */
export async function listProposals(tx: Tx): Promise<ProposalRow[]> {
  const [rows, rounds, decided] = await Promise.all([
    heads(tx).orderBy(desc(proposals.createdAt), desc(proposals.id)),
    tx
      .selectDistinctOn([proposalRounds.proposalId], { proposalId: proposalRounds.proposalId, ...roundColumns })
      .from(proposalRounds)
      .orderBy(proposalRounds.proposalId, desc(proposalRounds.round)),
    tx
      .select({ proposalId: proposalDecisions.proposalId, standing: sql<number>`count(*)::int` })
      .from(proposalDecisions)
      .where(sql`${proposalDecisions.withdrawnAt} is null`)
      .groupBy(proposalDecisions.proposalId),
  ]);
  const roundOf = new Map(rounds.map(({ proposalId, ...round }) => [proposalId, round]));
  const standingOf = new Map(decided.map(({ proposalId, standing }) => [proposalId, standing]));
  return rows.map(({ proposal, regionName }) => ({
    ...proposal,
    regionName,
    latest: roundOf.get(proposal.id) ?? null,
    standing: standingOf.get(proposal.id) ?? 0,
  }));
}

/** One proposal with its rounds (the first first) and all that was ever decided on it (the latest first). Throws "not_found". */
export async function getProposal(
  tx: Tx,
  proposalId: string,
): Promise<{ proposal: ProposalHead; rounds: RoundRow[]; decisions: DecisionRow[] }> {
  const [head] = await heads(tx).where(sql`${proposals.id}::text = ${proposalId}`);
  if (head === undefined) throw new DomainError("not_found", "没有找到这个整合方案，它可能不在您的管辖范围内");
  const { regionCode, id } = head.proposal;
  const [rounds, decisions] = await Promise.all([
    tx
      .select(roundColumns)
      .from(proposalRounds)
      .where(and(eq(proposalRounds.regionCode, regionCode), eq(proposalRounds.proposalId, id)))
      .orderBy(asc(proposalRounds.round)),
    tx
      .select()
      .from(proposalDecisions)
      .where(and(eq(proposalDecisions.regionCode, regionCode), eq(proposalDecisions.proposalId, id)))
      .orderBy(desc(proposalDecisions.decidedAt), desc(proposalDecisions.id)),
  ]);
  return { proposal: { ...head.proposal, regionName: head.regionName }, rounds, decisions };
}

/** What a round proposed, as it was computed. Throws "not_found". */
export async function getRound(
  tx: Tx,
  { regionCode, id, round }: Pick<ProposalHead, "regionCode" | "id"> & { round: number },
): Promise<StoredRound> {
  const [row] = await tx
    .select({ result: proposalRounds.result })
    .from(proposalRounds)
    .where(
      and(
        eq(proposalRounds.regionCode, regionCode),
        eq(proposalRounds.proposalId, id),
        eq(proposalRounds.round, round),
      ),
    );
  if (row === undefined) throw new DomainError("not_found", `这个方案没有第 ${round} 轮`);
  return row.result;
}

/** A form as it stands now; one that is not here any more is missing from the answer. */
export type FormNow = { id: string; name: string; state: AssetState; isRunning: boolean };

export async function formsNow(tx: Tx, ids: readonly string[]): Promise<Map<string, FormNow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: assets.id, name: assets.name, state: assets.state })
    .from(assets)
    .where(inArray(assets.id, [...ids]));
  return new Map(rows.map((row) => [row.id, { ...row, isRunning: isRunning(row.state) }]));
}

/** What has changed since a round that it was computed from. */
export type ChangesSince = {
  /** Forms of the selection that were registered, changed or ended since, by name; at most `limit`. */
  forms: { id: string; name: string; isRunning: boolean; inRound: boolean }[];
  total: number;
  aliases: number;
  elements: number;
};

const CHANGING = ["create", "update", "decide", "delete"];

/** Changes after a moment: of the selection's forms, and of answers about data items and data elements that hold for them. */
export async function changesSince(
  tx: Tx,
  {
    regionCode,
    selection,
    inRound,
    since,
    limit,
  }: Pick<ProposalHead, "regionCode" | "selection"> & { inRound: readonly string[]; since: Date; limit: number },
): Promise<ChangesSince> {
  const known = new Set(inRound);
  const [changed, aliases, elements] = await Promise.all([
    tx
      .selectDistinct({ id: assets.id, name: assets.name, state: assets.state })
      .from(assets)
      .innerJoin(assetChanges, and(eq(assetChanges.assetId, assets.id), eq(assetChanges.regionCode, assets.regionCode)))
      .where(
        and(
          inRegion(assets.regionCode, regionCode),
          eq(assets.kind, "form"),
          gt(assetChanges.at, since),
          inArray(assetChanges.verb, CHANGING),
          or(selectionIs(selection), inRound.length === 0 ? undefined : inArray(assets.id, [...inRound])),
        ),
      )
      .orderBy(assets.name, assets.id),
    tx
      .select({ total: sql<number>`count(*)::int` })
      .from(elementAliases)
      .where(
        and(
          onLineOf(elementAliases.regionCode, regionCode),
          or(gt(elementAliases.decidedAt, since), gt(elementAliases.undoneAt, since)),
        ),
      ),
    tx
      .select({ total: sql<number>`count(*)::int` })
      .from(dataElements)
      .where(and(onLineOf(dataElements.regionCode, regionCode), gt(dataElements.updatedAt, since))),
  ]);
  // A form that was registered and has ended since changes nothing.
  const forms = changed.flatMap(({ state, ...form }) =>
    isRunning(state) || known.has(form.id)
      ? [{ ...form, isRunning: isRunning(state), inRound: known.has(form.id) }]
      : [],
  );
  return {
    forms: forms.slice(0, limit),
    total: forms.length,
    aliases: aliases[0]?.total ?? 0,
    elements: elements[0]?.total ?? 0,
  };
}

function selectionIs({ workLines, unitIds, assetIds }: ProposalHead["selection"]): SQL | undefined {
  const narrowed = and(
    workLines === undefined ? undefined : inArray(assets.workLine, workLines as never[]),
    unitIds === undefined ? undefined : inArray(assets.unitId, unitIds),
    assetIds === undefined ? undefined : inArray(assets.id, assetIds),
  );
  return narrowed ?? sql`true`;
}

/** What the latest round of a proposal says of one form. */
export type ProposalOfForm = {
  proposalId: string;
  name: string;
  state: ProposalState;
  round: number;
  madeAt: Date;
  says:
    | { is: "cancelled"; cancelled: CancelledForm; ledgerNames: Record<string, string> }
    | { is: "ledger"; ledger: Ledger }
    | { is: "locked" }
    | { is: "unmeasured"; missing: readonly string[] };
};

/** What the latest rounds of all proposals that are not dropped say of a form, the latest proposal first. */
export async function proposalsOfForm(tx: Tx, assetId: string): Promise<ProposalOfForm[]> {
  const id = sql`jsonb_build_object('id', ${assetId}::text)`;
  const found = (path: string) => sql`jsonb_path_query_first(result, ${sql.raw(`'${path}'`)}, ${id})`;
  const rows = await tx.execute<{
    proposal_id: string;
    name: string;
    state: ProposalState;
    round: number;
    made_at: string;
    cancelled: CancelledForm | null;
    ledger: Ledger | null;
    locked: unknown;
    unmeasured: { missing: string[] } | null;
    ledger_names: Record<string, string> | null;
  }>(sql`
    with latest as materialized (
      select distinct on (proposal_rounds.region_code, proposal_rounds.proposal_id) proposals.name, proposals.state, proposals.created_at,
        proposal_rounds.proposal_id, proposal_rounds.round, proposal_rounds.made_at, proposal_rounds.result
      from proposal_rounds
      join proposals on proposals.region_code = proposal_rounds.region_code and proposals.id = proposal_rounds.proposal_id
      where proposals.state <> 'dropped'
      order by proposal_rounds.region_code, proposal_rounds.proposal_id, proposal_rounds.round desc
    ), said as (
      select latest.*,
        ${found("$.cancelled[*] ? (@.form.id == $id)")} as cancelled,
        ${found("$.ledgers[*] ? (exists (@.members[*] ? (@.id == $id)))")} as ledger,
        ${found("$.locked[*] ? (@.form.id == $id)")} as locked,
        ${found("$.unmeasured[*] ? (@.form.id == $id)")} as unmeasured
      from latest
    )
    select proposal_id, name, state, round, made_at, cancelled, ledger, locked, unmeasured,
      case when cancelled is not null then (
        select jsonb_object_agg(one ->> 'id', one ->> 'name') from jsonb_array_elements(result -> 'ledgers') one
      ) end as ledger_names
    from said
    where cancelled is not null or ledger is not null or locked is not null or unmeasured is not null
    order by created_at desc, proposal_id`);
  return rows.map(({ proposal_id, name, state, round, made_at, cancelled, ledger, unmeasured, ledger_names }) => ({
    proposalId: proposal_id,
    name,
    state,
    round,
    madeAt: new Date(made_at),
    says:
      cancelled !== null
        ? { is: "cancelled", cancelled, ledgerNames: ledger_names ?? {} }
        : ledger !== null
          ? { is: "ledger", ledger }
          : unmeasured !== null
            ? { is: "unmeasured", missing: unmeasured.missing }
            : { is: "locked" },
  }));
}

/** The unfinished agenda that an item stands on. */
export type OnAgenda = { assetId: string; sessionId: string; sessionTitle: string; reviewItemId: string };

/** Which of these items stand on an unfinished agenda. */
export async function onAgendas(tx: Tx, assetIds: readonly string[]): Promise<OnAgenda[]> {
  if (assetIds.length === 0) return [];
  return tx
    .select({
      assetId: reviewItems.assetId,
      sessionId: reviewSessions.id,
      sessionTitle: reviewSessions.title,
      reviewItemId: reviewItems.id,
    })
    .from(reviewItems)
    .innerJoin(
      reviewSessions,
      and(eq(reviewSessions.regionCode, reviewItems.regionCode), eq(reviewSessions.id, reviewItems.sessionId)),
    )
    .where(and(inArray(reviewItems.assetId, [...assetIds]), sql`${reviewSessions.state} <> 'closed'`))
    .orderBy(reviewSessions.heldOn, reviewSessions.id, reviewItems.position);
}

/** An item that somebody picked for a proposal or a what-if. */
export type PickedItem = {
  id: string;
  name: string;
  kind: AssetKind;
  state: AssetState;
  unitName: string | null;
  regionCode: string;
  attributes: AnyAttributes;
};

/** Items by id, as they stand now, in the order of their names. */
export function pickedItems(tx: Tx, ids: readonly string[]): Promise<PickedItem[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .select({
      id: assets.id,
      name: assets.name,
      kind: assets.kind,
      state: assets.state,
      unitName: units.name,
      regionCode: assets.regionCode,
      attributes: assets.attributes,
    })
    .from(assets)
    .leftJoin(units, and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId)))
    .where(inArray(assets.id, [...ids]))
    .orderBy(assets.name, assets.id);
}
