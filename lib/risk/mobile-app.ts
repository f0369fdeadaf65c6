import type { AppAttributes } from "../asset/fields.ts";

/** Whether the 办法 on mobile government apps covers this form factor; an app whose form factor is unknown is taken as one. */
export function isMobileApp(formFactor: AppAttributes["formFactor"]): boolean {
  return (
    formFactor === undefined || formFactor === "app" || formFactor === "mini_program" || formFactor === "quick_app"
  );
}
