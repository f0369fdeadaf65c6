"use client";

import { Button, Modal, Popconfirm } from "antd";
import { startTransition, useActionState, useState } from "react";
import type { AccountDetails } from "#db/queries/accounts.ts";
import type { UnitChoice } from "#db/queries/units.ts";
import { ROLE_LABEL, ROLES } from "#lib/actor.ts";
import { isoDay } from "#lib/format/date.ts";
import { ActionForm } from "../../../_components/action-form.tsx";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { Field } from "../../../_components/field.tsx";
import { UnitControl } from "../../../_components/unit-control.tsx";
import styles from "./accounts.module.css";
import { disableAccountAction, enableAccountAction, grantRoleAction, resetPasswordAction } from "./actions.ts";

type Row = Omit<AccountDetails, "lockedUntil"> & { isLocked: boolean };
type Open = { what: "grant" | "password"; account: Row } | null;

/** The accounts in one's scope, each with what this administrator may do about it; never about one's own. */
export function AccountTable({
  accounts,
  ownId,
  units,
  mayCreate,
  mayGrant,
}: {
  accounts: Row[];
  ownId: string;
  units: UnitChoice[];
  mayCreate: boolean;
  mayGrant: boolean;
}) {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const columns: TableColumn<Row>[] = [
    { id: "username", title: "用户名", cell: (row) => row.username },
    { id: "name", title: "姓名", cell: (row) => row.name },
    {
      id: "role",
      title: "角色",
      cell: (row) => (row.role === null ? <span className={styles.none}>未授权</span> : ROLE_LABEL[row.role]),
    },
    {
      id: "scope",
      title: "范围",
      cell: (row) =>
        row.regionCode === null ? (
          <span className={styles.none}>无</span>
        ) : (
          `${row.regionName ?? row.regionCode}${row.unitName === null ? "" : `，${row.unitName}`}`
        ),
    },
    {
      id: "state",
      title: "状态",
      cell: (row) =>
        row.disabled ? (
          <span className={styles.off}>已停用</span>
        ) : row.isLocked ? (
          <span className={styles.off}>已锁定</span>
        ) : (
          "可用"
        ),
    },
    { id: "created", title: "创建于", isShort: true, cell: (row) => isoDay(row.createdAt) },
    {
      id: "actions",
      title: "操作",
      cell: (row) =>
        row.id === ownId ? (
          <span className={styles.none}>本人账号</span>
        ) : (
          <span className="row">
            {mayGrant ? (
              <Button size="small" onClick={() => setOpen({ what: "grant", account: row })}>
                授权
              </Button>
            ) : null}
            {mayCreate ? (
              <>
                <Button size="small" onClick={() => setOpen({ what: "password", account: row })}>
                  重置密码
                </Button>
                <SwitchAccount account={row} />
              </>
            ) : null}
          </span>
        ),
    },
  ];
  return (
    <>
      <DataTable caption="账号" columns={columns} rows={accounts} rowKey={(row) => row.id} />
      <Modal
        open={open !== null}
        onCancel={close}
        footer={null}
        destroyOnHidden
        title={open === null ? "" : `${open.what === "grant" ? "授权" : "重置密码"}：${open.account.name}`}
      >
        {open?.what === "grant" ? <GrantForm account={open.account} units={units} onDone={close} /> : null}
        {open?.what === "password" ? <PasswordForm account={open.account} onDone={close} /> : null}
      </Modal>
    </>
  );
}

function SwitchAccount({ account }: { account: Row }) {
  const isOff = account.disabled || account.isLocked;
  const [state, send, isPending] = useActionState(isOff ? enableAccountAction : disableAccountAction, null);
  return (
    <>
      <Popconfirm
        title={isOff ? `启用账号“${account.username}”？` : `停用账号“${account.username}”？`}
        description={isOff ? undefined : "停用后立即退出登录，已作的操作记录都保留。"}
        okText={isOff ? "启用" : "停用"}
        cancelText="取消"
        onConfirm={() => startTransition(() => send({ id: account.id }))}
      >
        <Button size="small" loading={isPending}>
          {account.disabled ? "启用" : account.isLocked ? "解锁" : "停用"}
        </Button>
      </Popconfirm>
      {state !== null && !state.ok ? <span role="alert">{state.message}</span> : null}
    </>
  );
}

function GrantForm({ account, units, onDone }: { account: Row; units: UnitChoice[]; onDone: () => void }) {
  const [role, setRole] = useState<string>(account.role ?? "");
  return (
    <ActionForm action={grantRoleAction} className={styles.form} submit="保存授权" onDone={onDone}>
      {(errors) => (
        <>
          <input type="hidden" name="id" value={account.id} />
          <Field name="role" label="角色" errors={errors} help="一个账号只有一个角色；改动后该账号须重新登录" wide>
            {(control) => (
              <select {...control} value={role} onChange={(event) => setRole(event.target.value)}>
                <option value="">不授权</option>
                {ROLES.map((one) => (
                  <option key={one} value={one}>
                    {ROLE_LABEL[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {role === "department" ? (
            <Field
              name="unitId"
              label="所属单位"
              help={units.length === 0 ? "还没有单位；请监督检查人员先登记单位或导入台账" : undefined}
              errors={errors}
              required
              wide
            >
              {(control) => <UnitControl control={control} units={units} defaultValue={account.unitId ?? undefined} />}
            </Field>
          ) : null}
          {role !== "" && role !== "department" ? (
            <Field
              name="regionCode"
              label="管辖范围"
              help="行政区划代码，含其下级，如县级填 6 位"
              errors={errors}
              required
              wide
            >
              {(control) => (
                <input {...control} inputMode="numeric" defaultValue={account.regionCode ?? undefined} maxLength={12} />
              )}
            </Field>
          ) : null}
        </>
      )}
    </ActionForm>
  );
}

function PasswordForm({ account, onDone }: { account: Row; onDone: () => void }) {
  return (
    <ActionForm action={resetPasswordAction} className={styles.form} submit="重置密码" onDone={onDone}>
      {(errors) => (
        <>
          <input type="hidden" name="id" value={account.id} />
          <Field
            name="password"
            label="新密码"
            help="至少 10 位，含大小写字母、数字、符号中的三类；重置后该账号须重新登录"
            errors={errors}
            required
            wide
          >
            {(control) => <input {...control} type="password" autoComplete="new-password" />}
          </Field>
        </>
      )}
    </ActionForm>
  );
}
