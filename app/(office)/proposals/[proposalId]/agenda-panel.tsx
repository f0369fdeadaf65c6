import Link from "next/link";
import type { OnAgenda } from "#db/queries/proposals.ts";
import type { SessionRow } from "#db/queries/review-sessions.ts";
import { formatDay } from "#lib/format/date.ts";
import { AgendaForm } from "./agenda-form.tsx";
import type { RoundView } from "./round-view.ts";

export type Agenda = { on: readonly OnAgenda[]; sessions: readonly SessionRow[] };

/** Which of these forms a session decides on already, and the way to put the others before one. */
export function AgendaPanel({
  view,
  agenda,
  groups,
}: {
  view: Pick<RoundView, "now" | "result" | "mayPropose">;
  agenda: Agenda;
  groups: readonly { label: string; assetIds: readonly string[] }[];
}) {
  const busy = new Map(agenda.on.map((one) => [one.assetId, one]));
  const concerned = new Set(groups.flatMap(({ assetIds }) => assetIds));
  const listed = agenda.on.filter(({ assetId }) => concerned.has(assetId));
  const choices = groups.map(({ label, assetIds }) => ({
    label,
    assetIds: assetIds.filter((id) => view.now.get(id)?.isRunning && !busy.has(id)),
  }));
  if (concerned.size === 0) return null;
  return (
    <section className="panel stack no-print" aria-label="列入评审会">
      <h2>列入评审会</h2>
      {listed.length === 0 ? null : (
        <details>
          <summary>{listed.length} 张已在未结束的评审会议程上</summary>
          <ul>
            {listed.map((one) => (
              <li key={one.assetId}>
                <Link href={`/reviews/${one.sessionId}/items/${one.reviewItemId}`}>
                  {view.now.get(one.assetId)?.name ?? one.assetId}
                </Link>
                （{one.sessionTitle}）
              </li>
            ))}
          </ul>
        </details>
      )}
      {view.mayPropose ? (
        <AgendaForm
          sessions={agenda.sessions.map(({ id, title, heldOn }) => ({ id, title: `${title}（${formatDay(heldOn)}）` }))}
          choices={choices}
        />
      ) : null}
    </section>
  );
}
