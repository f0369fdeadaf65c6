/**
 * Whether a request comes from a page of this site, by what its browser says. Over plain http, as in many an intranet, browsers
 * send no Sec-Fetch-Site, but with every POST the origin; what sends neither is no browser, and carries no one's cookie.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  if (origin === null) return true;
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}
