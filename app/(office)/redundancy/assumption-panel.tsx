import Link from "next/link";
import { PROPOSAL_PARAMETERS } from "#lib/redundancy/proposal/parameters.ts";

const USED = ["minutesPerCell", "setupMinutes", "setupShare"] as const;

/** What the hours take for granted, in sentences that an office can object to. */
export function AssumptionPanel({ canPropose }: { canPropose: boolean }) {
  return (
    <section className="panel" aria-labelledby="assumptions">
      <h2 id="assumptions">这些工时怎么算，假定了什么</h2>
      <ul>
        <li>一张表一年的工时与条目页的“年负担”一致；先划出固定用时，其余按字段分摊到每个数据项。</li>
        <li>一小时只算一个原因：先看是不是重复填报，再看是不是超过变动频率，最后看是不是可共享仍收集。</li>
        <li>
          所在地区相同或是上下级，填报主体、填报粒度、涉及人群也都相同的表，视为填的是同一批对象，行数多的包含行数少的；上级的一张表同下级几个地区的表相比时，行数按地区平均分。涉及人群没有填写的，看表名写的是哪些人；表名也看不出的，按同一填报主体、同一批对象计。
        </li>
        <li>填报粒度为“事件”的表每次填的是新的一件事，不算超过变动频率。</li>
        <li>填报粒度为“其他”的表不知道填的是什么，互不算重复。</li>
        <li>
          数据项多久变一次、谁掌握、能否共享，取自数据元目录；目录没有写明的，不算超过变动频率，也不算可共享。有条件共享的不算。
        </li>
        {USED.map((key) => {
          const { label, unit, default: value, origin } = PROPOSAL_PARAMETERS[key];
          return (
            <li key={key}>
              {label}：{value}
              {unit}，{origin}。只用来把一张表的用时分摊到字段，或在没有测算用时的表上推算。
            </li>
          );
        })}
      </ul>
      {canPropose ? (
        <p>
          这些分钟数可以在<Link href="/proposals">整合方案</Link>里逐项修改，重新测算。
        </p>
      ) : null}
    </section>
  );
}
