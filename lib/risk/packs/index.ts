import { regionWithin } from "../../region/region.ts";
import { type LocalPack, overlay, type Pack, type PackRule } from "../pack.ts";
import { defaultParameters } from "../rule.ts";
import { RULES } from "../rules/index.ts";
import { MINHOU } from "./minhou.ts";
import { NATIONAL as NATIONAL_ENTRIES } from "./national.ts";
import { SAMPLE_COUNTY } from "./sample-county.ts";
import { YUELU } from "./yuelu.ts";

/** Every limit is written out, so that a stored pack says what it judged by whatever becomes of a rule's defaults. */
function writtenOut<P extends { rules: readonly PackRule[] }>(pack: P): P {
  return {
    ...pack,
    rules: pack.rules.map((entry) => {
      const rule = RULES.get(entry.ruleId);
      return rule ? { ...entry, parameters: { ...defaultParameters(rule), ...entry.parameters } } : entry;
    }),
  };
}

export const NATIONAL: Pack = writtenOut(NATIONAL_ENTRIES);

/** Packs of offices, in the order in which they are laid over the national one. */
export const LOCAL_PACKS: readonly LocalPack[] = [YUELU, MINHOU, SAMPLE_COUNTY].map(writtenOut);

/** The pack that judges a region: the national one under every local pack that holds in some part of it. */
export function packFor(regionCode: string): Pack {
  return LOCAL_PACKS.filter(
    (local) => regionWithin(regionCode, local.regionCode) || regionWithin(local.regionCode, regionCode),
  ).reduce(overlay, NATIONAL);
}

/** The national pack under the named local ones; undefined when a version is not known. */
export function packOf(versions: readonly string[]): Pack | undefined {
  const locals = versions
    .filter((version) => version !== NATIONAL.version)
    .map((version) => LOCAL_PACKS.find((local) => local.version === version));
  return locals.every((local) => local !== undefined) ? locals.reduce(overlay, NATIONAL) : undefined;
}
