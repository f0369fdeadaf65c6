"use client";

import { Alert, Button, Drawer } from "antd";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useId, useMemo, useState } from "react";
import { ASSET_KIND_LABEL, ASSET_KINDS, type AssetKind } from "#lib/asset/vocabulary.ts";
import { type DraftEntry, entryFrom, entryKey, saysTheSame, standingEntry } from "#lib/risk/draft.ts";
import type { Pack } from "#lib/risk/pack.ts";
import { diffPacks } from "#lib/risk/pack-diff.ts";
import { PROBLEM_CLASS_LABEL, PROBLEM_CLASSES } from "#lib/risk/problem-class.ts";
import { LinkButton } from "../../../_components/link-button.tsx";
import { savePackDraftAction } from "../actions.ts";
import { DifferenceList } from "../difference-list.tsx";
import { DiscardDraft } from "./discard-draft.tsx";
import styles from "./draft.module.css";
import { EntryForm, type Refusal } from "./entry-form.tsx";
import { keptKeys } from "./kept-values.ts";
import { RuleRowItem } from "./rule-row-item.tsx";
import { isShown, type RowFilter, ruleRows } from "./rule-rows.ts";

type Open = { entry: DraftEntry; isNewPart: boolean } | null;

/** A region's own rules: every rule there is, what stands above, and what this office sets otherwise. */
export function DraftEditor({
  regionCode,
  regionName,
  regions,
  actorId,
  above,
  aboveName,
  applied,
  draft,
}: {
  regionCode: string;
  regionName: string;
  regions: readonly { code: string; name: string }[];
  actorId: string;
  above: Pack;
  aboveName: string;
  /** What the region applies now. */
  applied: readonly DraftEntry[];
  /** Null: none was begun; then editing begins with what is applied. */
  draft: { revision: number; rules: DraftEntry[] } | null;
}) {
  const id = useId();
  const router = useRouter();
  const [open, setOpen] = useState<Open>(null);
  const [saved, setSaved] = useState<{ revision: number; rules: DraftEntry[]; over: unknown } | null>(null);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const given = draft?.revision ?? 0;
  // What was just saved stands until the server shows the page anew, which is when its properties are other objects.
  const isAhead = saved !== null && saved.over === applied;
  const revision = isAhead ? saved.revision : given;
  const rules = isAhead ? saved.rules : (draft?.rules ?? applied);
  const rows = useMemo(() => ruleRows(above, rules, regionCode), [above, rules, regionCode]);
  const differences = useMemo(
    () => diffPacks({ regionCode, rules: applied }, { regionCode, rules }, above),
    [above, applied, rules, regionCode],
  );
  const names = useMemo(() => new Map(regions.map(({ code, name }) => [code, name])), [regions]);
  const [filter, setFilter] = useFilter();

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the browser keeps changes with the form
  useEffect(() => {
    setKept(new Set(keptKeys(actorId)));
  }, [open, actorId]);

  const save = async (next: DraftEntry[]): Promise<Refusal | null> => {
    const answer = await savePackDraftAction(null, { regionCode, revision, rules: next });
    if (!answer.ok) return { code: answer.code, message: answer.message };
    setSaved({ revision: answer.result.revision, rules: next, over: applied });
    return null;
  };
  const others = (entry: DraftEntry) => rules.filter((one) => entryKey(one) !== entryKey(entry));
  const shown = rows.filter((row) => isShown(row, filter));
  const isInDraft = open !== null && rules.some((one) => entryKey(one) === entryKey(open.entry));
  return (
    <>
      <section className="panel stack" aria-label="草稿与现行规则的差别">
        <div className="row spread">
          <h2>与现行规则的差别（{differences.length}）</h2>
          <div className="row">
            <LinkButton href={revision === 0 || differences.length === 0 ? undefined : "/rules/draft/dry-run"}>
              试算
            </LinkButton>
            <LinkButton
              type="primary"
              href={revision === 0 || differences.length === 0 ? undefined : "/rules/draft/publish"}
            >
              发布
            </LinkButton>
            {revision === 0 ? null : <DiscardDraft regionCode={regionCode} revision={revision} />}
          </div>
        </div>
        {differences.length === 0 ? (
          <p className="soft">还没有改动。在下面的规则里点“修改”或“启用”，保存后先成为草稿。</p>
        ) : (
          <DifferenceList differences={differences} own={regionCode} nameOf={names} />
        )}
      </section>
      {rules.some((one) => !rows.some(({ rule }) => rule.id === one.ruleId)) ? (
        <Retired rules={rules} rows={rows} onRemove={(next) => void save(next)} />
      ) : null}
      <search className={styles.filter}>
        <div>
          <label htmlFor={`${id}-0`}>查找规则</label>
          <input
            id={`${id}-0`}
            type="search"
            value={filter.q}
            placeholder="如：限额、打卡"
            onChange={(event) => setFilter({ ...filter, q: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor={`${id}-1`}>种类</label>
          <select
            id={`${id}-1`}
            value={filter.kind}
            onChange={(event) => setFilter({ ...filter, kind: event.target.value as AssetKind | "" })}
          >
            <option value="">全部种类</option>
            {ASSET_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {ASSET_KIND_LABEL[kind]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor={`${id}-2`}>显示</label>
          <select
            id={`${id}-2`}
            value={filter.show}
            onChange={(event) => setFilter({ ...filter, show: event.target.value as RowFilter["show"] })}
          >
            <option value="all">全部规则</option>
            <option value="own">只看本级另行规定的</option>
            <option value="off">只看未启用的</option>
          </select>
        </div>
        <p role="status" className="soft">
          {shown.length} 条
        </p>
      </search>
      {shown.length === 0 ? <p className="soft">没有这样的规则，请换个词或放宽条件。</p> : null}
      {PROBLEM_CLASSES.map((problemClass) => {
        const ofClass = shown.filter(({ rule }) => rule.problemClass === problemClass);
        return ofClass.length === 0 ? null : (
          <section key={problemClass} className="panel" aria-labelledby={problemClass}>
            <h2 id={problemClass}>
              {PROBLEM_CLASS_LABEL[problemClass]}（{ofClass.length}）
            </h2>
            <ul className={styles.rows}>
              {ofClass.map((row) => (
                <RuleRowItem
                  key={`${row.rule.id}.${row.kind}`}
                  row={row}
                  names={names}
                  aboveName={aboveName}
                  hasParts={regions.length > 0}
                  isKept={(entry) => kept.has(entryKey(entry))}
                  regionCode={regionCode}
                  onEdit={(entry) =>
                    setOpen({ entry: entry ?? entryFrom(above, row.rule, row.kind, regionCode), isNewPart: false })
                  }
                  onAddPart={() => {
                    const [first] = regions.filter(({ code }) => !row.parts.some((one) => one.regionCode === code));
                    if (first === undefined) return;
                    const begun = row.own ?? entryFrom(above, row.rule, row.kind, regionCode);
                    setOpen({ entry: { ...begun, regionCode: first.code }, isNewPart: true });
                  }}
                />
              ))}
            </ul>
          </section>
        );
      })}
      <Drawer
        open={open !== null}
        onClose={() => setOpen(null)}
        size={560}
        destroyOnHidden
        styles={{ wrapper: { maxWidth: "100vw" } }}
        title={open === null ? "" : titleOf(open.entry, rows, open.isNewPart ? undefined : names)}
      >
        {open === null ? null : (
          <EntryForm
            key={entryKey(open.entry)}
            entry={open.entry}
            above={above}
            aboveName={aboveName}
            packRegion={regionCode}
            regionName={regionName}
            regions={open.isNewPart ? regions : []}
            taken={
              new Set(
                open.isNewPart
                  ? rules
                      .filter((one) => one.ruleId === open.entry.ruleId && one.kinds[0] === open.entry.kinds[0])
                      .map((one) => one.regionCode)
                  : [],
              )
            }
            actorId={actorId}
            onSave={(entry) => {
              const standing = standingEntry(above, entry.ruleId, entry.kinds[0], entry.regionCode);
              const isAsAbove =
                entry.regionCode === regionCode && standing !== undefined && saysTheSame(entry, standing);
              return save(isAsAbove ? others(entry) : [...others(entry), entry]);
            }}
            onReset={isInDraft ? () => save(others(open.entry)) : undefined}
            onReload={() => {
              setSaved(null);
              router.refresh();
            }}
            onClose={() => setOpen(null)}
          />
        )}
      </Drawer>
    </>
  );
}

function titleOf(entry: DraftEntry, rows: ReturnType<typeof ruleRows>, names: ReadonlyMap<string, string> | undefined) {
  const rule = rows.find((row) => row.rule.id === entry.ruleId)?.rule;
  const where = names?.get(entry.regionCode);
  return `${rule?.title ?? entry.ruleId}（${ASSET_KIND_LABEL[entry.kinds[0]]}${where === undefined ? "" : `，${where}`}）`;
}

function Retired({
  rules,
  rows,
  onRemove,
}: {
  rules: readonly DraftEntry[];
  rows: ReturnType<typeof ruleRows>;
  onRemove: (rest: DraftEntry[]) => void;
}) {
  const rest = rules.filter((one) => rows.some(({ rule }) => rule.id === one.ruleId));
  return (
    <Alert
      type="warning"
      showIcon
      title={`有 ${rules.length - rest.length} 条规定所依据的规则已停用，不再参与研判，去掉后才能发布。`}
      action={<Button onClick={() => onRemove(rest)}>去掉</Button>}
    />
  );
}

/** What is shown stands in the address, so that a sent link shows the same; typing does not wait for the address. */
function useFilter(): [RowFilter, (filter: RowFilter) => void] {
  const params = useSearchParams();
  const [filter, setFilter] = useState<RowFilter>(() => ({
    q: params.get("q") ?? "",
    kind: ASSET_KINDS.find((one) => one === params.get("kind")) ?? "",
    show: (["own", "off"] as const).find((one) => one === params.get("show")) ?? "all",
  }));
  return [
    filter,
    (next) => {
      setFilter(next);
      const query = new URLSearchParams();
      if (next.q !== "") query.set("q", next.q);
      if (next.kind !== "") query.set("kind", next.kind);
      if (next.show !== "all") query.set("show", next.show);
      window.history.replaceState(null, "", query.size === 0 ? "/rules/draft" : `/rules/draft?${query}`);
    },
  ];
}
