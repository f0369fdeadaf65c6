import { AntdRegistry } from "@ant-design/nextjs-registry";
import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { Theme } from "./_components/theme.tsx";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "减负", template: "%s - 减负" },
  description: "基层减负监督检查系统",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** Every page is rendered for its request: the content policy of the document names the scripts of that request. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  return (
    <html lang="zh-CN">
      <body>
        <AntdRegistry>
          <Theme>{children}</Theme>
        </AntdRegistry>
      </body>
    </html>
  );
}
