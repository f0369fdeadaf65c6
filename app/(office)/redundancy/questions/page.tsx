import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { countAnswered } from "#db/queries/aliases.ts";
import { openQuestions } from "#db/queries/questions.ts";
import { countRunningForms } from "#db/queries/redundancy-input.ts";
import { listRegions } from "#db/queries/regions.ts";
import { can } from "#lib/actor.ts";
import { isoDay } from "#lib/format/date.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { requireActor } from "../../../_server/actor.ts";
import { read, requestTime } from "../../../_server/read.ts";
import { dayStart } from "../aliases/search-params.ts";
import { MOST_FORMS, regionAsked } from "../load-waste.ts";
import type { RawParams } from "../search-params.ts";
import { TooMany } from "../too-many.tsx";
import { BATCH } from "./batch.ts";
import { QuestionDesk } from "./question-desk.tsx";

export const metadata: Metadata = { title: "待认定数据项" };

export default async function QuestionsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const actor = await requireActor();
  if (!can(actor, "decide_aliases")) notFound();
  const regionCode = regionAsked(actor, (await searchParams).region);
  const today = dayStart(isoDay(requestTime()));
  const { forms, parts, open, answered } = await read(async (tx) => {
    const forms = await countRunningForms(tx, regionCode);
    const isTooMany = forms > MOST_FORMS;
    return {
      forms,
      parts: isTooMany ? await listRegions(tx, { under: regionCode, inUseOnly: true }) : [],
      open: isTooMany ? null : await openQuestions(tx, { regionCode, passed: new Set(), size: BATCH }),
      answered: await countAnswered(tx, { by: actor.id, since: today }),
    };
  });
  return (
    <>
      <PageHeader
        title="待认定数据项"
        note="字面上看不准是不是同一项的，由人认定一次，以后不再问。排在前面的，认定后影响最大。"
        actions={
          <Link className="button" href="/redundancy/aliases">
            已认定的异同
          </Link>
        }
      />
      {open === null ? (
        <TooMany forms={forms} path="/redundancy/questions" parts={parts} />
      ) : (
        <QuestionDesk
          first={open.questions}
          total={open.total}
          answeredToday={answered}
          personId={actor.id}
          regionCode={regionCode}
        />
      )}
    </>
  );
}
