import { database } from "#app/_server/db.ts";
import { getHealth } from "#db/queries/health.ts";
import packageJson from "../../../package.json" with { type: "json" };

export const dynamic = "force-dynamic";

/** For a load balancer or a person: whether it serves. Says nothing that may not be known outside. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  try {
    const { migrations } = await getHealth(database());
    return Response.json({ status: "ok", database: "ok", migrations, version: packageJson.version }, { headers });
  } catch (error) {
    console.error(error);
    return Response.json(
      { status: "unavailable", database: "unreachable", migrations: null, version: packageJson.version },
      { status: 503, headers },
    );
  }
}
