import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { countByKind } from "#db/queries/assets.ts";
import { findUnit } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { ASSET_KIND_LABEL, ASSET_KINDS, RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import { REGION_LEVEL_LABEL } from "#lib/region/region.ts";
import { creditCodeWarning } from "#lib/unit/credit-code.ts";
import { UNIT_TYPE_LABEL } from "#lib/unit/unit.ts";
import { LinkButton } from "../../../_components/link-button.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { Unknown } from "../../../_components/tags.tsx";
import { read } from "../../../_server/read.ts";
import { assetsHref, NO_SEARCH } from "../../assets/search-params.ts";
import styles from "../page.module.css";

type Props = { params: Promise<{ unitId: string }> };

const load = cache((id: string) =>
  read(async (tx, actor) => {
    const unit = z.uuid().safeParse(id).success ? await findUnit(tx, id) : undefined;
    return unit && { unit, actor, counts: await countByKind(tx, { unit: id }) };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).unitId))?.unit.name ?? "没有找到" };
}

export default async function UnitPage({ params }: Props) {
  const found = await load((await params).unitId);
  if (found === undefined) notFound();
  const { unit, actor, counts } = found;
  const warning = unit.creditCode === null ? undefined : creditCodeWarning(unit.creditCode);
  return (
    <>
      <PageHeader
        title={unit.name}
        actions={
          can(actor, "edit_units") ? (
            <LinkButton type="primary" href={`/units/${unit.id}/edit`}>
              修改
            </LinkButton>
          ) : null
        }
      />
      <section className="panel" aria-label="基本情况">
        <dl className={styles.facts}>
          <div>
            <dt>类型</dt>
            <dd>{unit.type === null ? <Unknown /> : UNIT_TYPE_LABEL[unit.type]}</dd>
          </div>
          <div>
            <dt>行政区划</dt>
            <dd>
              {unit.regionName ?? unit.regionCode}（{REGION_LEVEL_LABEL[unit.level]}）
            </dd>
          </div>
          <div>
            <dt>在编人数</dt>
            <dd>{unit.headcount === null ? <Unknown /> : `${unit.headcount.toLocaleString("zh-CN")} 人`}</dd>
          </div>
          <div>
            <dt>统一社会信用代码</dt>
            <dd>
              {unit.creditCode ?? <Unknown />}
              {warning === undefined ? null : <p className="small">请核对：{warning}</p>}
            </dd>
          </div>
        </dl>
      </section>
      <section className="panel" aria-labelledby="items">
        <h2 id="items">主办的条目</h2>
        <dl className={styles.facts}>
          {ASSET_KINDS.map((kind) => (
            <div key={kind}>
              <dt>{ASSET_KIND_LABEL[kind]}</dt>
              <dd>
                {counts[kind] === 0 ? (
                  "0 条"
                ) : (
                  <>
                    <Link href={assetsHref({ ...NO_SEARCH, filter: { unit: unit.id, kinds: [kind] } })}>
                      共 {counts[kind]} 条
                    </Link>
                    ，在运行{" "}
                    <Link
                      href={assetsHref({
                        ...NO_SEARCH,
                        filter: { unit: unit.id, kinds: [kind], states: [...RUNNING_STATES] },
                      })}
                    >
                      {unit.running[kind] ?? 0} 条
                    </Link>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
