import { Button } from "antd";
import Form from "next/form";
import Link from "next/link";
import type { ReactNode } from "react";
import filter from "../../../_components/filter-line.module.css";
import { proposalHref } from "../search-params.ts";
import type { RoundView } from "./round-view.ts";

/** Searches within a part of the round. */
export function SearchLine({
  view: { proposal, search },
  label,
  children,
}: {
  view: Pick<RoundView, "proposal" | "search">;
  label: string;
  children?: ReactNode;
}) {
  return (
    <Form action={`/proposals/${proposal.id}`} className={`${filter.filter} no-print`}>
      <input type="hidden" name="part" value={search.part} />
      {search.round === undefined ? null : <input type="hidden" name="round" value={search.round} />}
      <label>
        {label}
        <input name="q" defaultValue={search.q} />
      </label>
      {children}
      <Button htmlType="submit">查找</Button>
      <Link href={proposalHref(proposal.id, { part: search.part, round: search.round })}>清除</Link>
    </Form>
  );
}
