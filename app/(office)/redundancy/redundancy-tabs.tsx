import { Tabs } from "../../_components/tabs.tsx";

/** The readings of redundancy, from the whole to the single form. A page enters here when it is built. */
export const REDUNDANCY_TABS = [
  { href: "/redundancy", label: "概览" },
  { href: "/redundancy/elements", label: "数据项" },
  { href: "/redundancy/forms", label: "表单重复" },
  { href: "/redundancy/graph", label: "关系图" },
  { href: "/redundancy/apps", label: "应用重复" },
  { href: "/redundancy/matters", label: "一事多报" },
] as const;
export type RedundancyTab = (typeof REDUNDANCY_TABS)[number]["href"];

export function RedundancyTabs({ current }: { current: RedundancyTab }) {
  return <Tabs label="重复填报" tabs={REDUNDANCY_TABS.map((tab) => ({ ...tab, isCurrent: tab.href === current }))} />;
}
