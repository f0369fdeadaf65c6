"use client";

import { Alert, Button } from "antd";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import type { UnitChoice } from "#db/queries/units.ts";
import { MAX_FILE_BYTES } from "#lib/document/limits.ts";
import { describeText } from "#lib/scan/describe-text.ts";
import { MAX_TEXT } from "#lib/scan/inputs.ts";
import { TEXT_KIND_LABEL, TEXT_KINDS } from "#lib/scan/vocabulary.ts";
import { maskPersonal, personalText } from "#lib/text/personal.ts";
import { ChoiceControl, Field } from "../../../_components/field.tsx";
import { UnitControl } from "../../../_components/unit-control.tsx";
import styles from "../texts.module.css";
import { FileOutcomes, type FileState } from "./file-outcomes.tsx";
import { type About, type Outcome, sendText } from "./send-text.ts";

const ACCEPT = ".docx,.docm,.xlsx,.xlsm,.txt,.text,.md,.html,.htm,.pdf";
const NONE = {};

/** Takes a text that is pasted, or any number of files; what is left blank is read from the words. */
export function AddForm({ units }: { units: UnitChoice[] }) {
  const id = useId();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<Exclude<Outcome, { is: "added" }> | null>(null);
  const [files, setFiles] = useState<FileState[]>([]);
  const [proposed, setProposed] = useState<{ title: string; number: string | null; day: string | null } | null>(null);
  const [personal, setPersonal] = useState<string | null>(null);
  const [isMasking, setMasking] = useState(true);
  const abort = useRef<AbortController | null>(null);

  const read = (words: string) => {
    setRefused(null);
    setProposed(words.trim() === "" ? null : describeText(words));
    setPersonal(personalText(maskPersonal(words).counts));
  };
  const maskHere = () => {
    const field = form.current?.elements.namedItem("content");
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.value = maskPersonal(field.value).text;
    read(field.value);
    field.focus();
  };

  const about = (): About => {
    const given = new FormData(form.current ?? undefined);
    const of = (name: string) => String(given.get(name) ?? "");
    return {
      kind: of("kind"),
      unitId: of("unitId"),
      title: of("title"),
      source: of("source"),
      issuedOn: of("issuedOn"),
      personal: isMasking ? "mask" : "keep",
    };
  };

  async function sendPasted() {
    const content = String(new FormData(form.current ?? undefined).get("content") ?? "");
    if (content.trim() === "") {
      setRefused({ is: "refused", message: "请先粘贴文本内容；要传文件的，用下面的“选择文件”" });
      return;
    }
    setSending(true);
    const outcome = await sendText(content, about());
    setSending(false);
    if (outcome.is === "added") router.push(`/texts/${outcome.id}`);
    else setRefused(outcome);
  }

  async function sendFiles(chosen: File[]) {
    if (chosen.length === 0) return;
    const running = new AbortController();
    abort.current = running;
    setSending(true);
    setRefused(null);
    setFiles(chosen.map((file) => ({ name: file.webkitRelativePath || file.name, outcome: null })));
    // Title, number and day are each document's own.
    const { kind, unitId, personal } = about();
    for (const [index, file] of chosen.entries()) {
      const outcome: Outcome = running.signal.aborted
        ? { is: "refused", message: "已取消，这一份没有登记" }
        : file.size > MAX_FILE_BYTES
          ? { is: "refused", message: `文件超过 ${MAX_FILE_BYTES / 1024 / 1024} MB 的上限，请拆成几个文件` }
          : await sendText(file, { kind, unitId, personal }, running.signal);
      setFiles((states) => states.map((state, at) => (at === index ? { ...state, outcome } : state)));
    }
    setSending(false);
    router.refresh();
  }

  return (
    <form
      ref={form}
      className="stack"
      aria-label="登记文本"
      onSubmit={(event) => {
        event.preventDefault();
        void sendPasted();
      }}
    >
      <section className="panel" aria-labelledby={`${id}-shared`}>
        <h2 id={`${id}-shared`}>类型和发文单位</h2>
        <div className={styles.fields}>
          <Field name="kind" label="类型" help="不选时按标题判断" errors={NONE}>
            {(control) => (
              <ChoiceControl
                control={control}
                blank="按标题判断"
                options={TEXT_KINDS.map((kind) => ({ value: kind, label: TEXT_KIND_LABEL[kind] }))}
              />
            )}
          </Field>
          <Field name="unitId" label="发文单位" help="不选时按落款判断，判断不了的为未知" errors={NONE}>
            {(control) => <UnitControl control={control} units={units} defaultValue={undefined} />}
          </Field>
        </div>
        <label className={styles.masking}>
          <input type="checkbox" checked={isMasking} onChange={(event) => setMasking(event.target.checked)} />{" "}
          手机号、身份证号遮盖为 *** 后再登记（判断负担用不到这些号码）
        </label>
      </section>
      <section className="panel stack" aria-labelledby={`${id}-paste`}>
        <h2 id={`${id}-paste`}>粘贴一份</h2>
        <Field
          name="content"
          label="文本内容"
          help={`粘贴原文全文，不要粘贴聊天记录。${isMasking ? "其中的手机号、身份证号登记时自动换成 ***，不保存。" : ""}`}
          errors={NONE}
          wide
        >
          {(control) => (
            <textarea {...control} rows={12} maxLength={MAX_TEXT} onChange={(event) => read(event.target.value)} />
          )}
        </Field>
        <div className={styles.fields}>
          <Field name="title" label="标题" help="不填时取文中标题" errors={NONE}>
            {(control) => <input {...control} maxLength={200} placeholder={proposed?.title} />}
          </Field>
          <Field name="source" label="文号或来源" help="如文号、群名称、谁提供的" errors={NONE}>
            {(control) => <input {...control} maxLength={200} placeholder={proposed?.number ?? undefined} />}
          </Field>
          <Field
            name="issuedOn"
            label="日期"
            help={proposed?.day ? `不填时取文末日期 ${proposed.day}` : "不填时取文末日期"}
            errors={NONE}
          >
            {(control) => <input {...control} type="date" />}
          </Field>
        </div>
        {personal === null ? null : (
          <Alert
            type="warning"
            showIcon
            title={`文中有${personal}。${isMasking ? "登记时遮盖为 ***，原号码不保存。" : "您选择了不遮盖，原号码会保存下来，请确认这些不是个人的号码。"}`}
            action={<Button onClick={maskHere}>现在就换成 ***</Button>}
          />
        )}
        {refused === null ? null : (
          <Alert
            role="alert"
            type={refused.is === "known" ? "info" : "error"}
            showIcon
            title={refused.message}
            action={refused.is === "known" ? <Link href={`/texts/${refused.id}`}>打开已有的文本</Link> : undefined}
          />
        )}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={isSending && files.length === 0} disabled={isSending}>
            登记并扫描
          </Button>
        </div>
      </section>
      <section className="panel stack" aria-labelledby={`${id}-files`}>
        <h2 id={`${id}-files`}>上传文件</h2>
        <p className="soft">
          {"可以一次选多个，也可以选一个文件夹：Word（.docx）、Excel（.xlsx）、文本、网页、带文字的 PDF。" +
            "每个文件各自登记，一个读不出不影响其他。"}
        </p>
        <div className="row">
          <FileButton label="选择文件" isBusy={isSending} onChosen={sendFiles} />
          <FileButton label="选择文件夹" isFolder isBusy={isSending} onChosen={sendFiles} />
          {isSending && files.length > 0 ? <Button onClick={() => abort.current?.abort()}>停止</Button> : null}
        </div>
        <FileOutcomes files={files} isRunning={isSending} />
      </section>
    </form>
  );
}

function FileButton({
  label,
  isFolder = false,
  isBusy,
  onChosen,
}: {
  label: string;
  isFolder?: boolean;
  isBusy: boolean;
  onChosen: (files: File[]) => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const take = useEffectEvent(() => {
    const chosen = [...(field.current?.files ?? [])].filter(({ name }) => !name.startsWith("."));
    if (field.current === null || chosen.length === 0) return;
    // The same file may be chosen again after it was mended.
    field.current.value = "";
    onChosen(chosen);
  });
  // A file that was chosen before the page was ready to listen counts too.
  useEffect(() => take(), []);
  return (
    <label htmlFor={id} className={styles.fileButton} data-busy={isBusy || undefined}>
      {label}
      <input
        ref={field}
        id={id}
        className="visually-hidden"
        type="file"
        multiple
        disabled={isBusy}
        accept={isFolder ? undefined : ACCEPT}
        {...(isFolder ? { webkitdirectory: "" } : {})}
        onChange={take}
      />
    </label>
  );
}
