import Link from "next/link";
import { openQuestions } from "#db/queries/questions.ts";
import { formatNumber } from "#lib/format/number.ts";
import { read } from "../../_server/read.ts";

/** How many questions a region's forms leave open: every field is read for it, so the page does not wait for this. */
export async function OpenQuestionCount({ regionCode }: { regionCode: string }) {
  const { total } = await read((tx) => openQuestions(tx, { regionCode, passed: new Set(), size: 0 }));
  return <Link href={`/redundancy/questions?region=${regionCode}`}>{formatNumber(total)} 问</Link>;
}
