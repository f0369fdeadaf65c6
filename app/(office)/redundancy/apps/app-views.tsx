import { Tabs } from "../../../_components/tabs.tsx";

const VIEWS = [
  { href: "/redundancy/apps", label: "成对比对" },
  { href: "/redundancy/apps/declared", label: "申报核对" },
  { href: "/redundancy/apps/targets", label: "可整合到哪里" },
] as const;

/** The three ways to look at apps that repeat each other. */
export function AppViews({ current }: { current: (typeof VIEWS)[number]["href"] }) {
  return <Tabs label="应用重复" tabs={VIEWS.map((view) => ({ ...view, isCurrent: view.href === current }))} />;
}
