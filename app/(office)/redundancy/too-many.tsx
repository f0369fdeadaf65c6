import Link from "next/link";
import type { RegionPart } from "#db/queries/redundancy-input.ts";
import { formatNumber } from "#lib/format/number.ts";
import { EmptyState } from "../../_components/empty-state.tsx";

/** A region that is too large for one look, and the parts of it that are not. */
export function TooMany({
  forms,
  href,
  parts,
  level,
}: {
  forms: number;
  /** Where a region of this code is looked at. */
  href: (region: string) => string;
  parts: readonly RegionPart[];
  /** The region itself without its parts, where that can be looked at. */
  level?: { scope: string; href: string };
}) {
  const own = forms - parts.reduce((sum, part) => sum + part.forms, 0);
  return (
    <EmptyState title={`${formatNumber(forms)} 张表一次看不过来，请选择一个地区`}>
      <ul>
        {level === undefined || own === 0 ? null : (
          <li>
            <Link href={level.href}>{level.scope}本级</Link>（{formatNumber(own)} 张）
          </li>
        )}
        {parts.map(({ code, name, forms: own }) => (
          <li key={code}>
            <Link href={href(code)}>{name}</Link>（{formatNumber(own)} 张）
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
