import { StyleProvider } from "@ant-design/cssinjs";
import { configure, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ConfigProvider } from "antd";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime.js";
import type { ReactNode } from "react";
import { Theme } from "#app/_components/theme.tsx";

// What is waited for comes or the test hangs: a second says only how busy the machine is.
configure({ asyncUtilTimeout: 60_000 });

/** What components measure and jsdom, which lays nothing out, does not have. */
class NoLayout {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoLayout;
globalThis.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
  }) as unknown as MediaQueryList;

/**
 * The product's theme without its style sheets: jsdom lays nothing out, and would look every rule of them up at each click, also in
 * the tests that come after. What lies over what is left to the tests in a browser.
 */
export const inTheme = (component: ReactNode) => (
  <StyleProvider container={document.createElement("div")}>
    <Theme>
      <ConfigProvider theme={{ zeroRuntime: true }}>{component}</ConfigProvider>
    </Theme>
  </StyleProvider>
);

/** Shows a component as a page would. `visited` is where it leads, in order. */
export function show(component: ReactNode) {
  const visited: string[] = [];
  const go = (href: string) => {
    visited.push(href);
  };
  const router = { push: go, replace: go, prefetch() {}, back() {}, forward() {}, refresh() {} };
  render(<AppRouterContext.Provider value={router as never}>{inTheme(component)}</AppRouterContext.Provider>);
  return { visited, user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }) };
}
