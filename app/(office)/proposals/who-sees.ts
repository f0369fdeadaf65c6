import { notFound } from "next/navigation";
import type { Actor } from "#lib/actor.ts";

/** Who audits and who leads see proposals; a department is asked, and sees what became of its forms. */
export function maySeeProposals({ role }: Actor): boolean {
  return role === "inspector" || role === "leader" || role === "system";
}

/** To anybody else the page does not exist. */
export function insistSeesProposals(actor: Actor): void {
  if (!maySeeProposals(actor)) notFound();
}
