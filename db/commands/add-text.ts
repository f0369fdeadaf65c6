import { and, eq } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { regionWithin } from "#lib/region/region.ts";
import { describeText, issuersAmong } from "#lib/scan/describe-text.ts";
import { GRAMMAR_VERSION } from "#lib/scan/grammar/index.ts";
import { AddTextInput } from "#lib/scan/inputs.ts";
import { scanText } from "#lib/scan/scan.ts";
import { maskPersonal, type PersonalCounts } from "#lib/text/personal.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { listUnitChoices } from "../queries/units.ts";
import { texts, units } from "../schema/index.ts";
import { invalidField } from "./invalid-field.ts";
import { contentHash, hitRows, writeHits } from "./text-writing.ts";

/** A refusal that leads to the text with the same words. */
export class KnownText extends DomainError {
  readonly textId: string;
  constructor(textId: string, title: string) {
    super("conflict", `内容相同的文本已经登记过：“${title}”，请直接打开它`);
    this.textId = textId;
  }
}

export type AddedText = {
  id: string;
  title: string;
  /** Hits that count, and how many of them were rejected before. */
  counting: number;
  remembered: number;
  /** How many numbers of persons were masked. */
  masked: PersonalCounts;
};

/**
 * Keeps the words of a document and scans them, mobile numbers and numbers of identity cards masked. The same words are kept once
 * a region: throws `KnownText`. Blank title, number, day, kind and issuer are taken from the words themselves.
 */
export const addText = command(
  { action: "text.add", capability: "scan_texts", input: AddTextInput },
  async ({ tx, actor, now, checkCancelled }, input) => {
    const { format } = input;
    const { text: content, counts: masked } = kept(input.content, input.personal);
    const told = (text: string) => kept(text, input.personal).text;
    const fileName = input.fileName === null ? null : told(input.fileName);
    const regionCode = input.regionCode ?? actor.scope;
    if (!regionWithin(regionCode, actor.scope)) {
      throw new DomainError("forbidden", "该地区不在您的管辖范围内，请选择本地区或下级地区");
    }
    const said = describeText(content, fileName);
    const [text] = await tx
      .insert(texts)
      .values({
        regionCode,
        kind: input.kind ?? said.kind,
        title: told(input.title ?? said.title),
        source: told(input.source ?? said.number ?? fileName?.slice(-200) ?? ""),
        issuedOn: input.issuedOn ?? said.day,
        unitId: await issuerOf(tx, input.unitId, content),
        format,
        content,
        contentHash: contentHash(content),
        grammarVersion: GRAMMAR_VERSION,
        createdBy: actor.id,
        createdByName: actor.name,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: texts.id, title: texts.title, kind: texts.kind });
    if (text === undefined) throw await knownText(tx, regionCode, content);
    checkCancelled();
    const rows = await hitRows(tx, { regionCode, id: text.id, content }, scanText(content));
    await writeHits(tx, rows);
    const counting = rows.filter((row) => row.counts);
    const result: AddedText = {
      id: text.id,
      title: text.title,
      counting: counting.length,
      remembered: counting.filter((row) => row.state === "rejected").length,
      masked,
    };
    return {
      result,
      audit: {
        regionCode,
        subjectType: "text",
        subjectId: text.id,
        detail: {
          title: text.title,
          textKind: text.kind,
          format,
          characters: content.length,
          hits: rows.length,
          personal: input.personal,
          masked,
        },
      },
    };
  },
);

function kept(text: string, personal: "mask" | "keep"): { text: string; counts: PersonalCounts } {
  return personal === "mask" ? maskPersonal(text) : { text, counts: { mobile: 0, identity: 0 } };
}

async function issuerOf(tx: Tx, unitId: string | null, content: string): Promise<string | null> {
  if (unitId === null) {
    const issuers = issuersAmong(content, await listUnitChoices(tx));
    return issuers.length === 1 ? (issuers[0]?.id ?? null) : null;
  }
  const [unit] = await tx.select({ id: units.id }).from(units).where(eq(units.id, unitId));
  if (unit === undefined) throw invalidField("unitId", "没有找到该单位，请从列表中重新选择");
  return unit.id;
}

async function knownText(tx: Tx, regionCode: string, content: string): Promise<KnownText> {
  const [known] = await tx
    .select({ id: texts.id, title: texts.title })
    .from(texts)
    .where(and(eq(texts.regionCode, regionCode), eq(texts.contentHash, contentHash(content))));
  if (known === undefined) throw new Error("texts refused a row that no other row stands against");
  return new KnownText(known.id, known.title);
}
