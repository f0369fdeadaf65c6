import { NATION } from "./region/region.ts";

/** One role an account: so no account can hold two of the three administrators. */
export const ROLES = ["inspector", "department", "leader", "system_admin", "security_admin", "audit_admin"] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABEL: Record<Role, string> = {
  inspector: "监督检查人员",
  department: "主办单位",
  leader: "领导",
  system_admin: "系统管理员",
  security_admin: "安全管理员",
  audit_admin: "审计管理员",
};

/** Who acts. `scope` is the 12-digit code of the region subtree that the actor may reach. */
export type Actor =
  | { type: "user"; id: string; name: string; role: Exclude<Role, "department">; scope: string; unitId: null }
  | { type: "user"; id: string; name: string; role: "department"; scope: string; unitId: string }
  | { type: "system"; id: "system"; name: string; role: "system"; scope: string; unitId: null };

/** The operator at the server's own command line: reaches every region, and is named in the audit log. */
export function systemActor(name: string, scope: string = NATION): Actor {
  return { type: "system", id: "system", name, role: "system", scope, unitId: null };
}

/** What an actor may do at all; which rows is decided by scope and unit, in the database. */
export const CAPABILITIES = [
  "view_items",
  "edit_items",
  "edit_units",
  "import",
  "assess",
  "edit_packs",
  "scan_texts",
  "read_texts",
  "request_exemption",
  "decide_exemption",
  "decide_aliases",
  "edit_data_elements",
  "propose",
  "read_proposals",
  "review",
  "view_log",
  "create_account",
  "grant_role",
  "suggest",
  "read_suggestions",
  "answer_suggestions",
] as const;
export type Capability = (typeof CAPABILITIES)[number];

const GRANTS: Record<Actor["role"], readonly Capability[]> = {
  inspector: [
    "view_items",
    "edit_items",
    "edit_units",
    "import",
    "assess",
    "edit_packs",
    "scan_texts",
    "read_texts",
    "request_exemption",
    "decide_exemption",
    "decide_aliases",
    "edit_data_elements",
    "propose",
    "read_proposals",
    "review",
    "suggest",
    "read_suggestions",
    "answer_suggestions",
  ],
  department: ["view_items", "edit_items", "import", "request_exemption", "suggest"],
  leader: ["view_items", "read_texts", "read_proposals", "suggest", "read_suggestions"],
  system_admin: ["create_account", "suggest"],
  security_admin: ["grant_role", "suggest"],
  audit_admin: ["view_log", "suggest"],
  system: CAPABILITIES,
};

export function can(actor: Actor, capability: Capability): boolean {
  return GRANTS[actor.role].includes(capability);
}
