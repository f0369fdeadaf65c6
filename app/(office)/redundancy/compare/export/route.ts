import { elementTitle } from "#lib/redundancy/element/element-title.ts";
import type { AlignedField, Alignment, FieldPair } from "#lib/redundancy/form/align.ts";
import { FORM_RELATION_LABEL } from "#lib/redundancy/vocabulary.ts";
import { findActor } from "../../../../_server/actor.ts";
import { readAs } from "../../../../_server/read.ts";
import { xlsxResponse } from "../../../../_server/xlsx.ts";
import { loadComparison } from "../load-comparison.ts";
import { parseComparison } from "../search-params.ts";

const COLUMNS = [
  { title: "类别", width: 24 },
  { title: "甲表栏目", width: 32 },
  { title: "乙表栏目", width: 32 },
  { title: "数据项", width: 28 },
  { title: "各表都有的基本信息", width: 18 },
  { title: "理由", width: 60 },
] as const;
type Row = (string | null)[];

/** Two forms side by side as a workbook: every field of both once, with the number of lines in the last one. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const ids = parseComparison(Object.fromEntries(new URL(request.url).searchParams));
  const comparison = ids && (await readAs(actor, (tx) => loadComparison(tx, actor, ids)));
  if (comparison === undefined) return new Response("没有这两张表，或者您看不到。", { status: 404 });
  const { a, b, alignment, relation } = comparison;
  return xlsxResponse(actor, () => lines(alignment), {
    name: `并排比对-${a.name}-${b.name}`.slice(0, 120),
    columns: COLUMNS,
    cells: (row: Row) => row,
    note: `甲表《${a.name}》（${a.unitName ?? "主办单位未知"}），乙表《${b.name}》（${b.unitName ?? "主办单位未知"}），关系：${FORM_RELATION_LABEL[relation]}`,
  });
}

async function* lines(found: Alignment): AsyncGenerator<Row> {
  for (const [title, pairs] of [
    ["内容相同", found.same],
    ["要人来认定", found.ask],
    ["容易混淆、其实不同", found.near],
  ] as const)
    for (const pair of pairs) yield pairLine(title, pair);
  for (const [title, fields, isA] of [
    ["只有甲表要填", found.onlyA, true],
    ["只有乙表要填", found.onlyB, false],
    ["甲表内又问一遍", found.againA, true],
    ["乙表内又问一遍", found.againB, false],
    ["不参加比对（甲表）", found.asideA, true],
    ["不参加比对（乙表）", found.asideB, false],
  ] as const)
    for (const field of fields) yield fieldLine(title, field, isA);
}

function pairLine(title: string, { a, b, because, header }: FieldPair): Row {
  const names = [...new Set([nameOf(a), nameOf(b)])].join("；");
  return [title, a.label, b.label, names, header ? "是" : "否", because];
}

function fieldLine(title: string, field: AlignedField, isA: boolean): Row {
  const header = field.element === null ? null : field.element.header ? "是" : "否";
  return [title, isA ? field.label : null, isA ? null : field.label, nameOf(field), header, null];
}

const nameOf = ({ element, label }: AlignedField) => (element === null ? null : elementTitle(element.key, [label]));
