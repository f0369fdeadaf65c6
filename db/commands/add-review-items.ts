import { inArray, sql } from "drizzle-orm";
import { ASSET_STATE_LABEL } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import { AddReviewItemsInput, AGENDA_MAX } from "#lib/review/inputs.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { candidateIds } from "../queries/review-candidates.ts";
import { assets } from "../schema/index.ts";
import { freezeSnapshots } from "./freeze-snapshots.ts";
import { holdSession } from "./session-lock.ts";

/**
 * Puts items on the agenda of a session that is prepared or open: those picked, and every candidate of the filter.
 * Throws "conflict" when one stands on the agenda of another unfinished session.
 */
export const addReviewItems = command(
  { action: "session.add_items", capability: "review", input: AddReviewItemsInput },
  async ({ tx, now }, { sessionId, assetIds, filter }) => {
    const session = await holdSession(tx, sessionId, "add_items");
    const proposed = filter === undefined ? [] : await candidateIds(tx, filter, AGENDA_MAX + 1);
    const ids = [...new Set([...assetIds, ...proposed])];
    if (ids.length === 0) throw new DomainError("conflict", "没有符合条件的条目，请放宽筛选条件");
    if (ids.length > AGENDA_MAX) {
      throw new DomainError("conflict", `一次最多列入 ${AGENDA_MAX} 项，请缩小筛选范围后分批列入`);
    }
    await holdFreeItems(tx, ids);
    const added = await tx.execute<{ id: string }>(sql`
      insert into review_items (region_code, session_id, position, asset_region_code, asset_id, created_at)
      select ${session.regionCode}, ${sessionId},
        (select coalesce(max(position), 0) from review_items where session_id = ${sessionId})
          + row_number() over (order by array_position(${idArray(ids)}, assets.id)),
        assets.region_code, assets.id, ${now.toISOString()}::timestamptz
      from assets where ${inArray(assets.id, ids)}
      returning id`);
    if (session.state === "open") await freezeSnapshots(tx, sessionId);
    return {
      result: { added: added.length },
      audit: {
        regionCode: session.regionCode,
        subjectType: "review_session",
        subjectId: sessionId,
        detail: { added: added.length, assetIds: ids, filter: filter ?? null },
      },
    };
  },
);

const idArray = (ids: readonly string[]) =>
  sql`array[${sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )}]::uuid[]`;

/** Holds the items, so that two sessions cannot take one at the same time, and refuses those that may not join. */
async function holdFreeItems(tx: Tx, ids: readonly string[]): Promise<void> {
  const held = await tx
    .select({ id: assets.id, name: assets.name, state: assets.state })
    .from(assets)
    .where(inArray(assets.id, [...ids]))
    .orderBy(assets.id)
    .for("no key update");
  if (held.length < ids.length) {
    throw new DomainError("not_found", `有 ${ids.length - held.length} 个条目不存在或不在您的管辖范围内，请刷新后重选`);
  }
  const ended = held.filter((asset) => asset.state === "merged" || asset.state === "closed");
  if (ended.length > 0) {
    const list = ended.slice(0, 5).map((asset) => `“${asset.name}”${ASSET_STATE_LABEL[asset.state]}`);
    throw new DomainError("conflict", `${list.join("、")}等 ${ended.length} 项不需要再评审，请取消选择`);
  }
  const busy = await tx.execute<{ name: string; title: string }>(sql`
    select assets.name, review_sessions.title
    from review_items
    join review_sessions on review_sessions.region_code = review_items.region_code and review_sessions.id = review_items.session_id
    join assets on assets.id = review_items.asset_id and assets.region_code = review_items.asset_region_code
    where review_sessions.state <> 'closed' and review_items.asset_id = any(${idArray(ids)})
    order by assets.name, assets.id`);
  if (busy.length > 0) {
    const list = busy.slice(0, 5).map((item) => `“${item.name}”（${item.title}）`);
    throw new DomainError("conflict", `有 ${busy.length} 个条目已在未结束的评审议程上：${list.join("、")}，请取消选择`);
  }
}
