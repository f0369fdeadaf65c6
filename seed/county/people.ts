import type { Role } from "#lib/actor.ts";
import { NATION } from "#lib/region/region.ts";
import { COUNTY } from "./regions.ts";

/** An account of the sample county; `unit` is the short name of a department account's unit. */
export type SampleAccount = { username: string; name: string; role: Role; scope: string; unit: string | null };

/** Public accounts: they exist in the sample county only, and all have SAMPLE_PASSWORD. */
export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [
  { username: "inspector", name: "监督检查员", role: "inspector", scope: COUNTY, unit: null },
  { username: "inspector-nation", name: "监督检查员（全国）", role: "inspector", scope: NATION, unit: null },
  { username: "department", name: "民政局经办人", role: "department", scope: COUNTY, unit: "民政局" },
  { username: "leader", name: "县领导", role: "leader", scope: COUNTY, unit: null },
  { username: "sysadmin", name: "系统管理员", role: "system_admin", scope: COUNTY, unit: null },
  { username: "secadmin", name: "安全管理员", role: "security_admin", scope: COUNTY, unit: null },
  { username: "auditadmin", name: "审计管理员", role: "audit_admin", scope: COUNTY, unit: null },
];
export const SAMPLE_PASSWORD = "Jianfu-2026";
