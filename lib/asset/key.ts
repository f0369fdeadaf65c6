import type { AssetKind } from "./vocabulary.ts";

/** What a key is made of; null and "" are both "not known". */
export type KeyParts = {
  kind: AssetKind;
  name: string;
  ownerName?: string | null;
  /** 表单编号, when the ledger has one. */
  formNumber?: string | null;
  system?: string | null;
  /** The platform's code. */
  platform?: string | null;
  /** Where the ledger says that it is, word for word. */
  regionText?: string | null;
};

/** One way to write a name: NFKC, lower case, no white space. */
export function normalizedName(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}

/**
 * The natural key by which a ledger finds an item again, unique in a region and kind. A form has its number, else its name,
 * owner and system; an account its platform, name and place; an app its name and owner; a group its platform, name and owner.
 */
export function assetKey({ kind, name, ownerName, formNumber, system, platform, regionText }: KeyParts): string {
  if (kind === "form" && formNumber) return normalizedName(formNumber);
  const parts = {
    form: [name, ownerName, system],
    account: [platform, name, regionText],
    app: [name, ownerName],
    group: [platform, name, ownerName],
  }[kind];
  return parts.map((part) => normalizedName(part ?? "").replaceAll("|", "/")).join("|");
}
