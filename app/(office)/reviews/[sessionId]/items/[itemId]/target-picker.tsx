"use client";

import { Select } from "antd";
import { useEffect, useState } from "react";
import { ASSET_STATE_LABEL, type AssetState } from "#lib/asset/vocabulary.ts";

type Target = { id: string; name: string; unitName: string | null; state: AssetState };
const PAUSE_MS = 250;

/** Picks the item to merge into, by part of its name. */
export function TargetPicker({
  id,
  href,
  value,
  onChange,
}: {
  id: string;
  href: string;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}) {
  const [text, setText] = useState("");
  const [targets, setTargets] = useState<Target[] | "failed" | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const load = async () => {
      try {
        const answer = await fetch(`${href}?q=${encodeURIComponent(text)}`, { signal: abort.signal });
        setTargets(answer.ok && !answer.redirected ? ((await answer.json()) as Target[]) : "failed");
      } catch {
        // Aborted because the text changed, or the network failed: only the latter is shown.
        if (!abort.signal.aborted) setTargets("failed");
      }
    };
    const pause = setTimeout(load, PAUSE_MS);
    return () => {
      clearTimeout(pause);
      abort.abort();
    };
  }, [href, text]);
  const found = Array.isArray(targets) ? targets : [];
  return (
    <Select<string>
      id={id}
      showSearch
      allowClear
      filterOption={false}
      loading={targets === null}
      style={{ width: "100%" }}
      placeholder="输入名称查找同类条目"
      value={value}
      onSearch={setText}
      onChange={onChange}
      notFoundContent={
        targets === null ? "正在查找" : targets === "failed" ? "没有查到，请检查网络后重试" : "没有名称相符的同类条目"
      }
      options={found.map((target) => ({
        value: target.id,
        label: `${target.name}（${target.unitName ?? "主办单位未知"}${target.state === "in_use" ? "" : `，${ASSET_STATE_LABEL[target.state]}`}）`,
      }))}
    />
  );
}
