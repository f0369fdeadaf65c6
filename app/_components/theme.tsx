"use client";

import { App, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import type { ReactNode } from "react";

dayjs.locale("zh-cn");

/** One accent on paper white; the colours match the custom properties of `globals.css`. */
const THEME = {
  token: {
    colorPrimary: "#1f4e8c",
    colorLink: "#1f4e8c",
    colorError: "#b42318",
    colorSuccess: "#2f6b3c",
    colorWarning: "#8a5a00",
    colorErrorBg: "#fdecea",
    colorWarningBg: "#fdf0e1",
    colorTextBase: "#1d2430",
    colorTextSecondary: "#4b5565",
    colorTextDescription: "#4b5565",
    colorTextPlaceholder: "#6b7585",
    colorBorder: "#b8c0cc",
    borderRadius: 4,
    fontSize: 15,
    fontFamily: "inherit",
    motion: false,
  },
  cssVar: { key: "jianfu" },
  hashed: false,
};

export function Theme({ children }: { children: ReactNode }) {
  return (
    <ConfigProvider locale={zhCN} theme={THEME} button={{ autoInsertSpace: false }}>
      <App>{children}</App>
    </ConfigProvider>
  );
}
