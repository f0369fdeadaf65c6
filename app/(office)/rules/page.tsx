import { groups } from "d3-array";
import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { getRegionName } from "#db/queries/regions.ts";
import { packJudging } from "#db/queries/rule-packs.ts";
import { ASSET_KIND_LABEL, ASSET_KINDS, type AssetKind } from "#lib/asset/vocabulary.ts";
import { formatDay, isoDay } from "#lib/format/date.ts";
import { type PackRule, rulesFor, trustMark } from "#lib/risk/pack.ts";
import { PROBLEM_CLASS_LABEL, PROBLEM_CLASSES } from "#lib/risk/problem-class.ts";
import type { Rule } from "#lib/risk/rule.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { PageHeader } from "../../_components/page-header.tsx";
import { read, requestTime } from "../../_server/read.ts";
import styles from "./rules.module.css";

export const metadata: Metadata = { title: "规则目录" };

const Params = z.object({ kind: z.enum(ASSET_KINDS).optional().catch(undefined) });
type Entry = { rule: Rule; kinds: { kind: AssetKind; applied: PackRule }[] };

export default async function RulesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kind: only } = Params.parse(await searchParams);
  const today = isoDay(requestTime());
  const { scope, name, pack } = await read(async (tx, actor) => ({
    scope: actor.scope,
    name: await getRegionName(tx, actor.scope),
    pack: await packJudging(tx, actor.scope),
  }));
  const applied = (only === undefined ? ASSET_KINDS : [only]).flatMap((kind) =>
    rulesFor(pack, kind, scope, today).map((entry) => ({ kind, applied: entry })),
  );
  const entries = groups(applied, ({ applied: { ruleId } }) => ruleId).flatMap(([ruleId, kinds]): Entry[] => {
    const rule = RULES.get(ruleId);
    return rule === undefined ? [] : [{ rule, kinds }];
  });
  return (
    <>
      <PageHeader
        title="规则目录"
        note={`${name}${formatDay(today)}适用的规则，规则包“${pack.title}”（${pack.version}）。先看红线，命中一条即列为红线；其余规则按分值相加，满分 100，${pack.bands.high} 分以上为高风险，${pack.bands.medium} 分以上为中风险。`}
      />
      <p className="soft">
        带<span className={styles.mark}>待核</span>
        的依据尚未与原文逐字核对，使用前请查对原文。没有法定标准的门槛由本单位设定，仅供参考。
      </p>
      <nav className={styles.tabs} aria-label="条目种类">
        <Link href="/rules" aria-current={only === undefined ? "true" : undefined}>
          全部种类
        </Link>
        {ASSET_KINDS.map((kind) => (
          <Link key={kind} href={`/rules?kind=${kind}`} aria-current={only === kind ? "true" : undefined}>
            {ASSET_KIND_LABEL[kind]}
          </Link>
        ))}
      </nav>
      {PROBLEM_CLASSES.map((problemClass) => {
        const ofClass = entries.filter(({ rule }) => rule.problemClass === problemClass);
        return ofClass.length === 0 ? null : (
          <section key={problemClass} className="panel" aria-labelledby={problemClass}>
            <h2 id={problemClass}>
              {PROBLEM_CLASS_LABEL[problemClass]}（{ofClass.length}）
            </h2>
            <ul className={styles.rules}>
              {ofClass.map((entry) => (
                <RuleEntry key={entry.rule.id} {...entry} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function RuleEntry({ rule, kinds }: Entry) {
  const weights = kinds.map(({ kind, applied }) =>
    applied.redLine ? `${ASSET_KIND_LABEL[kind]}：红线` : `${ASSET_KIND_LABEL[kind]}：最高 ${applied.weight} 分`,
  );
  const basis = [
    ...new Map(kinds.flatMap(({ applied }) => applied.basis).map((one) => [one.title + one.text, one])).values(),
  ];
  const limits = Object.entries(rule.parameters).map(([key, parameter]) => {
    const values = [...new Set(kinds.map(({ applied }) => applied.parameters[key] ?? parameter.default))];
    return `${parameter.label} ${values.join(" 或 ")} ${parameter.unit}`;
  });
  return (
    <li id={rule.id}>
      <h3>
        {kinds.some(({ applied }) => applied.redLine) ? <span className={styles.redLine}>红线</span> : null}
        {rule.title}
      </h3>
      <p>{rule.rationale}</p>
      <dl className={styles.facts}>
        <dt>适用和分值</dt>
        <dd>{weights.join("；")}</dd>
        {limits.length === 0 ? null : (
          <>
            <dt>门槛</dt>
            <dd>{limits.join("；")}</dd>
          </>
        )}
        <dt>需要知道</dt>
        <dd>{rule.needs.join("、")}</dd>
        <dt>怎么改</dt>
        <dd>{rule.remedy}</dd>
        <dt>依据</dt>
        <dd>
          {basis.length === 0 ? <span className="soft">本单位参考标准</span> : null}
          {basis.map((one) => (
            <p key={one.title + one.text}>
              {one.title}
              {one.article}　{one.text}
              {trustMark(one.tag) ? <span className={styles.mark}>{trustMark(one.tag)}</span> : null}
            </p>
          ))}
        </dd>
      </dl>
      <p className="soft small">编号 {rule.id}</p>
    </li>
  );
}
