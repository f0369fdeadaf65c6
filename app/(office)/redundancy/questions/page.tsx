import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { countAnswered } from "#db/queries/aliases.ts";
import { openQuestions } from "#db/queries/questions.ts";
import { can } from "#lib/actor.ts";
import { isoDay } from "#lib/format/date.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { requireActor } from "../../../_server/actor.ts";
import { read, requestTime } from "../../../_server/read.ts";
import { dayStart } from "../aliases/search-params.ts";
import { lookAt } from "../load-waste.ts";
import type { RawParams } from "../search-params.ts";
import { TooMany } from "../too-many.tsx";
import { BATCH } from "./batch.ts";
import { QuestionDesk } from "./question-desk.tsx";

export const metadata: Metadata = { title: "待认定数据项" };

export default async function QuestionsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const actor = await requireActor();
  if (!can(actor, "decide_aliases")) notFound();
  const { region } = await searchParams;
  const today = dayStart(isoDay(requestTime()));
  const { look, open, answered } = await read(async (tx) => {
    const look = await lookAt(tx, actor, region);
    return {
      look,
      open: look.parts
        ? null
        : await openQuestions(tx, { regionCode: look.regionCode, passed: new Set(), size: BATCH }),
      answered: await countAnswered(tx, { by: actor.id, since: today }),
    };
  });
  return (
    <>
      <PageHeader
        title="待认定数据项"
        note={`字面上看不准是不是同一项的，由人认定一次，以后不再问。排在前面的，认定后影响最大。${
          look.regionCode === actor.scope ? "" : `这里只问${look.scope}的表；认定的结果在您管辖的全部地区有效。`
        }`}
        actions={
          <Link className="button" href="/redundancy/aliases">
            已认定的异同
          </Link>
        }
      />
      {open === null ? (
        <TooMany
          forms={look.forms}
          href={(region) => `/redundancy/questions?region=${region}`}
          parts={look.parts ?? []}
        />
      ) : (
        <QuestionDesk
          first={open.questions}
          total={open.total}
          answeredToday={answered}
          personId={actor.id}
          regionCode={look.regionCode}
        />
      )}
    </>
  );
}
