import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "#lib/actor.ts";
import { type SignedIn, signedIn } from "./auth.ts";

/** The powers of an account; undefined while the security administrator has granted none, or not all that the role needs. */
export function actorOf({ id, name, role, regionCode, unitId }: SignedIn): Actor | undefined {
  if (role === null || regionCode === null) return undefined;
  if (role !== "department") return { type: "user", id, name, role, scope: regionCode, unitId: null };
  return unitId === null ? undefined : { type: "user", id, name, role, scope: regionCode, unitId };
}

/** Who asks, for pages; who is not signed in, or has no power yet, is led to the sign-in page, which says so. */
export const requireActor = cache(async (): Promise<Actor> => {
  const person = await signedIn(await headers(), new Date());
  if (person === null) redirect("/sign-in");
  return actorOf(person) ?? redirect("/sign-in?reason=no-power");
});

/** Who asks, for route handlers, which answer with a status; undefined when nobody with any power does. */
export async function findActor(): Promise<Actor | undefined> {
  const person = await signedIn(await headers(), new Date());
  return person === null ? undefined : actorOf(person);
}
