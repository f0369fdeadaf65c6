import Link from "next/link";
import type { ProposalOfForm } from "#db/queries/proposals.ts";
import { formatTime } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { sourceName } from "#lib/redundancy/proposal/round.ts";
import { PROPOSAL_STATE_LABEL } from "#lib/redundancy/vocabulary.ts";

/** What the latest rounds of consolidation proposals say of the form that is decided on. */
export function ProposalPanel({ proposals }: { proposals: readonly ProposalOfForm[] }) {
  if (proposals.length === 0) return null;
  return (
    <section className="panel stack" aria-label="整合方案怎么说">
      <h2>整合方案怎么说</h2>
      {proposals.map((one) => (
        <div key={one.proposalId}>
          <Said said={one} />
          <p className="soft small">
            <Link href={`/proposals/${one.proposalId}`}>{one.name}</Link>，{PROPOSAL_STATE_LABEL[one.state]}，第{" "}
            {one.round} 轮，{formatTime(one.madeAt)}测算
          </p>
        </div>
      ))}
    </section>
  );
}

function Said({ said: { says, proposalId } }: { said: ProposalOfForm }) {
  switch (says.is) {
    case "cancelled": {
      const { form, hours, destinations } = says.cancelled;
      const names = destinations.map(({ to }) =>
        "ledger" in to ? `“${says.ledgerNames[to.ledger] ?? to.ledger}”` : sourceName(to.source),
      );
      return (
        <p>
          建议<strong>取消</strong>，每年省 {formatNumber(hours, 1)} 小时；它的 {destinations.length} 个字段今后由
          {[...new Set(names)].join("、")}提供。
          <Link href={`/proposals/${proposalId}?part=cancelled&q=${encodeURIComponent(form.name)}`}>逐个字段</Link>
        </p>
      );
    }
    case "ledger": {
      const { id, name, members, hours } = says.ledger;
      if (members.length === 1) return <p>建议单独保留：没有别的表提供它的全部数据，合并也不省时。</p>;
      return (
        <p>
          建议<strong>并入台账</strong>“<Link href={`/proposals/${proposalId}?part=ledgers&open=${id}`}>{name}</Link>”（
          {members.length} 张表），工时 {formatNumber(hours.before, 1)} → {formatNumber(hours.after, 1)} 小时/年。
        </p>
      );
    }
    case "locked":
      return <p>法定或锁定的表，方案不动它。</p>;
    case "unmeasured":
      return <p>还不能测算，缺{says.missing.join("、")}。</p>;
  }
}
