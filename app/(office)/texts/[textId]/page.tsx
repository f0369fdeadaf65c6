import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { confirmedSinceAssessment, listTextHits } from "#db/queries/text-hits.ts";
import { findText, itemsForNaming, nextOpenText } from "#db/queries/texts.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { formatDay, formatTime, isoDay } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { GRAMMAR_VERSION } from "#lib/scan/grammar/index.ts";
import { passagesOf } from "#lib/scan/passages.ts";
import { TEXT_FORMAT_LABEL, TEXT_KIND_LABEL } from "#lib/scan/vocabulary.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { Unknown } from "../../../_components/tags.tsx";
import { read, requestTime } from "../../../_server/read.ts";
import { confirmHitAction, rejectHitAction, reopenHitAction } from "../actions.ts";
import { RescanButton } from "../rescan-button.tsx";
import styles from "../texts.module.css";
import { DeleteText } from "./delete-text.tsx";
import { EffectBar } from "./effect-bar.tsx";
import { Reader } from "./reader.tsx";
import { readerHits } from "./reader-hit.ts";

type Props = {
  params: Promise<{ textId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Hits of a text that are worked on together. */
const SIZE = 200;
/** `hit`: the one to begin with; `page`: which two hundred, from 1. */
const Search = z.object({
  hit: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).optional().catch(undefined),
});

const load = cache((id: string) =>
  read(async (tx, actor) => {
    const isId = z.uuid().safeParse(id).success;
    const text = isId && can(actor, "read_texts") ? await findText(tx, id) : undefined;
    if (text === undefined) return undefined;
    const of = { regionCode: text.regionCode, textId: id };
    const mayScan = can(actor, "scan_texts");
    return {
      text,
      mayScan,
      mayAssess: can(actor, "assess"),
      hits: await listTextHits(tx, of),
      items: mayScan
        ? await itemsForNaming(tx, {
            regionCode: text.regionCode,
            content: text.content,
            issuerId: text.unit?.id ?? null,
          })
        : [],
      units: mayScan ? await listUnitChoices(tx) : [],
      confirmed: await confirmedSinceAssessment(tx, of),
      next: mayScan ? await nextOpenText(tx, text) : undefined,
    };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).textId))?.text.title ?? "没有找到" };
}

export default async function TextPage({ params, searchParams }: Props) {
  const shown = await load((await params).textId);
  if (shown === undefined) notFound();
  const { text, hits, items, units, mayScan, mayAssess, confirmed, next } = shown;
  const { hit: asked, page: given } = Search.parse(await searchParams);
  const place = hits.findIndex(({ id }) => id === asked);
  const page = place >= 0 ? Math.floor(place / SIZE) + 1 : (given ?? 1);
  const from = (page - 1) * SIZE;
  const worked = readerHits(text, hits.slice(from, from + SIZE), items, from + 1);
  const counting = hits.filter(({ counts }) => counts);
  const passages = passagesOf(
    text.content,
    worked.map(({ spanStart, spanEnd }) => ({ start: spanStart, end: spanEnd })),
  ).map((passage) => ({
    ...passage,
    text: passage.is === "gap" ? "" : text.content.slice(passage.start, passage.end),
  }));
  const hrefOf = (to: number) => `/texts/${text.id}?page=${to}`;
  return (
    <>
      <PageHeader
        title={text.title}
        note={
          <>
            {TEXT_KIND_LABEL[text.kind]}，{text.unit?.name ?? <Unknown>发文单位未知</Unknown>}，
            {text.issuedOn === null ? <Unknown>日期未知</Unknown> : formatDay(text.issuedOn)}
            {text.source === "" ? "" : `，${text.source}`}
            <span className={styles.noteMore}>
              ；{TEXT_FORMAT_LABEL[text.format]}，{formatNumber(text.content.length)} 字，{text.createdByName}登记于{" "}
              {formatTime(text.createdAt)}
            </span>
          </>
        }
        actions={
          <>
            <a className="button" href={`/texts/${text.id}/export`} download>
              导出 Word
            </a>
            {mayScan ? <DeleteText id={text.id} title={text.title} /> : null}
          </>
        }
      />
      {text.grammarVersion !== GRAMMAR_VERSION && mayScan ? (
        <div className={`panel row spread ${styles.notice}`}>
          <p>扫描规则已更新，这份文本是按以前的规则扫描的。重新扫描只更换待确认的，已处理的不变。</p>
          <RescanButton textId={text.id}>重新扫描</RescanButton>
        </div>
      ) : null}
      <Reader
        key={`${text.id}-${page}`}
        hits={worked}
        passages={passages}
        progress={{
          done: counting.filter(({ state }) => state !== "open").length,
          total: counting.length,
        }}
        units={units}
        mayDecide={mayScan}
        startAt={place >= 0 ? asked : undefined}
        actions={{ confirm: confirmHitAction, reject: rejectHitAction, reopen: reopenHitAction }}
      />
      <EffectBar
        confirmed={confirmed}
        mayAssess={mayAssess}
        regionCode={text.regionCode}
        today={isoDay(requestTime())}
      />
      {hits.length > SIZE ? (
        <Pager
          first={from + 1}
          shown={worked.length}
          total={hits.length}
          unit="处"
          previous={page > 1 ? hrefOf(page - 1) : undefined}
          next={from + SIZE < hits.length ? hrefOf(page + 1) : undefined}
        />
      ) : null}
      {next === undefined ? null : (
        <p className="no-print">
          下一份有待确认的：<Link href={`/texts/${next.id}`}>{next.title}</Link>
        </p>
      )}
    </>
  );
}
