import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { listAccountDetails } from "#db/queries/accounts.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { read, requestTime } from "../../../_server/read.ts";
import { AccountTable } from "./account-table.tsx";
import { CreateAccountForm } from "./create-account-form.tsx";

export const metadata: Metadata = { title: "账号" };

export default async function AccountsPage() {
  const { actor, accounts, units } = await read(async (tx, actor) => ({
    actor,
    accounts: await listAccountDetails(tx),
    units: can(actor, "grant_role") ? await listUnitChoices(tx) : [],
  }));
  const mayCreate = can(actor, "create_account");
  const mayGrant = can(actor, "grant_role");
  if (!mayCreate && !mayGrant) notFound();
  const now = requestTime();
  return (
    <>
      <PageHeader
        title="账号"
        note={
          mayCreate
            ? "您可以创建、停用、启用账号和重置密码。新账号没有权限，由安全管理员授予角色和范围。"
            : "您可以授予角色、范围和所属单位。账号的创建、停用和密码由系统管理员负责。"
        }
      />
      {mayCreate ? <CreateAccountForm /> : null}
      <AccountTable
        accounts={accounts.map(({ lockedUntil, ...account }) => ({
          ...account,
          isLocked: lockedUntil !== null && lockedUntil > now,
        }))}
        ownId={actor.id}
        units={units}
        mayCreate={mayCreate}
        mayGrant={mayGrant}
      />
    </>
  );
}
