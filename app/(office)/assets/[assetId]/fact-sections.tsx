import { attributeText } from "#lib/asset/attribute-text.ts";
import { type FieldSpec, SECTION_LABEL, SECTIONS } from "#lib/asset/field.ts";
import { type AnyAttributes, FIELDS } from "#lib/asset/fields.ts";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { Unknown } from "../../../_components/tags.tsx";
import styles from "./page.module.css";

/** Every attribute of the kind, by section, the unknown ones named too; then what a ledger said beyond the catalogue. */
export function FactSections({ kind, attributes }: { kind: AssetKind; attributes: AnyAttributes }) {
  const { extra, ...values } = attributes as Record<string, unknown> & { extra?: Record<string, string> };
  const fields = Object.entries<FieldSpec>(FIELDS[kind]);
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">登记内容</h2>
      {SECTIONS.map((section) => {
        const own = fields.filter(([, field]) => field.section === section);
        const known = own.filter(([key]) => values[key] !== undefined);
        const unknown = own.filter(([key]) => values[key] === undefined);
        if (own.length === 0) return null;
        return (
          <div key={section} className={styles.section}>
            <h3>{SECTION_LABEL[section]}</h3>
            {known.length === 0 ? null : (
              <dl className={styles.facts}>
                {known.map(([key, field]) => (
                  <div key={key} className={field.type === "longtext" ? styles.wide : undefined}>
                    <dt>{field.label}</dt>
                    <dd>{attributeText(field, values[key])}</dd>
                  </div>
                ))}
              </dl>
            )}
            {unknown.length === 0 ? null : (
              <p className="soft small">
                <Unknown />：{unknown.map(([, field]) => field.label).join("、")}
              </p>
            )}
          </div>
        );
      })}
      {extra !== undefined && Object.keys(extra).length > 0 ? (
        <div className={styles.section}>
          <h3>台账原有的其他栏目</h3>
          <dl className={styles.facts}>
            {Object.entries(extra).map(([column, text]) => (
              <div key={column}>
                <dt>{column}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
    </section>
  );
}
