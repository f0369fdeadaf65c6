import { NATION } from "../../region/region.ts";
import type { LocalPack, Pack, PackRule } from "../pack.ts";
import { defaultParameters } from "../rule.ts";
import { RULES } from "../rules/index.ts";
import { MINHOU } from "./minhou.ts";
import { NATIONAL as NATIONAL_ENTRIES } from "./national.ts";
import { OPTIONAL } from "./optional.ts";
import { type ActiveLocal, packAbove, packUnder } from "./pack-under.ts";
import { SAMPLE_COUNTY } from "./sample-county.ts";
import { YUELU } from "./yuelu.ts";
import { ZHEJIANG } from "./zhejiang.ts";

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
export const LOCAL_PACKS: readonly LocalPack[] = [YUELU, MINHOU, ZHEJIANG, SAMPLE_COUNTY].map(writtenOut);

/** Packs that hold nowhere until an office names them. */
export const OPTIONAL_PACKS: readonly LocalPack[] = OPTIONAL.map(writtenOut);

/**
 * The pack that judges a region: the national one under the local packs that hold there. `active` is what regions on its path
 * switched to (`db/queries/rule-packs.ts`). An entry whose rule was retired since judges nothing and is left out.
 */
export function packFor(regionCode: string, active: readonly ActiveLocal[]): Pack {
  return packUnder(NATIONAL, LOCAL_PACKS, active.map(asOfNow), regionCode);
}

/** What a region's own pack is laid over: the national pack under those of the regions above. */
export function packOver(regionCode: string, active: readonly ActiveLocal[]): Pack {
  return packAbove(NATIONAL, LOCAL_PACKS, active.map(asOfNow), regionCode);
}

/** The local pack that is shipped for a region; undefined when there is none. */
export function shippedPackOf(regionCode: string): LocalPack | undefined {
  return LOCAL_PACKS.find((local) => local.regionCode === regionCode);
}

/** The national pack under the named local ones, shipped, optional or published; undefined when a version is not known. */
export function packOf(versions: readonly string[], published: readonly LocalPack[] = []): Pack | undefined {
  const locals = versions
    .filter((version) => version !== NATIONAL.version)
    .map((version) => [...LOCAL_PACKS, ...OPTIONAL_PACKS, ...published].find((local) => local.version === version));
  if (!locals.every((local) => local !== undefined)) return undefined;
  const active = locals.map((pack) => asOfNow({ regionCode: pack.regionCode, pack }));
  return packUnder(NATIONAL, [], active, NATION);
}

/** A published pack as this edition of the rules can judge by it. */
function asOfNow({ regionCode, pack }: ActiveLocal): ActiveLocal {
  if (pack === null) return { regionCode, pack };
  return { regionCode, pack: writtenOut({ ...pack, rules: pack.rules.filter(({ ruleId }) => RULES.has(ruleId)) }) };
}
