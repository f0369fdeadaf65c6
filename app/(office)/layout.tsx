import type { ReactNode } from "react";
import { getInstallation, getRegionName } from "#db/queries/regions.ts";
import { ROLE_LABEL } from "#lib/actor.ts";
import { read } from "../_server/read.ts";
import { menuOf } from "./navigation.ts";
import { Shell } from "./shell.tsx";

export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const shell = await read(async (tx, actor) => ({
    office: await getInstallation(tx),
    person: {
      name: actor.name,
      role: actor.role === "system" ? "系统" : ROLE_LABEL[actor.role],
      scope: await getRegionName(tx, actor.scope),
    },
    menu: menuOf(actor),
  }));
  return <Shell {...shell}>{children}</Shell>;
}
