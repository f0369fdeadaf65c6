import Link from "next/link";
import type { FormField } from "#lib/asset/asset.ts";
import styles from "./page.module.css";

/** What the form asks for, in its own order; columns that a system fills are named apart. */
export function FormFieldList({ fields }: { fields: FormField[] }) {
  const asked = fields.filter((field) => !field.technical);
  const technical = fields.filter((field) => field.technical);
  return (
    <section className="panel" aria-labelledby="fields">
      <h2 id="fields">表内字段</h2>
      {fields.length === 0 ? (
        <p className="soft">
          还没有登记字段，能否与其他报表合并暂时无法判断。点“修改”逐行填写，或从报表字段台账导入，即可补上。
        </p>
      ) : (
        <>
          <p className="soft">
            需要填写 {asked.length} 项
            {technical.length === 0 ? "" : `；另有 ${technical.length} 项由系统生成，不需要人填`}
            。点字段可看还有谁在要同一项数据。
          </p>
          <ol className={styles.columns}>
            {asked.map((field) => (
              <li key={field.position}>
                {field.element === null ? (
                  field.label
                ) : (
                  <Link href={`/redundancy/elements/${field.element}`}>{field.label}</Link>
                )}
              </li>
            ))}
          </ol>
          {technical.length === 0 ? null : (
            <p className="soft small">系统生成：{technical.map((field) => field.label).join("、")}</p>
          )}
        </>
      )}
    </section>
  );
}
