import { type NextRequest, NextResponse } from "next/server";

/**
 * Gives every document its content policy: nothing from outside, and only the scripts of this build. It authorises nobody;
 * that is done by `requireActor()`, the commands and the row policies.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const evalInDevelopment = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evalInDevelopment}`,
    // antd writes its styles into the document at run time.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Documents only: a proxied request is buffered, and an uploaded ledger may be large. */
export const config = {
  matcher: [
    {
      source: "/((?!api/|_next/static|_next/image).*)",
      has: [{ type: "header", key: "accept", value: ".*text/html.*" }],
    },
  ],
};
