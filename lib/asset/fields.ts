import type { AttributesOf, FieldSpec } from "./field.ts";
import { ACCOUNT_FIELDS } from "./fields/account.ts";
import { APP_FIELDS } from "./fields/app.ts";
import type { BURDEN_FIELDS } from "./fields/burden.ts";
import { FORM_FIELDS } from "./fields/form.ts";
import { GROUP_FIELDS } from "./fields/group.ts";
import type { AssetKind } from "./vocabulary.ts";

export type AppAttributes = AttributesOf<typeof APP_FIELDS>;
export type GroupAttributes = AttributesOf<typeof GROUP_FIELDS>;
export type AccountAttributes = AttributesOf<typeof ACCOUNT_FIELDS>;
export type FormAttributes = AttributesOf<typeof FORM_FIELDS>;
export type BurdenAttributes = AttributesOf<typeof BURDEN_FIELDS>;

/** Attribute types by kind; `extra` keeps columns of a ledger that the catalogue does not know, word for word. */
export type Attributes = {
  app: AppAttributes & Extra;
  group: GroupAttributes & Extra;
  account: AccountAttributes & Extra;
  form: FormAttributes & Extra;
};
type Extra = { extra?: Record<string, string> };
export type AnyAttributes = Attributes[AssetKind];

/** The catalogue of attributes, by kind. */
export const FIELDS: Record<AssetKind, Readonly<Record<string, FieldSpec>>> = {
  app: APP_FIELDS,
  group: GROUP_FIELDS,
  account: ACCOUNT_FIELDS,
  form: FORM_FIELDS,
};
