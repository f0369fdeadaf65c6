"use client";

/** Shown when the layout itself fails; stands alone, without theme or styles. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body style={{ fontFamily: "system-ui, sans-serif", maxWidth: 560, margin: "10vh auto", padding: 24 }}>
        <h1>系统没有打开</h1>
        <p>请再试一次；仍不行，请联系系统管理员{error.digest ? `，错误编号：${error.digest}` : ""}。</p>
        <button type="button" onClick={reset}>
          再试一次
        </button>
      </body>
    </html>
  );
}
