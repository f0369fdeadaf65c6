"use client";

import { useEffect, useId, useRef, useState } from "react";
import type { UnitChoice } from "#db/queries/units.ts";
import { ATTRIBUTE_PREFIX } from "#lib/asset/inputs.ts";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { CHECKED_KINDS } from "#lib/redundancy/check/vocabulary.ts";
import { CheckResult } from "../../_components/check-result.tsx";
import { checkedOf, useCheck } from "../../_components/use-check.ts";
import styles from "./asset-form.module.css";

/** What of the form is checked, by the name that the check has for it. */
const CHECKED: Record<(typeof CHECKED_KINDS)[number], Record<string, string>> = {
  form: {
    name: "name",
    unitId: "unitId",
    fields: "fields",
    respondent: `${ATTRIBUTE_PREFIX}respondent`,
    system: `${ATTRIBUTE_PREFIX}system`,
  },
  app: {
    name: "name",
    unitId: "unitId",
    purpose: `${ATTRIBUTE_PREFIX}purpose`,
    functions: `${ATTRIBUTE_PREFIX}functions`,
    matters: `${ATTRIBUTE_PREFIX}matters`,
  },
  group: {
    name: "name",
    unitId: "unitId",
    matter: `${ATTRIBUTE_PREFIX}matter`,
    topic: `${ATTRIBUTE_PREFIX}topic`,
  },
};
const NOTE = `${ATTRIBUTE_PREFIX}note`;
const WHY = "查重后仍需单独设置的原因：";

/**
 * What is like the item that is being entered, above the button that submits it. A warning that must be seen and never a block: the
 * first press leads here, the second submits. Why it is still needed is written into the item's note.
 */
export function DuplicateWarning({
  kind,
  itemId,
  ownUnit,
}: {
  kind: AssetKind;
  /** The item that is being changed. */
  itemId: string | undefined;
  ownUnit: UnitChoice | undefined;
}) {
  const checkedKind = CHECKED_KINDS.find((one) => one === kind);
  if (checkedKind === undefined) return null;
  return <Warning kind={checkedKind} itemId={itemId} ownUnit={ownUnit} />;
}

function Warning({
  kind,
  itemId,
  ownUnit,
}: {
  kind: (typeof CHECKED_KINDS)[number];
  itemId: string | undefined;
  ownUnit: UnitChoice | undefined;
}) {
  const id = useId();
  const root = useRef<HTMLElement>(null);
  const [draft, setDraft] = useState<object | null>(null);
  const [isHeld, setHeld] = useState(false);
  const state = useCheck(draft);
  const checked = checkedOf(state);
  const isDuplicated = checked?.duplicated ?? false;
  const seen = useRef<string | null>(null);
  const current = useRef<string | null>(null);
  current.current = isDuplicated ? (checked?.summary ?? null) : null;

  useEffect(() => {
    const form = root.current?.closest("form");
    if (form == null) return;
    const names = CHECKED[kind];
    const read = () => {
      const all = new FormData(form);
      // Fields that nobody touched are not sent, and count all the same.
      const textOf = (name: string) =>
        form.querySelector<HTMLTextAreaElement>(`[data-checked="${name}"]`)?.value ?? String(all.get(name) ?? "");
      const values = Object.fromEntries(Object.entries(names).map(([own, name]) => [own, textOf(name)]));
      return { kind, exceptId: itemId ?? null, ...values };
    };
    // A stored item is checked once something of it changes that counts.
    const before = JSON.stringify(read());
    const follow = () => {
      const now = read();
      const isEmpty = Object.entries(now).every(
        ([key, value]) => ["kind", "unitId", "exceptId"].includes(key) || value === "",
      );
      setDraft(isEmpty || JSON.stringify(now) === before ? null : now);
    };
    // Before the form's own handler: what has not been seen yet is shown first.
    const hold = (event: SubmitEvent) => {
      if (current.current === null || seen.current === current.current) return;
      seen.current = current.current;
      event.preventDefault();
      event.stopPropagation();
      setHeld(true);
      root.current?.focus();
      root.current?.scrollIntoView?.({ block: "center" });
    };
    form.addEventListener("input", follow);
    form.addEventListener("change", follow);
    form.addEventListener("submit", hold);
    return () => {
      form.removeEventListener("input", follow);
      form.removeEventListener("change", follow);
      form.removeEventListener("submit", hold);
    };
  }, [kind, itemId]);

  /** Puts the reason into the note that is saved with the item, in the place of an earlier one. */
  const keepReason = (reason: string) => {
    const note = root.current?.closest("form")?.elements.namedItem(NOTE);
    if (!(note instanceof HTMLTextAreaElement)) return;
    const others = note.value.split("\n").filter((line) => line !== "" && !line.startsWith(WHY));
    note.value = [...others, ...(reason.trim() === "" ? [] : [`${WHY}${reason.trim()}`])].join("\n");
  };

  return (
    <section
      ref={root}
      tabIndex={-1}
      className={`panel ${styles.warning}`}
      aria-labelledby={`${id}-title`}
      data-duplicated={isDuplicated || undefined}
      hidden={draft === null}
    >
      <h2 id={`${id}-title`}>{isDuplicated ? "提交之前请看：别处已有相近的" : "查重"}</h2>
      {isHeld && isDuplicated ? <p role="alert">看过以下情况后，仍要提交的，再按一次提交按钮。</p> : null}
      {ownUnit === undefined ? null : <p className="soft small">别的单位的条目只显示名称和单位。</p>}
      <CheckResult state={state} />
      {isDuplicated ? (
        <label className={styles.why}>
          为什么仍然需要（一句话，写入备注）
          <input maxLength={200} onChange={(event) => keepReason(event.target.value)} />
        </label>
      ) : null}
    </section>
  );
}
