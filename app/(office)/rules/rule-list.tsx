import { groups } from "d3-array";
import { ASSET_KIND_LABEL, ASSET_KINDS, type AssetKind } from "#lib/asset/vocabulary.ts";
import { limitText } from "#lib/risk/limit.ts";
import { type PackRule, trustMark } from "#lib/risk/pack.ts";
import { PROBLEM_CLASS_LABEL, PROBLEM_CLASSES } from "#lib/risk/problem-class.ts";
import type { Rule } from "#lib/risk/rule.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import styles from "./rules.module.css";

/** A rule as a pack applies it to one kind; `from` says whose entry it is, where that is not the national pack. */
export type Applied = { kind: AssetKind; entry: PackRule; from: string | null };

/** The rules of a pack, by the class of problem that each stands for. */
export function RuleList({ applied }: { applied: readonly Applied[] }) {
  const byRule = groups(applied, ({ entry }) => entry.ruleId);
  const known = byRule.flatMap(([ruleId, of]) => {
    const rule = RULES.get(ruleId);
    return rule === undefined ? [] : [{ rule, of: inOrder(of) }];
  });
  const retired = byRule.filter(([ruleId]) => !RULES.has(ruleId));
  return (
    <>
      {PROBLEM_CLASSES.map((problemClass) => {
        const ofClass = known.filter(({ rule }) => rule.problemClass === problemClass);
        return ofClass.length === 0 ? null : (
          <section key={problemClass} className="panel" aria-labelledby={problemClass}>
            <h2 id={problemClass}>
              {PROBLEM_CLASS_LABEL[problemClass]}（{ofClass.length}）
            </h2>
            <ul className={styles.rules}>
              {ofClass.map(({ rule, of }) => (
                <RuleItem key={rule.id} rule={rule} of={of} />
              ))}
            </ul>
          </section>
        );
      })}
      {retired.length === 0 ? null : (
        <section className="panel" aria-labelledby="retired">
          <h2 id="retired">已停用的规则（{retired.length}）</h2>
          <ul className={styles.rules}>
            {retired.map(([ruleId, of]) => (
              <li key={ruleId} id={ruleId}>
                <h3>{ruleId}</h3>
                <Entries of={inOrder(of)} rule={undefined} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const inOrder = (of: readonly Applied[]) =>
  [...of].sort((a, b) => ASSET_KINDS.indexOf(a.kind) - ASSET_KINDS.indexOf(b.kind));

function RuleItem({ rule, of }: { rule: Rule; of: readonly Applied[] }) {
  const owners = [...new Set(of.flatMap(({ from }) => (from === null ? [] : [from])))];
  return (
    <li id={rule.id}>
      <h3>
        {of.some(({ entry }) => entry.redLine) ? <span className={styles.redLine}>红线</span> : null}
        {rule.title}
        {owners.map((owner) => (
          <span key={owner} className={styles.own}>
            {owner}
          </span>
        ))}
      </h3>
      <p>{rule.rationale}</p>
      <Entries of={of} rule={rule} />
      <p className="soft small">编号 {rule.id}</p>
    </li>
  );
}

function Entries({ of, rule }: { of: readonly Applied[]; rule: Rule | undefined }) {
  const basis = [...new Map(of.flatMap(({ entry }) => entry.basis).map((one) => [one.title + one.text, one])).values()];
  const limits = distinct(of, (entry) => limitsText(rule, entry));
  const validity = distinct(of, validityText);
  return (
    <dl className={styles.facts}>
      <dt>适用和分值</dt>
      <dd>
        {of
          .map(
            ({ kind, entry, from }) =>
              `${ASSET_KIND_LABEL[kind]}${from === null ? "" : `（${from}）`}：${entry.redLine ? "红线" : `最高 ${entry.weight} 分`}`,
          )
          .join("；")}
      </dd>
      <Said title="门槛" lines={limits} />
      <Said title="有效期" lines={validity} />
      {rule === undefined ? null : (
        <>
          <dt>需要知道</dt>
          <dd>{rule.needs.join("、")}</dd>
          <dt>怎么改</dt>
          <dd>{rule.remedy}</dd>
        </>
      )}
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
  );
}

function Said({ title, lines }: { title: string; lines: readonly string[] }) {
  return lines.length === 0 ? null : (
    <>
      <dt>{title}</dt>
      <dd>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </dd>
    </>
  );
}

/** What the entries say, once where they all say the same, else each under whose it is. */
function distinct(of: readonly Applied[], say: (entry: PackRule) => string): string[] {
  const said = of.map((one) => ({ ...one, text: say(one.entry) }));
  const texts = new Set(said.map(({ text }) => text));
  if (texts.size === 1) return [...texts].filter((text) => text !== "");
  return said
    .filter(({ text }) => text !== "")
    .map(({ kind, from, text }) => `${ASSET_KIND_LABEL[kind]}（${from ?? "全国"}）：${text}`);
}

function limitsText(rule: Rule | undefined, entry: PackRule): string {
  return Object.entries(rule?.parameters ?? {})
    .map(
      ([name, parameter]) => `${parameter.label} ${limitText(parameter, entry.parameters[name] ?? parameter.default)}`,
    )
    .join("；");
}

function validityText({ validFrom, validTo }: PackRule): string {
  return [validFrom && `${validFrom} 起`, validTo && `至 ${validTo}`].filter(Boolean).join("，");
}
