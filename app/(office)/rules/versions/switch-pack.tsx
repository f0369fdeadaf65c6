"use client";

import { Button, Modal } from "antd";
import { useState } from "react";
import { ActionForm } from "../../../_components/action-form.tsx";
import { Field } from "../../../_components/field.tsx";
import { activatePackAction } from "../actions.ts";

/** Goes back to a version, or to none, for a reason that is kept. */
export function SwitchPack({
  regionCode,
  version,
  current,
  name,
}: {
  regionCode: string;
  /** Null: to none. */
  version: string | null;
  current: string | null;
  name: string;
}) {
  const [isOpen, setOpen] = useState(false);
  const words = version === null ? "停用本级规则包" : "恢复此版本";
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={version === null ? words : `${words}：${name}（${version}）`}>
        {words}
      </Button>
      <Modal open={isOpen} onCancel={() => setOpen(false)} footer={null} destroyOnHidden title={words}>
        <ActionForm action={activatePackAction} className="stack" submit={words} onDone={() => setOpen(false)}>
          {(errors) => (
            <>
              <input type="hidden" name="regionCode" value={regionCode} />
              <input type="hidden" name="version" value={version ?? ""} />
              <input type="hidden" name="current" value={current ?? ""} />
              <p>
                {version === null
                  ? "停用后，以后的研判按上级规则执行；已有的研判不变，各版本都保留，可以再恢复。"
                  : `恢复后，以后的研判按“${name}”（${version}）执行；已有的研判不变。`}
              </p>
              <Field name="reason" label="理由" errors={errors} required wide>
                {(control) => <textarea {...control} maxLength={500} />}
              </Field>
            </>
          )}
        </ActionForm>
      </Modal>
    </>
  );
}
