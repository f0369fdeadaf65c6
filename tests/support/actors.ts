import { type Actor, type Role, systemActor } from "#lib/actor.ts";

/** The sample county, its city, and a county beside it. */
export const COUNTY = "990101000000";
export const CITY = "990100000000";
export const OTHER_COUNTY = "990102000000";

const user = <R extends Exclude<Role, "department">>(role: R, name: string, scope: string, id: string = role) =>
  ({ type: "user", id, name, role, scope, unitId: null }) satisfies Actor;

export const inspector = (scope: string = COUNTY, id?: string): Actor => user("inspector", "监督员", scope, id);
export const leader = (scope: string = COUNTY, id?: string): Actor => user("leader", "领导", scope, id);
export const systemAdmin = (scope: string = COUNTY, id?: string): Actor =>
  user("system_admin", "系统管理员", scope, id);
export const securityAdmin = (scope: string = COUNTY, id?: string): Actor =>
  user("security_admin", "安全管理员", scope, id);
export const auditAdmin = (scope: string = COUNTY, id?: string): Actor => user("audit_admin", "审计管理员", scope, id);
export const department = (unitId: string, scope: string = COUNTY, id: string = "department"): Actor => ({
  type: "user",
  id,
  name: "主办单位经办人",
  role: "department",
  scope,
  unitId,
});
export const system = (scope?: string): Actor => systemActor("测试", scope);
