import type { Facts } from "./facts.ts";
import { labelOf } from "./label.ts";
import { notApplicable, type Outcome, unknown } from "./outcome.ts";

/** Security and emergency scenes may set check-in, points and online time, on a stated basis; undefined when no scene is claimed. */
export function specialScene({ asset }: Facts): Outcome | undefined {
  if (asset.kind !== "app") return undefined;
  const { specialScene: scene, specialSceneBasis: basis } = asset.attributes;
  if (scene === undefined || scene === "none") return undefined;
  const name = scene === "security" ? "安保" : "应急";
  return basis === undefined || basis.trim() === ""
    ? unknown(labelOf("app", "specialSceneBasis"))
    : notApplicable(`${name}特殊场景，依据：${basis}`);
}
