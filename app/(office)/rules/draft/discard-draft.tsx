"use client";

import { Button, Modal } from "antd";
import { useState } from "react";
import { ActionForm } from "../../../_components/action-form.tsx";
import { discardPackDraftAction } from "../actions.ts";

/** Throws the draft away, after a question; what is applied stays. */
export function DiscardDraft({ regionCode, revision }: { regionCode: string; revision: number }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>放弃草稿</Button>
      <Modal open={isOpen} onCancel={() => setOpen(false)} footer={null} destroyOnHidden title="放弃草稿">
        <ActionForm
          action={discardPackDraftAction}
          className="stack"
          submit="放弃草稿"
          also={<Button onClick={() => setOpen(false)}>继续修改</Button>}
          onDone={() => setOpen(false)}
        >
          {() => (
            <>
              <input type="hidden" name="regionCode" value={regionCode} />
              <input type="hidden" name="revision" value={revision} />
              <p>草稿里的全部改动将去掉，不能找回；现行规则不变。</p>
            </>
          )}
        </ActionForm>
      </Modal>
    </>
  );
}
