import type { Actor, Capability } from "#lib/actor.ts";
import { can } from "#lib/actor.ts";

/** `needs`: any one of these; `unless`: who may do that has a better page for it. */
type Destination = {
  href: string;
  label: string;
  needs: Capability | readonly Capability[];
  unless?: Capability;
};

/** The pages, in the order of the work: take stock, judge, review, prove. A page enters here when it is built. */
const DESTINATIONS: readonly { title: string; pages: readonly Destination[] }[] = [
  { title: "概况", pages: [{ href: "/", label: "总览", needs: "view_items" }] },
  {
    title: "台账",
    pages: [
      { href: "/assets", label: "条目台账", needs: "view_items" },
      { href: "/imports", label: "导入", needs: "import" },
      { href: "/units", label: "单位", needs: "edit_units" },
      { href: "/regions", label: "行政区划", needs: "edit_units" },
    ],
  },
  {
    title: "研判",
    pages: [
      { href: "/assessments", label: "研判记录", needs: "view_items" },
      { href: "/findings", label: "判定清单", needs: "view_items" },
      { href: "/exemptions", label: "豁免", needs: "view_items" },
      { href: "/texts", label: "文本扫描", needs: "read_texts" },
      { href: "/indicators", label: "考核指标", needs: "view_items" },
      { href: "/texts/check", label: "发文自查", needs: "view_items", unless: "read_texts" },
      { href: "/rules", label: "规则目录", needs: "view_items" },
    ],
  },
  {
    title: "重复",
    pages: [
      { href: "/redundancy", label: "重复概览", needs: "view_items" },
      { href: "/redundancy/questions", label: "待认定数据项", needs: "decide_aliases" },
      { href: "/redundancy/catalogue", label: "数据元目录", needs: "view_items" },
      { href: "/proposals", label: "整合方案", needs: "read_proposals" },
      { href: "/check-new", label: "新建查重", needs: "edit_items" },
    ],
  },
  {
    title: "评审",
    pages: [
      { href: "/reviews", label: "评审会", needs: "view_items" },
      { href: "/outcome", label: "成效", needs: "view_items" },
    ],
  },
  { title: "反馈", pages: [{ href: "/suggestions", label: "投诉建议", needs: "answer_suggestions" }] },
  {
    title: "管理",
    pages: [
      { href: "/admin/accounts", label: "账号", needs: ["create_account", "grant_role"] },
      { href: "/admin/log", label: "审计日志", needs: "view_log" },
    ],
  },
];

export type Menu = { title: string; pages: { href: string; label: string }[] }[];

/** What this person may use. */
export function menuOf(actor: Actor): Menu {
  return DESTINATIONS.map(({ title, pages }) => ({
    title,
    pages: pages
      .filter((page) => [page.needs].flat().some((capability) => can(actor, capability)))
      .filter((page) => page.unless === undefined || !can(actor, page.unless))
      .map(({ href, label }) => ({ href, label })),
  })).filter((group) => group.pages.length > 0);
}

/** The page that this person's work begins with; those who may not see items have no use for the dashboard. */
export function homeOf(actor: Actor): string {
  return menuOf(actor)[0]?.pages[0]?.href ?? "/";
}
