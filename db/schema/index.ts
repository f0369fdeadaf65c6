export * from "./accounts.ts";
export * from "./assessments.ts";
export * from "./assets.ts";
export * from "./audit.ts";
export { appRole, authRole } from "./columns.ts";
export * from "./imports.ts";
export * from "./regions.ts";
export * from "./reviews.ts";
export * from "./units.ts";
