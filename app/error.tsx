"use client";

import { Button } from "antd";
import { NoticePage } from "./_components/notice-page.tsx";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <NoticePage
      title="页面没有打开"
      actions={
        <>
          <Button type="primary" onClick={reset}>
            再试一次
          </Button>
          <Button href="/">返回首页</Button>
        </>
      }
    >
      <p>系统处理时出了错，没有保存任何改动。请再试一次；仍不行，请把下面的编号告诉系统管理员。</p>
      {error.digest ? <p>错误编号：{error.digest}</p> : null}
    </NoticePage>
  );
}
