import Link from "next/link";
import { WORK_LINE_LABEL } from "#lib/asset/vocabulary.ts";
import { formatNumber } from "#lib/format/number.ts";
import type { ElementWaste, FormWaste, LineWaste, OfficePairWaste } from "#lib/redundancy/waste/cuts.ts";
import { officeName, type RedundancyInput } from "#lib/redundancy/waste/input.ts";
import { WASTE_CAUSE_LABEL, WASTE_CAUSES, type WasteCause, wastedHours } from "#lib/redundancy/waste/waste.ts";
import { DataTable, type TableColumn } from "../../_components/data-table.tsx";
import { Unknown } from "../../_components/tags.tsx";
import { HoursLink, HoursText } from "./hours-text.tsx";
import { elementHref, elementsHref, type WasteSearch } from "./search-params.ts";

type Row = { wasted: Record<WasteCause, number> };

const causeColumns = <R extends Row>(): TableColumn<R>[] =>
  WASTE_CAUSES.map((cause) => ({
    id: cause,
    title: WASTE_CAUSE_LABEL[cause],
    isNumber: true,
    cell: ({ wasted }) => <HoursText hours={wasted[cause]} />,
  }));

/** Elements with what is wasted of them; each opens its own page. */
export function ElementTable({ rows, search }: { rows: readonly ElementWaste[]; search: WasteSearch }) {
  const columns: TableColumn<ElementWaste>[] = [
    {
      id: "name",
      title: "数据项",
      cell: ({ element }) => <Link href={elementHref(element.element, search)}>{element.name}</Link>,
    },
    {
      id: "wasted",
      title: "可省（小时/年）",
      isNumber: true,
      cell: ({ wasted }) => <HoursText hours={wastedHours(wasted)} />,
    },
    ...causeColumns<ElementWaste>(),
    { id: "hours", title: "共花（小时/年）", isNumber: true, cell: ({ hours }) => <HoursText hours={hours} /> },
    { id: "forms", title: "表", isNumber: true, cell: ({ forms }) => formatNumber(forms) },
    { id: "offices", title: "单位", isNumber: true, cell: ({ offices }) => formatNumber(offices) },
  ];
  return <DataTable caption="数据项" columns={columns} rows={rows} rowKey={({ element }) => String(element.element)} />;
}

/** Units whose forms repeat each other; each opens what they repeat. */
export function PairTable({
  rows,
  input,
  search,
}: {
  rows: readonly OfficePairWaste[];
  input: RedundancyInput;
  search: WasteSearch;
}) {
  const columns: TableColumn<OfficePairWaste>[] = [
    { id: "pair", title: "两个单位", cell: (row) => pairName(row, input) },
    {
      id: "hours",
      title: "相互重复（小时/年）",
      isNumber: true,
      cell: (row) => (
        <HoursLink
          hours={row.hours}
          href={elementsHref({ search: { region: search.region }, pair: [row.one, row.other] })}
          about={pairName(row, input)}
        />
      ),
    },
    { id: "elements", title: "数据项", isNumber: true, cell: ({ elements }) => formatNumber(elements) },
    { id: "forms", title: "表", isNumber: true, cell: ({ forms }) => formatNumber(forms) },
  ];
  return <DataTable caption="成对单位" columns={columns} rows={rows} rowKey={({ one, other }) => `${one} ${other}`} />;
}

/** Two units by name; one and the same by one name. */
export function pairName({ one, other }: { one: string; other: string }, input: RedundancyInput): string {
  return one === other
    ? `${officeName(input, one)}（自己的几张表之间）`
    : `${officeName(input, one)}、${officeName(input, other)}`;
}

/** Lines of work; each opens the elements that its forms ask for. */
export function LineTable({ rows, search }: { rows: readonly LineWaste[]; search: WasteSearch }) {
  const label = ({ workLine }: LineWaste) => (workLine === null ? "条线未知" : WORK_LINE_LABEL[workLine]);
  const columns: TableColumn<LineWaste>[] = [
    { id: "line", title: "条线", cell: label },
    {
      id: "wasted",
      title: "可省（小时/年）",
      isNumber: true,
      cell: (row) => (
        <HoursLink
          hours={wastedHours(row.wasted)}
          href={elementsHref({ search: { ...search, line: row.workLine ?? "unknown" } })}
          about={label(row)}
        />
      ),
    },
    ...causeColumns<LineWaste>(),
    { id: "forms", title: "已测算的表", isNumber: true, cell: ({ forms }) => formatNumber(forms) },
    { id: "unmeasured", title: "无法测算的表", isNumber: true, cell: ({ unmeasured }) => formatNumber(unmeasured) },
  ];
  return <DataTable caption="条线" columns={columns} rows={rows} rowKey={({ workLine }) => workLine ?? "unknown"} />;
}

/** Forms; each opens its own page, and its hours the elements that it asks for. */
export function FormTable({
  rows,
  input,
  search,
}: {
  rows: readonly FormWaste[];
  input: RedundancyInput;
  search: WasteSearch;
}) {
  const columns: TableColumn<FormWaste>[] = [
    { id: "form", title: "表", cell: ({ form }) => <Link href={`/assets/${form.id}`}>{form.name}</Link> },
    {
      id: "unit",
      title: "主办单位",
      cell: ({ form }) => input.officeNames[form.officeId] ?? <Unknown />,
    },
    {
      id: "wasted",
      title: "可省（小时/年）",
      isNumber: true,
      cell: ({ form, wasted }) => (
        <HoursLink
          hours={wastedHours(wasted)}
          href={elementsHref({ search: { region: search.region, form: form.id } })}
          about={form.name}
        />
      ),
    },
    ...causeColumns<FormWaste>(),
    { id: "hours", title: "填录共花（小时/年）", isNumber: true, cell: ({ hours }) => <HoursText hours={hours} /> },
    { id: "elements", title: "数据项", isNumber: true, cell: ({ elements }) => formatNumber(elements) },
  ];
  return <DataTable caption="表" columns={columns} rows={rows} rowKey={({ form }) => form.id} />;
}
