import { regionWithin } from "../../region/region.ts";
import { type LocalPack, overlay, type Pack } from "../pack.ts";
import { MINHOU } from "./minhou.ts";
import { NATIONAL } from "./national.ts";
import { SAMPLE_COUNTY } from "./sample-county.ts";
import { YUELU } from "./yuelu.ts";

export { NATIONAL };

/** Packs of offices, in the order in which they are laid over the national one. */
export const LOCAL_PACKS: readonly LocalPack[] = [YUELU, MINHOU, SAMPLE_COUNTY];

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
