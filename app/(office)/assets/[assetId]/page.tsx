import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { findAssetDetails, listAssetHistory } from "#db/queries/asset-details.ts";
import { listExemptionsOf } from "#db/queries/exemptions.ts";
import { changesSince, listJudgedRuns, quotedPlaces } from "#db/queries/item-story.ts";
import { listFormPairs } from "#db/queries/overlaps.ts";
import { getRegionName } from "#db/queries/regions.ts";
import { textPlacesOfDemands } from "#db/queries/text-hits.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { completeness } from "#lib/asset/completeness.ts";
import { contradictions } from "#lib/asset/contradictions.ts";
import { ASSET_KIND_LABEL, BOARD_LABEL, WORK_LINE_LABEL } from "#lib/asset/vocabulary.ts";
import { latestBurdenChange } from "#lib/burden/latest-change.ts";
import { changedWhat } from "#lib/format/change-text.ts";
import { formatDay, formatTime, isoDay } from "#lib/format/date.ts";
import { REPEATING_RELATIONS } from "#lib/redundancy/vocabulary.ts";
import { regionWithin } from "#lib/region/region.ts";
import { LinkButton } from "../../../_components/link-button.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { BandTag, ExemptTag, StateTag, Unknown } from "../../../_components/tags.tsx";
import { read, requestTime } from "../../../_server/read.ts";
import { BurdenPanel } from "./burden-panel.tsx";
import { DecisionList } from "./decision-list.tsx";
import { DemandPanel } from "./demand-panel.tsx";
import { FactSections } from "./fact-sections.tsx";
import { FormFieldList } from "./form-field-list.tsx";
import { HistoryList } from "./history-list.tsx";
import { JudgementPanel } from "./judgement.tsx";
import styles from "./page.module.css";
import { PrintButton } from "./print-button.tsx";
import { RepeatedForms } from "./repeated-forms.tsx";
import { UsagePanel } from "./usage-panel.tsx";

type Props = {
  params: Promise<{ assetId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const HISTORY_SIZE = 20;
const RUNS_SHOWN = 12;
const REPEATED_SHOWN = 5;
/** A rule that finds contradictions says them itself. */
const CONTRADICTIONS = "contradictory-ledger";
/**
 * `run`: the assessment whose judgement is shown instead of the latest; `before`: where the history goes on; `finding`: the rule
 * that the reader came for.
 */
const Search = z.object({
  before: z.coerce.number().int().positive().optional().catch(undefined),
  run: z.uuid().optional().catch(undefined),
  finding: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional()
    .catch(undefined),
});

const load = cache((id: string, before: number | undefined, run: string | undefined) =>
  read(async (tx, actor) => {
    const details = z.uuid().safeParse(id).success ? await findAssetDetails(tx, id, run) : undefined;
    if (details === undefined) return undefined;
    const history = await listAssetHistory(tx, { assetId: id, before, size: HISTORY_SIZE });
    const item = { regionCode: details.asset.regionCode, id };
    const { judgement } = details;
    const runRegion = judgement?.runRegionCode;
    return {
      ...details,
      history,
      units: await listUnitChoices(tx),
      actor,
      exemptions: await listExemptionsOf(tx, item),
      repeated:
        details.asset.kind === "form"
          ? await listFormPairs(tx, { filter: { relations: REPEATING_RELATIONS, form: id }, size: REPEATED_SHOWN })
          : undefined,
      judged: await listJudgedRuns(tx, { ...item, limit: RUNS_SHOWN }),
      places: await quotedPlaces(tx, item),
      demandPlaces: await textPlacesOfDemands(tx, id),
      changes: judgement === null ? null : await changesSince(tx, { ...item, since: judgement.judgedAt }),
      rerun:
        runRegion !== undefined && can(actor, "assess") && regionWithin(runRegion, actor.scope)
          ? { regionCode: runRegion, regionName: await getRegionName(tx, runRegion) }
          : undefined,
    };
  }),
);

async function found({ params, searchParams }: Props) {
  const { before, run } = Search.parse(await searchParams);
  return load((await params).assetId, before, run);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await found(props))?.asset.name ?? "没有找到" };
}

export default async function AssetPage(props: Props) {
  const shown = await found(props);
  if (shown === undefined) notFound();
  const { asset, unit, regionName, judgement, actor, history } = shown;
  const { missing, known, total } = completeness(asset);
  const doubts = contradictions(asset);
  // Older pages of the history begin in the middle: from there the item cannot be told back.
  const { before, finding } = Search.parse(await props.searchParams);
  const latestChange = before === undefined ? latestBurdenChange(asset, history.entries) : undefined;
  const mayEdit = can(actor, "edit_items");
  const unitName = unit?.name;
  const today = isoDay(requestTime());
  const isTold = judgement?.findings.some(({ ruleId, outcome }) => ruleId === CONTRADICTIONS && outcome === "hit");
  return (
    <>
      <PageHeader
        title={asset.name}
        note={
          <>
            {ASSET_KIND_LABEL[asset.kind]}，{unitName ?? <Unknown>主办单位未知</Unknown>}，最近修改于{" "}
            {formatTime(asset.updatedAt)}
          </>
        }
        actions={
          <>
            <PrintButton />
            {mayEdit ? (
              <LinkButton type="primary" href={`/assets/${asset.id}/edit`}>
                修改
              </LinkButton>
            ) : null}
          </>
        }
      />
      <section className={`panel ${styles.story}`} aria-label="概况">
        <dl className={styles.facts}>
          <Fact label="状态">
            <StateTag state={asset.state} />
          </Fact>
          <Fact label="风险">
            <BandTag band={judgement?.band ?? null} /> <ExemptTag count={judgement?.exempt ?? 0} />
            {judgement === null || judgement.isLatest ? null : (
              <span className="soft">（{formatDay(judgement.asOf)}）</span>
            )}
          </Fact>
          <Fact label="条线">{asset.workLine === null ? <Unknown /> : WORK_LINE_LABEL[asset.workLine]}</Fact>
          <Fact label="板块">{asset.board === null ? <Unknown /> : BOARD_LABEL[asset.board]}</Fact>
          <Fact label="行政区划">{regionName ?? asset.regionCode}</Fact>
          <Fact label="信息完整度">
            {known} / {total} 项
          </Fact>
        </dl>
        {missing.length > 0 ? (
          <p>
            还缺：{missing.join("、")}。
            <span className="soft">
              {unitName === undefined ? "先查明主办单位，再请其补充。" : `可请${unitName}补充，或从其台账导入。`}
              在补齐之前，相关规则和负担按“未知”处理，不按“没有”处理。
            </span>
          </p>
        ) : null}
        {doubts.length > 0 && judgement === null ? (
          <div className={styles.doubts}>
            <h2>申报内容有矛盾</h2>
            <ul>
              {doubts.map((doubt) => (
                <li key={doubt}>{doubt}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </section>
      <JudgementPanel
        asset={asset}
        judgement={judgement}
        changes={shown.changes}
        changedWhat={shown.changes === null ? "" : changedWhat(asset.kind, shown.changes.keys)}
        rerun={shown.rerun && { ...shown.rerun, asOf: today }}
        places={shown.places}
        history={shown.judged}
        doubts={isTold ? [] : doubts}
        exemptions={{ asset, exemptions: shown.exemptions, actor, today }}
        mayEdit={mayEdit}
        focus={finding}
      />
      <BurdenPanel
        asset={asset}
        latest={latestChange && { day: formatDay(isoDay(latestChange.entry.at)), change: latestChange.change }}
      />
      <DemandPanel assetId={asset.id} demands={shown.demands} places={shown.demandPlaces} mayEdit={mayEdit} />
      <FactSections kind={asset.kind} attributes={asset.attributes} />
      {asset.kind === "form" ? <FormFieldList fields={shown.fields} /> : null}
      {shown.repeated === undefined ? null : (
        <RepeatedForms assetId={asset.id} pairs={shown.repeated.items} total={shown.repeated.total} />
      )}
      <UsagePanel assetId={asset.id} usage={shown.usage} mayEdit={mayEdit} />
      <DecisionList decisions={shown.decisions} />
      <HistoryList
        kind={asset.kind}
        history={history}
        unitNames={Object.fromEntries(shown.units.map((choice) => [choice.id, choice.name]))}
        nextHref={history.next === undefined ? undefined : `/assets/${asset.id}?before=${history.next}#history`}
      />
    </>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
