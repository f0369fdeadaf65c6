/** What a unit is; quotas differ by type. Order is the order of display. */
export const UNIT_TYPES = [
  "department",
  "public_institution",
  "mass_organization",
  "street",
  "town",
  "community",
  "village",
  "other",
] as const;
export type UnitType = (typeof UNIT_TYPES)[number];

export const UNIT_TYPE_LABEL: Record<UnitType, string> = {
  department: "党政部门",
  public_institution: "事业单位",
  mass_organization: "群团组织",
  street: "街道",
  town: "乡镇",
  community: "社区",
  village: "村",
  other: "其他",
};
