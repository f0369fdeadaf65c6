import { auth, signedIn } from "#app/_server/auth.ts";
import { isSameOrigin } from "#app/_server/same-origin.ts";

/** What may be called from outside; everything else of the library stays shut. */
const OPEN = new Set(["/api/auth/sign-in/username", "/api/auth/sign-out"]);

const notFound = () => Response.json({ message: "没有这个接口。" }, { status: 404 });

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  return OPEN.has(new URL(request.url).pathname) ? auth().handler(request) : notFound();
}

export async function GET(request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== "/api/auth/get-session") return notFound();
  const user = await signedIn(request.headers, new Date());
  return Response.json(user, { headers: { "cache-control": "no-store" } });
}
