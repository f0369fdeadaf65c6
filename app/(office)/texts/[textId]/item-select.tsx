"use client";

import { Select } from "antd";
import { useEffect, useState } from "react";
import type { ItemChoice } from "../item-choice.ts";
import type { ProposedItem } from "./reader-hit.ts";

/** A pause in typing, after which the register is asked. */
const PAUSE = 250;

const labelOf = ({ name, kind, unitName }: ItemChoice) => `${name}（${kind}，${unitName ?? "单位未知"}）`;

/** Which item is concerned: those that the text names first, and any of the register by typing part of its name. */
export function ItemSelect({
  proposals,
  value,
  onChange,
}: {
  proposals: readonly ProposedItem[];
  value: ItemChoice | null;
  onChange: (item: ItemChoice | null) => void;
}) {
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<{ typed: string; items: ItemChoice[] } | null>(null);
  const isSearching = typed !== "" && found?.typed !== typed;
  useEffect(() => {
    if (typed === "") return;
    const gone = new AbortController();
    const wait = setTimeout(async () => {
      try {
        const answer = await fetch(`/texts/items?q=${encodeURIComponent(typed)}`, { signal: gone.signal });
        setFound({ typed, items: answer.ok ? ((await answer.json()) as ItemChoice[]) : [] });
      } catch {
        // A newer search took its place, or the connection broke: the list then says that nothing was found.
        if (!gone.signal.aborted) setFound({ typed, items: [] });
      }
    }, PAUSE);
    return () => {
      clearTimeout(wait);
      gone.abort();
    };
  }, [typed]);

  const items = typed === "" ? [] : (found?.items ?? []);
  const known = new Map([...items, ...(value === null ? [] : [value]), ...proposals].map((item) => [item.id, item]));
  const named = proposals.map((item) => ({ value: item.id, label: labelOf(item), title: item.why }));
  const isNamed = new Set(proposals.map(({ id }) => id));
  const others = (typed === "" ? (value === null ? [] : [value]) : items)
    .filter(({ id }) => !isNamed.has(id))
    .map((item) => ({ value: item.id, label: labelOf(item) }));
  return (
    <>
      <Select
        aria-label="条目"
        showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
        allowClear
        placeholder="输入名称查找条目"
        notFoundContent={
          typed === "" ? "文中没有写到台账里的条目，请输入名称查找" : isSearching ? "正在查找" : "没有找到，换个词试试"
        }
        value={value?.id}
        labelRender={() => (value === null ? "" : labelOf(value))}
        options={[
          ...(named.length > 0 ? [{ label: "文中写到的", options: named }] : []),
          ...(others.length > 0 ? [{ label: typed === "" ? "已选的" : "台账中查到的", options: others }] : []),
        ]}
        onChange={(id: string | undefined) => {
          onChange(id === undefined ? null : (known.get(id) ?? null));
          setTyped("");
        }}
      />
      <Why proposals={proposals} value={value} />
    </>
  );
}

function Why({ proposals, value }: { proposals: readonly ProposedItem[]; value: ItemChoice | null }) {
  const proposed = proposals.find(({ id }) => id === value?.id);
  if (proposed !== undefined) return <p className="soft small">按原文推荐：{proposed.why}这个名称，请核对。</p>;
  if (value !== null) return <p className="soft small">与上一处所选相同，或由您选定，请核对。</p>;
  return <p className="soft small">文中没有写到台账里的条目。</p>;
}
