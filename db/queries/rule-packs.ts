import { eq } from "drizzle-orm";
import type { Pack } from "#lib/risk/pack.ts";
import type { Tx } from "../client.ts";
import { rulePacks } from "../schema/index.ts";

/** A rule pack as it was applied; undefined for a version that no run has used. */
export async function findPack(tx: Tx, version: string): Promise<Pack | undefined> {
  const [row] = await tx.select({ content: rulePacks.content }).from(rulePacks).where(eq(rulePacks.version, version));
  return row?.content;
}
