import Link from "next/link";

/** The way to a pack as runs used it. */
export function PackLink({ version, title }: { version: string; title?: string }) {
  return (
    <Link href={`/rules/packs/${encodeURIComponent(version)}`}>
      {title === undefined ? version : `“${title}”（${version}）`}
    </Link>
  );
}
