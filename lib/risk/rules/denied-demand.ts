import type { Demand } from "../../asset/asset.ts";
import { FORM_FIELDS } from "../../asset/fields/form.ts";
import { DEMAND_LABEL, type DemandType } from "../../asset/vocabulary.ts";
import { declared } from "../declared.ts";
import { CHAIN, DEMAND_WORDS } from "../demand-words.ts";
import { functionSettings, noneListed } from "../demanded.ts";
import type { Facts } from "../facts.ts";
import { labelOf, TEXTS } from "../label.ts";
import { clear, type Evidence, hit, notApplicable } from "../outcome.ts";
import { saysBulletin, saysPoints } from "../rank-words.ts";
import { defineRule } from "../rule.ts";

const RANKING = /排名|排行|名次/;

export default defineRule({
  id: "denied-demand",
  kinds: ["app", "group", "account", "form"],
  title: "申报与通知不符：申报说没有，通知里在要求",
  problemClass: "procedure",
  rationale: "台账上写“否”，通知里照样要；申报不实，减负就停留在纸面上。",
  needs: ["台账申报", TEXTS],
  remedy: "请主办单位说明，更正申报并撤销要求，不得只改台账不改做法。",
  parameters: {},
  assess(facts) {
    const compared = facts.demands.flatMap((demand) => {
      const declaration = declarationOn(facts, demand);
      return declaration ? [{ demand, ...declaration }] : [];
    });
    if (compared.length === 0) return notApplicable("没有可以互相对照的申报和文本");
    const denied = compared.filter(({ answer }) => answer === "no");
    if (denied.length === 0) return clear(compared.map(({ evidence }) => evidence));
    const pairs = denied.flatMap(({ demand: { type, quote, source, figure }, evidence }) => [
      evidence,
      { label: DEMAND_LABEL[type], value: figure ?? "有此要求", quote, source },
    ]);
    return hit(pairs, 0.5 + denied.length / 4);
  },
});

type Declaration = { answer: "yes" | "no"; evidence: Evidence };

/** What the ledger says of a demanded matter: in a column of its own, in an attribute, or by a complete list of functions. */
function declarationOn(facts: Facts, demand: Demand): Declaration | undefined {
  for (const words of wordsOf(demand)) {
    const declaration = declared(facts.asset, words);
    if (declaration) return declaration;
  }
  return byAttribute(facts, demand.type) ?? byFunctions(facts, demand);
}

/** Where rules share a demand and tell it apart by its words, ledgers have a column for each. */
function wordsOf({ type, quote }: Demand): RegExp[] {
  const usual: RegExp | undefined = DEMAND_WORDS[type as keyof typeof DEMAND_WORDS];
  return [
    ...(type === "ranking" && saysBulletin(quote) ? [RANKING] : []),
    ...(CHAIN.test(quote) ? [CHAIN] : []),
    ...(usual ? [usual] : []),
  ];
}

/** The channels of a form, and whether an app keeps paper, tell whether paper is wanted beside what is entered. */
function byAttribute({ asset }: Facts, type: DemandType): Declaration | undefined {
  if (type !== "paper_and_digital") return undefined;
  if (asset.kind === "app" && asset.attributes.keepsPaper !== undefined) {
    const { keepsPaper } = asset.attributes;
    const value = keepsPaper ? "是" : "否";
    return {
      answer: keepsPaper ? "yes" : "no",
      evidence: { label: labelOf("app", "keepsPaper"), value, source: "台账申报" },
    };
  }
  if (asset.kind === "form" && asset.attributes.channels?.length) {
    const { channels } = asset.attributes;
    const value = channels.map((channel) => FORM_FIELDS.channels.options[channel]).join("、");
    return {
      answer: channels.includes("paper") ? "yes" : "no",
      evidence: { label: labelOf("form", "channels"), value, source: "台账申报" },
    };
  }
  return undefined;
}

/** The filing form asks for check-in, points and online time by name: a complete list without them denies them. */
function byFunctions({ asset }: Facts, { type, quote }: Demand): Declaration | undefined {
  if (asset.kind !== "app" || (type !== "forced_checkin" && type !== "ranking" && type !== "online_time")) {
    return undefined;
  }
  if (type === "ranking" && !saysPoints(quote)) return undefined;
  const { present, complete } = functionSettings(asset.attributes);
  const found = present.filter((name) => DEMAND_WORDS[type].test(name) || (type === "ranking" && /积分/.test(name)));
  const label = labelOf("app", "functions");
  if (found.length > 0) return { answer: "yes", evidence: { label, value: found.join("、"), source: "台账申报" } };
  return complete ? { answer: "no", evidence: noneListed(asset.attributes) } : undefined;
}
