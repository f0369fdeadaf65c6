"use client";

import Link from "next/link";
import type { CheckedNew } from "#db/queries/check-new.ts";
import { formatNumber } from "#lib/format/number.ts";
import { CANDIDATE_LABEL } from "#lib/redundancy/app/evidence.ts";
import type { AppCheck } from "#lib/redundancy/check/check-app.ts";
import type { FormCheck } from "#lib/redundancy/check/check-form.ts";
import type { GroupCheck } from "#lib/redundancy/check/check-group.ts";
import type { Holder } from "#lib/redundancy/check/known.ts";
import { GROUP_EVIDENCE_LABEL } from "#lib/redundancy/check/vocabulary.ts";
import { FORM_RELATION_LABEL, SHARING_LABEL } from "#lib/redundancy/vocabulary.ts";
import styles from "./check-result.module.css";
import { DataTable, type TableColumn } from "./data-table.tsx";
import type { CheckState } from "./use-check.ts";
import { checkedOf } from "./use-check.ts";

/** How many like items are listed; the rest are counted. */
const LISTED = 10;

/** What is like a draft: in a sentence, then item by item and field by field. */
export function CheckResult({ state }: { state: CheckState }) {
  const checked = checkedOf(state);
  return (
    <div className={styles.result} aria-busy={state.is === "checking"}>
      <p
        role="status"
        className={styles.summary}
        data-tone={checked === null ? undefined : checked.duplicated ? "warn" : "clear"}
      >
        {state.is === "failed"
          ? state.message
          : checked !== null
            ? checked.summary
            : state.is === "checking"
              ? "正在比对……"
              : "填写后自动比对，内容不保存。"}
      </p>
      {checked === null ? null : checked.check.kind === "form" ? (
        <FormResult check={checked.check} checked={checked} />
      ) : checked.check.kind === "app" ? (
        <AppResult check={checked.check} checked={checked} />
      ) : (
        <GroupResult check={checked.check} checked={checked} />
      )}
    </div>
  );
}

/** Another's item: its name and whose it is; a link for who may open it. */
function Named({ item, checked }: { item: Holder; checked: CheckedNew }) {
  const unit = checked.unitNames[item.id];
  return (
    <>
      {checked.readable.includes(item.id) ? (
        <Link href={`/assets/${item.id}`} target="_blank">
          {item.name}
        </Link>
      ) : (
        item.name
      )}
      <span className="soft">（{unit ?? "单位未知"}）</span>
    </>
  );
}

function Likes<T extends Holder>({
  likes,
  checked,
  tell,
}: {
  likes: readonly T[];
  checked: CheckedNew;
  tell: (like: T) => { tag: string; tone: "near" | "far"; counts: string; labels?: readonly string[] };
}) {
  if (likes.length === 0) return null;
  return (
    <ul className={styles.likes} aria-label="相近的条目">
      {likes.slice(0, LISTED).map((like) => {
        const { tag, tone, counts, labels = [] } = tell(like);
        return (
          <li key={like.id}>
            <p>
              <span className={styles.tag} data-tone={tone}>
                {tag}
              </span>
              <Named item={like} checked={checked} />
            </p>
            {counts === "" ? null : <p className="soft small">{counts}</p>}
            {labels.length === 0 ? null : (
              <details className="small">
                <summary>相同的 {formatNumber(labels.length)} 项</summary>
                {labels.join("、")}
              </details>
            )}
          </li>
        );
      })}
      {likes.length > LISTED ? <li className="soft">另有 {formatNumber(likes.length - LISTED)} 个</li> : null}
    </ul>
  );
}

function FormResult({ check, checked }: { check: FormCheck; checked: CheckedNew }) {
  const told = check.fields.filter(({ askedBy, heldBy }) => askedBy > 0 || heldBy !== null);
  const columns: TableColumn<(typeof told)[number]>[] = [
    {
      id: "label",
      title: "字段",
      cell: ({ label, element, header }) => (
        <>
          {label}
          <div className="soft small">
            {element}
            {header ? "（各表都有的基本信息）" : ""}
          </div>
        </>
      ),
    },
    {
      id: "asked",
      title: "别的表在收",
      cell: ({ askedBy, named }) =>
        askedBy === 0 ? (
          "没有"
        ) : (
          <>
            {formatNumber(askedBy)} 张
            <ul className={styles.named}>
              {named.map((item) => (
                <li key={item.id}>
                  <Named item={item} checked={checked} />
                </li>
              ))}
              {askedBy > named.length ? <li className="soft">另有 {formatNumber(askedBy - named.length)} 张</li> : null}
            </ul>
          </>
        ),
    },
    {
      id: "held",
      title: "谁已掌握",
      cell: ({ heldBy }) =>
        heldBy === null ? (
          <span className="soft">目录里没有</span>
        ) : (
          <>
            {heldBy.sourceDepartment}
            <div className="soft small">
              {heldBy.name}
              {heldBy.sharing === null ? "，共享属性待定" : `，${SHARING_LABEL[heldBy.sharing]}`}
            </div>
          </>
        ),
    },
  ];
  const fresh = check.fields.length - told.length;
  const near = check.likes.filter(({ relation }) => relation !== "header_only");
  const onlyHeaders = check.likes.length - near.length;
  return (
    <>
      <Likes
        likes={near}
        checked={checked}
        tell={({ relation, shared, ofDraft, ofOther, ownShared, wordings, sharedLabels }) => ({
          tag: FORM_RELATION_LABEL[relation],
          tone: relation === "duplicate" || relation === "same_template" ? "near" : "far",
          counts: `${shared} 项相同（本表 ${ofDraft} 项，该表 ${ofOther} 项），除基本信息外 ${ownShared} 项、${wordings} 处问法相同`,
          labels: sharedLabels,
        })}
      />
      {onlyHeaders === 0 ? null : (
        <p className="soft">
          {near.length === 0 ? "" : "另"}有 {formatNumber(onlyHeaders)} 张只有姓名、电话等基本信息相同，不算重复的表。
        </p>
      )}
      {told.length === 0 ? null : (
        <DataTable
          caption="哪些字段别处已有"
          columns={columns}
          rows={told.map((field, at) => ({ ...field, at }))}
          rowKey={(field) => `${(field as { at?: number }).at}`}
        />
      )}
      {fresh === 0 || check.fields.length === 0 ? null : (
        <p className="soft">另有 {formatNumber(fresh)} 个字段，没有找到别的表在收，目录里也没有。</p>
      )}
    </>
  );
}

function AppResult({ check, checked }: { check: AppCheck; checked: CheckedNew }) {
  return (
    <>
      <Likes
        likes={check.likes}
        checked={checked}
        tell={({ evidence, shared, ofDraft, ofOther, sharedFunctions, words }) => ({
          tag: evidence.candidate === null ? "" : CANDIDATE_LABEL[evidence.candidate],
          tone: evidence.candidate === "functions" ? "near" : "far",
          counts: [
            ofOther === 0
              ? "该应用没有登记功能"
              : `功能 ${shared} 项相同（本应用 ${ofDraft} 项，该应用 ${ofOther} 项）`,
            ...(words === null ? [] : [`名称和用途的字对 ${words.all} 个里 ${words.shared} 个相同`]),
          ].join("；"),
          labels: sharedFunctions,
        })}
      />
      {check.functions.some(({ hadBy }) => hadBy > 0) ? (
        <DataTable
          caption="哪些功能别处已有"
          columns={[
            { id: "label", title: "功能", cell: ({ label }) => label },
            {
              id: "had",
              title: "已有的应用",
              cell: ({ hadBy, named }) => (
                <>
                  {formatNumber(hadBy)} 个
                  <ul className={styles.named}>
                    {named.map((item) => (
                      <li key={item.id}>
                        <Named item={item} checked={checked} />
                      </li>
                    ))}
                  </ul>
                </>
              ),
            },
          ]}
          rows={check.functions.filter(({ hadBy }) => hadBy > 0)}
          rowKey={({ label }) => label}
        />
      ) : null}
    </>
  );
}

function GroupResult({ check, checked }: { check: GroupCheck; checked: CheckedNew }) {
  return (
    <Likes
      likes={check.likes}
      checked={checked}
      tell={({ evidence }) => ({
        tag: evidence.map((one) => GROUP_EVIDENCE_LABEL[one]).join("，"),
        tone: evidence[0] === "topic" ? "far" : "near",
        counts: "",
      })}
    />
  );
}
