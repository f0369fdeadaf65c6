import Link from "next/link";
import { formatNumber } from "#lib/format/number.ts";
import { PLACE_LABEL, placesOf } from "#lib/redundancy/proposal/compare-rounds.ts";
import { roundIndex } from "#lib/redundancy/proposal/round.ts";
import { officeName } from "#lib/redundancy/waste/input.ts";
import { DataTable } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { Unknown } from "../../../_components/tags.tsx";
import { FormLink } from "../form-link.tsx";
import { PLACES, proposalHref } from "../search-params.ts";
import { RoundPager } from "./round-pager.tsx";
import { holds, pageOf, type RoundView } from "./round-view.ts";
import { SearchLine } from "./search-line.tsx";

/** Every form of the round and where it stands: the rows that all head figures were counted from. */
export function FormsPart({ view }: { view: RoundView }) {
  const { proposal, result, search, now, mayPropose } = view;
  const { ledgerOf } = roundIndex(result);
  const missing = new Map(result.unmeasured.map(({ form, missing }) => [form.id, missing]));
  const hours = new Map<string, number>([
    ...[...result.cancelled, ...result.locked].map((one): [string, number] => [one.form.id, one.hours]),
    ...result.ledgers.flatMap(({ members, memberHours }) =>
      members.map(({ id }, at): [string, number] => [id, memberHours[at] ?? 0]),
    ),
  ]);
  const found = [...placesOf(result).values()]
    .filter(({ place }) => search.place === undefined || place.is === search.place)
    .filter(({ form, place }) =>
      holds(search.q, [
        form.name,
        officeName(result, form.officeId),
        "ledger" in place ? ledgerOf.get(place.ledger)?.name : null,
        ...form.fields.map(({ label }) => label),
      ]),
    )
    .sort(
      (one, other) =>
        (hours.get(other.form.id) ?? -1) - (hours.get(one.form.id) ?? -1) || (one.form.id < other.form.id ? -1 : 1),
    );
  const page = pageOf(found, search.page);
  const known = found.flatMap(({ form }) => hours.get(form.id) ?? []);
  return (
    <section className="stack" aria-label="全部表单">
      <SearchLine view={view} label="表单、字段或单位">
        <label>
          处理
          <select name="place" defaultValue={search.place ?? ""}>
            <option value="">不限</option>
            {PLACES.map((place) => (
              <option key={place} value={place}>
                {PLACE_LABEL[place]}
              </option>
            ))}
          </select>
        </label>
      </SearchLine>
      {found.length === 0 ? (
        <EmptyState title="没有符合条件的表单">
          <p>减少条件再查找。</p>
        </EmptyState>
      ) : (
        <>
          <p className="soft">
            这 {formatNumber(found.length)} 张表中 {formatNumber(known.length)} 张能测算，现在共{" "}
            {formatNumber(
              known.reduce((sum, one) => sum + one, 0),
              1,
            )}{" "}
            小时/年。
          </p>
          <DataTable
            caption="全部表单"
            rows={page.rows}
            rowKey={({ form }) => form.id}
            columns={[
              { id: "form", title: "表单", cell: ({ form }) => <FormLink form={form} now={now.get(form.id)} /> },
              { id: "office", title: "主办单位", cell: ({ form }) => officeName(result, form.officeId) },
              { id: "place", title: "处理", isShort: true, cell: ({ place }) => PLACE_LABEL[place.is] },
              {
                id: "hours",
                title: "现在工时（小时/年）",
                isNumber: true,
                cell: ({ form }) => (hours.has(form.id) ? formatNumber(hours.get(form.id), 1) : <Unknown />),
              },
              {
                id: "where",
                title: "去向或所缺",
                cell: ({ form, place }) => {
                  switch (place.is) {
                    case "merged":
                    case "alone":
                      return (
                        <Link
                          href={proposalHref(proposal.id, { part: "ledgers", round: search.round, open: place.ledger })}
                        >
                          {place.is === "alone" ? "查看字段" : (ledgerOf.get(place.ledger)?.name ?? place.ledger)}
                        </Link>
                      );
                    case "cancelled":
                      return (
                        <Link
                          href={proposalHref(proposal.id, { part: "cancelled", round: search.round, q: form.name })}
                        >
                          各字段今后从哪里取得
                        </Link>
                      );
                    case "unmeasured":
                      return (
                        <>
                          缺{missing.get(form.id)?.join("、")}
                          {mayPropose && now.get(form.id)?.isRunning ? (
                            <>
                              ，<Link href={`/assets/${form.id}/edit`}>去补齐</Link>
                            </>
                          ) : null}
                        </>
                      );
                    case "locked":
                      return "法定或锁定，不作为其他表的数据来源";
                  }
                },
              },
            ]}
          />
          <RoundPager view={view} page={page} unit="张" />
        </>
      )}
    </section>
  );
}
