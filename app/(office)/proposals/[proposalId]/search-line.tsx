import type { ReactNode } from "react";
import { FilterForm, WordsCondition } from "../../../_components/filter-form.tsx";
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
    <FilterForm
      action={`/proposals/${proposal.id}`}
      keep={{ part: search.part, round: search.round }}
      clear={proposalHref(proposal.id, { part: search.part, round: search.round })}
    >
      <WordsCondition label={label} value={search.q} />
      {children}
    </FilterForm>
  );
}
