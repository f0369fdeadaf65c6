import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { type AskingForm, formsAsking } from "#db/queries/data-elements.ts";
import { can } from "#lib/actor.ts";
import { formatNumber } from "#lib/format/number.ts";
import { toldOf } from "#lib/redundancy/catalogue/file-columns.ts";
import { changesOf } from "#lib/redundancy/catalogue/import-plan.ts";
import { readNames } from "#lib/redundancy/catalogue/link.ts";
import { IDENTIFYING } from "#lib/redundancy/catalogue/standard/identifying.ts";
import { STANDARD_DATA_ELEMENTS } from "#lib/redundancy/catalogue/standard/index.ts";
import { elementName } from "#lib/redundancy/element/element-name.ts";
import { DataTable, type TableColumn } from "../../../../_components/data-table.tsx";
import { LinkButton } from "../../../../_components/link-button.tsx";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { Unknown } from "../../../../_components/tags.tsx";
import { read } from "../../../../_server/read.ts";
import { ElementFacts } from "../element-facts.tsx";
import { loadCatalogue, ownerText } from "../load-catalogue.ts";
import { dataElementHref } from "../search-params.ts";
import { RemoveButton } from "./remove-button.tsx";

export const metadata: Metadata = { title: "数据元" };

/** Forms that are listed; all are counted. */
const MOST = 200;

const COLUMNS: TableColumn<AskingForm>[] = [
  { id: "name", title: "报表", cell: ({ id, name }) => <Link href={`/assets/${id}`}>{name}</Link> },
  { id: "unit", title: "主办单位", cell: ({ unitName }) => unitName ?? <Unknown /> },
  { id: "label", title: "表上的叫法", cell: ({ label }) => label },
];

const WHY = {
  handling: "只用来办理表单，不算数据",
  own_matter: "离开表单看不出是谁的、什么事的",
};

export default async function DataElementPage({ params }: { params: Promise<{ identifier: string }> }) {
  const identifier = decodeURIComponent((await params).identifier);
  const found = await read(async (tx, actor) => {
    const loaded = await loadCatalogue(tx, actor.scope);
    const row = loaded.rows.find(({ element }) => element.identifier === identifier);
    const elementIds = row?.items.map(({ id }) => id) ?? [];
    return (
      row && { actor, loaded, row, asking: await formsAsking(tx, { regionCode: actor.scope, elementIds, most: MOST }) }
    );
  });
  if (found === undefined) notFound();
  const { actor, loaded, row, asking } = found;
  const { element, items, forms } = row;
  const { own } = element;
  const isOurs = own?.regionCode === actor.scope;
  const mayEdit = can(actor, "edit_data_elements");
  const standard = own === null ? undefined : STANDARD_DATA_ELEMENTS.find((one) => one.identifier === identifier);
  const changes = standard === undefined ? [] : changesOf(toldOf(standard), toldOf(element), loaded.unitNames);
  const { unread } = readNames(element);
  return (
    <>
      <PageHeader
        title={element.name}
        note={`${identifier}，${ownerText(element, actor.scope, loaded.regionNames)}`}
        actions={
          <>
            {mayEdit ? (
              <>
                <LinkButton type="primary" href={`${dataElementHref(identifier)}/edit`}>
                  {isOurs ? "修改" : "改为本机关的"}
                </LinkButton>
                {isOurs ? <RemoveButton id={own.id} version={own.version} replaces={own.replaces} /> : null}
              </>
            ) : null}
            <LinkButton href="/redundancy/catalogue">返回目录</LinkButton>
          </>
        }
      />
      <ElementFacts
        element={element}
        unitName={own?.sourceUnitId == null ? undefined : loaded.unitNames.get(own.sourceUnitId)}
      />
      {unread.length === 0 ? null : (
        <p className="soft">
          不能用来对应报表字段的名称：
          {unread.map(({ name, why }) => `“${name}”（${WHY[why]}）`).join("、")}。
        </p>
      )}
      {changes.length === 0 ? null : (
        <section className="panel" aria-labelledby="changes">
          <h2 id="changes">与随产品提供的不同</h2>
          <DataTable
            caption="与随产品提供的不同"
            columns={[
              { id: "column", title: "项", cell: ({ column }) => column },
              { id: "from", title: "随产品提供", cell: ({ from }) => (from === "" ? "（空）" : from) },
              { id: "to", title: "现在", cell: ({ to }) => (to === "" ? "（空）" : to) },
            ]}
            rows={changes}
            rowKey={({ column }) => column}
          />
        </section>
      )}
      <section className="stack" aria-labelledby="asked">
        <h2 id="asked">本地谁在要（{formatNumber(forms)} 张表）</h2>
        {forms === 0 ? (
          <p className="soft">您能看到的在用报表里，没有一张要这项数据。</p>
        ) : (
          <>
            <p>
              报表里识别出的数据项：
              {items.map(({ id, key, forms: count }, at) => (
                <span key={id}>
                  {at === 0 ? "" : "、"}
                  <Link href={`/redundancy/elements/${id}`}>{elementName(key)}</Link>（{formatNumber(count)} 张表）
                </span>
              ))}
              。
              {IDENTIFYING.has(identifier)
                ? "它用来查找是谁、在哪里，要它本身不算“其他部门已有的数据仍要基层填报”。"
                : null}
            </p>
            <DataTable caption="在要这项数据的报表" columns={COLUMNS} rows={asking} rowKey={({ id }) => id} />
            {asking.length < forms ? (
              <p className="soft">只列出前 {formatNumber(asking.length)} 张，全部见上面的数据项。</p>
            ) : null}
          </>
        )}
      </section>
    </>
  );
}
