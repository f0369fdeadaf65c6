import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { can } from "#lib/actor.ts";
import { formatDay, formatTime, isoDay } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { ALIAS_ANSWER_LABEL } from "#lib/redundancy/vocabulary.ts";
import { byOfficePair } from "#lib/redundancy/waste/cuts.ts";
import { WASTE_CAUSE_LABEL, WASTE_CAUSES, wastedHours } from "#lib/redundancy/waste/waste.ts";
import { DataTable, type TableColumn } from "../../../../_components/data-table.tsx";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { Unknown } from "../../../../_components/tags.tsx";
import { read, requestTime } from "../../../../_server/read.ts";
import { supplyHref } from "../../../assets/[assetId]/unknown-list.tsx";
import { PairTable } from "../../cut-tables.tsx";
import { HoursText } from "../../hours-text.tsx";
import { RedundancyTabs } from "../../redundancy-tabs.tsx";
import { elementHref, elementsHref, parseElementSearch, type RawParams, wasteQuery } from "../../search-params.ts";
import { TooMany } from "../../too-many.tsx";
import styles from "../elements.module.css";
import { frequencyText, rowsText } from "./columns.ts";
import { DatumPanel } from "./datum-panel.tsx";
import { type AskingRow, loadElement } from "./load-element.ts";
import { PricePanel } from "./price-panel.tsx";

export const metadata: Metadata = { title: "数据项" };

const Id = z.coerce.number().int().positive().max(2_147_483_647);
const PAIRS = 10;

export default async function ElementPage({
  params,
  searchParams,
}: {
  params: Promise<{ elementId: string }>;
  searchParams: Promise<RawParams>;
}) {
  const id = Id.safeParse((await params).elementId);
  const { search } = parseElementSearch(await searchParams);
  if (!id.success) notFound();
  const asOf = isoDay(requestTime());
  const { found, actor } = await read(async (tx, actor) => ({
    actor,
    found: await loadElement(tx, actor, { id: id.data, search }),
  }));
  if (found === undefined) notFound();
  const { element, loaded } = found;
  if (!("rows" in found))
    return (
      <>
        <PageHeader title={element.name} note={loaded.scope} />
        <TooMany
          forms={loaded.forms}
          href={(region) => elementHref(element.id, { region })}
          parts={found.loaded.parts}
        />
      </>
    );
  const { rows, answers } = found;
  const { input, waste, scope } = found.loaded;
  const askings = rows.flatMap(({ asking }) => asking ?? []);
  const datum = input.elements.find((one) => one.element === element.id)?.datum ?? null;
  const wordings = [...Map.groupBy(rows, ({ label }) => label)].sort(([, one], [, other]) => other.length - one.length);
  const offices = new Set(rows.map(({ form }) => form.officeId)).size;
  const forms = new Set(rows.map(({ form }) => form.id)).size;
  const pairs = byOfficePair(waste, {}, element.id).filter(({ hours }) => hours > 1e-9);
  return (
    <>
      <PageHeader
        title={element.name}
        note={`${scope}，截至${formatDay(asOf)}：${formatNumber(offices)} 个单位的 ${formatNumber(forms)} 张表在要这一项${element.header ? "。这是各表都有的基本信息，单凭它不算两张表重复" : ""}。`}
        actions={
          rows.length === 0 ? null : (
            <a
              className="button"
              href={`/redundancy/elements/${element.id}/export?${wasteQuery({ region: search.region })}`}
              download
            >
              导出这 {formatNumber(rows.length)} 行
            </a>
          )
        }
      />
      <RedundancyTabs current="/redundancy/elements" region={loaded.region} />
      {rows.length === 0 ? (
        <EmptyState title="现在没有在运行的表要这一项">
          <p>
            可能表已停用，或者叫法的判断改过。
            <Link href={elementsHref({ search: { region: search.region } })}>看全部数据项</Link>
          </p>
        </EmptyState>
      ) : (
        <>
          <DatumPanel datum={datum} rows={rows} />
          <PricePanel askings={askings} measured={waste.measured} unmeasured={rows.length - askings.length} />
          <section className="panel" aria-label="谁在要">
            <h2>谁在要</h2>
            <DataTable
              caption="谁在要"
              columns={columns(can(actor, "edit_items"), input.officeNames)}
              rows={rows}
              rowKey={({ key }) => key}
            />
          </section>
          {pairs.length === 0 ? null : (
            <section className="panel" aria-label="哪两家可以共用">
              <h2>哪两家可以共用一份</h2>
              <PairTable rows={pairs.slice(0, PAIRS)} input={input} search={search} />
              {pairs.length <= PAIRS ? null : (
                <p className="soft small">
                  共 {formatNumber(pairs.length)} 对，列出工时最多的 {PAIRS} 对，其余在导出的表里按行可查。
                </p>
              )}
            </section>
          )}
          <section className="panel" aria-label="叫法">
            <h2>怎么叫（{formatNumber(wordings.length)} 种叫法）</h2>
            <ul className={styles.plain}>
              {wordings.map(([label, own]) => (
                <li key={label}>
                  <strong>“{label}”</strong>：{formatNumber(new Set(own.map(({ form }) => form.id)).size)} 张表，
                  {own.map(({ key, form }, at) => (
                    <span key={key}>
                      {at === 0 ? "" : "、"}
                      <Link href={`/assets/${form.id}`}>{form.name}</Link>
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      <section className="panel" aria-label="人工判断">
        <h2>人工判断过的叫法</h2>
        {answers.length === 0 ? (
          <p className="soft">没有。这些叫法由系统按词义合成一项。</p>
        ) : (
          <ul className={styles.plain}>
            {answers.map((answer) => (
              <li key={answer.id}>
                “{answer.aLabel}”{answer.aForm === null ? "" : `（《${answer.aForm}》）`}和“{answer.bLabel}”
                {answer.bForm === null ? "" : `（《${answer.bForm}》）`}：{ALIAS_ANSWER_LABEL[answer.answer]}
                {answer.note === null ? "" : `，${answer.note}`}
                <div className="soft small">
                  {answer.decidedByName}，{formatTime(answer.decidedAt)}
                  {can(actor, "decide_aliases") ? (
                    <span className="no-print">
                      　<Link href={`/redundancy/aliases?q=${encodeURIComponent(answer.aLabel)}`}>查看或撤销</Link>
                    </span>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function columns(mayEdit: boolean, officeNames: Readonly<Record<string, string>>): TableColumn<AskingRow>[] {
  return [
    { id: "form", title: "表", cell: ({ form }) => <Link href={`/assets/${form.id}`}>{form.name}</Link> },
    { id: "unit", title: "主办单位", cell: ({ form }) => officeNames[form.officeId] ?? <Unknown /> },
    { id: "label", title: "叫法", cell: ({ label }) => label },
    { id: "frequency", title: "多久要一次", cell: (row) => frequencyText(row) ?? <Unknown /> },
    {
      id: "units",
      title: "填报单位",
      isNumber: true,
      cell: ({ form }) => (form.units === null ? <Unknown /> : formatNumber(form.units)),
    },
    { id: "rows", title: "每单位每次行数", cell: (row) => rowsText(row) ?? <Unknown /> },
    {
      id: "hours",
      title: "共花（小时/年）",
      isNumber: true,
      cell: ({ asking, form, missing }) =>
        asking === null ? (
          <>
            <Unknown />
            <div className="small">
              {missing.map((label, at) => {
                const href = supplyHref({ id: form.id, kind: "form" }, label) ?? `/assets/${form.id}/edit`;
                return (
                  <span key={label}>
                    {at === 0 ? "缺" : "、"}
                    {mayEdit ? <Link href={href}>{label}</Link> : label}
                  </span>
                );
              })}
            </div>
          </>
        ) : (
          <HoursText hours={asking.hours} />
        ),
    },
    {
      id: "wasted",
      title: "可省（小时/年）",
      isNumber: true,
      cell: ({ asking }) => (asking === null ? <Unknown /> : <HoursText hours={wastedHours(asking.wasted)} />),
    },
    ...WASTE_CAUSES.map((cause) => ({
      id: cause,
      title: WASTE_CAUSE_LABEL[cause],
      isNumber: true,
      cell: ({ asking }: AskingRow) => (asking === null ? <Unknown /> : <HoursText hours={asking.wasted[cause]} />),
    })),
  ];
}
