import type { Metadata } from "next";
import { z } from "zod";
import { listSuggestions } from "#db/queries/suggestions.ts";
import { can } from "#lib/actor.ts";
import { PageHeader } from "../../_components/page-header.tsx";
import { Pager } from "../../_components/pager.tsx";
import { read } from "../../_server/read.ts";
import { FindForm } from "./find-form.tsx";
import { SubmitForm } from "./submit-form.tsx";
import { SuggestionList } from "./suggestion-list.tsx";

export const metadata: Metadata = { title: "投诉建议" };

const SIZE = 20;
const Page = z.coerce.number().int().min(1).max(10_000).catch(1);
const hrefOf = (page: number) => `/suggestions?page=${page}`;

export default async function SuggestionsPage({ searchParams }: { searchParams: Promise<{ page?: string }> }) {
  const page = Page.parse((await searchParams).page ?? 1);
  const { actor, received } = await read(async (tx, actor) => ({
    actor,
    received: can(actor, "read_suggestions") ? await listSuggestions(tx, { size: SIZE, page }) : undefined,
  }));
  return (
    <>
      <PageHeader
        title="投诉建议"
        note="对本系统的投诉和建议写在这里，由本级监督检查人员答复，领导可以看到。不记名：只保存内容和日期，不保存时刻。审计日志会记下您提交过一次，不记内容，也不写明是哪一条。"
      />
      {received === undefined ? null : (
        <section className="panel stack" aria-labelledby="received">
          <h2 id="received">收到的投诉建议，共 {received.total} 条</h2>
          {received.items.length === 0 ? (
            <p className="soft">{received.total === 0 ? "还没有收到投诉建议。" : "这一页没有内容。"}</p>
          ) : (
            <SuggestionList items={received.items} mayAnswer={can(actor, "answer_suggestions")} />
          )}
          {received.total > SIZE ? (
            <Pager
              first={(page - 1) * SIZE + 1}
              shown={received.items.length}
              total={received.total}
              unit="条"
              previous={page > 1 ? hrefOf(page - 1) : undefined}
              next={page * SIZE < received.total ? hrefOf(page + 1) : undefined}
            />
          ) : null}
        </section>
      )}
      <section className="panel" aria-labelledby="write">
        <h2 id="write">提交投诉建议</h2>
        <SubmitForm />
      </section>
      <section className="panel" aria-labelledby="find">
        <h2 id="find">凭查询码看答复</h2>
        <FindForm />
      </section>
    </>
  );
}
