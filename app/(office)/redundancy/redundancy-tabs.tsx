import { Tabs } from "../../_components/tabs.tsx";

/** The readings of redundancy, from the whole to the single form. A page enters here when it is built. */
export const REDUNDANCY_TABS = [
  { href: "/redundancy", label: "概览", isOfRegion: true },
  { href: "/redundancy/elements", label: "数据项", isOfRegion: true },
  { href: "/redundancy/forms", label: "表单重复", isOfRegion: true },
  { href: "/redundancy/graph", label: "关系图", isOfRegion: true },
  { href: "/redundancy/apps", label: "应用重复", isOfRegion: false },
  { href: "/redundancy/matters", label: "一事多报", isOfRegion: true },
] as const;
export type RedundancyTab = (typeof REDUNDANCY_TABS)[number]["href"];

/** `region`: the one that is looked at, where it is not all of the reader's own; the other readings are of the same. */
export function RedundancyTabs({ current, region }: { current: RedundancyTab; region?: string | undefined }) {
  return (
    <Tabs
      label="重复填报"
      tabs={REDUNDANCY_TABS.map(({ href, label, isOfRegion }) => ({
        href: isOfRegion && region !== undefined ? `${href}?region=${region}` : href,
        label,
        isCurrent: href === current,
      }))}
    />
  );
}
